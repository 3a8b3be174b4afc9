import Foundation
import Testing

/// Records without a usable ID number: compared with everybody, asked about, answered, and not asked about again.
@Suite("Review of links", .serialized)
struct ReviewTests {
    /// A member of a family on support as the roster of that writes him, without an ID number.
    struct Member {
        let number: String
        var name: String
        let sex: String
        let birth: String
        var town: String

        init(_ person: [String: String]) {
            number = person["registration_number"] ?? ""
            (name, sex, town) = (person["name"] ?? "", person["sex"] ?? "", person["town_code"] ?? "")
            birth = (person["birth_date"] ?? "").replacing("-", with: "").prefix(6).description
        }

        var line: String { "\(number),城市低保,\(town),\(name),202601,\(name),,\(sex),\(birth)\n" }
    }

    /// People of the first month on whom no roster of support says anything yet.
    static func members(_ count: Int) throws -> [Member] {
        let ledger = try CSVTable("\(Files.expected)/2026-08/ledger.csv").records
        let masked = try CSVTable("\(Files.expected)/2026-08/masked.csv").records.map { $0["registration_number"] }
        let names = Dictionary(grouping: ledger) { $0["name"] }
        let free = ledger.filter { person in
            person["low_income"] == "" && person["status"] == "unemployed" && names[person["name"]]?.count == 1
                && !masked.contains(person["registration_number"]) && person["name"]?.count == 3
                && (person["id_number"] ?? "").count == 18
        }
        return free.prefix(count).map(Member.init)
    }

    /// The exports of a month with one more roster of support.
    static func exports(_ month: String, with members: [Member], in folder: TemporaryFolder) throws {
        let target = folder.path("in/\(month)")
        try? FileManager.default.removeItem(atPath: target)
        try Files.copy("\(Files.exports)/\(month)", to: target)
        let text = "家庭编号,类别,区划,户主,起始年月,姓名,证件号码,性别,出生年月\n" + members.map(\.line).joined()
        try Files.write(Array(text.utf8), to: "\(target)/低保和低收入家庭名册_补报.csv")
    }

    static func run(_ month: String, in folder: TemporaryFolder, out: String = "out", more: [String] = []) throws {
        let outcome = try Program.run(
            Program.month(month, data: folder.path("in"), out: folder.path(out), more: more))
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// Pairs that were asked about on the added roster, by registration number.
    static func asked(_ month: String, in folder: TemporaryFolder) throws -> [String: [String: String]] {
        let pairs = try CSVTable(folder.path("out/\(month)/review.csv")).records
        return Dictionary(
            pairs.filter { $0["file"]?.contains("补报") == true }.map { ($0["registration_number"] ?? "", $0) }
        ) { first, _ in first }
    }

    /// A table of answers, as a filled workbook saved as CSV would be.
    static func answer(_ pairs: [(pair: [String: String], answer: String)], in folder: TemporaryFolder) throws -> String
    {
        let lines = pairs.map { pair, answer in
            "\(pair["registration_number"] ?? ""),\(answer),王五,2026-09-03,\(pair["fingerprint"] ?? "")\n"
        }
        let path = folder.path("answers.csv")
        try Files.write(Array(("登记编号,是否同一人,复核人,复核日期,配对码\n" + lines.joined()).utf8), to: path)
        return path
    }

    static func ledger(_ month: String, in folder: TemporaryFolder) throws -> [String: [String: String]] {
        let rows = try CSVTable(folder.path("out/\(month)/ledger.csv")).records
        return Dictionary(rows.map { ($0["registration_number"] ?? "", $0) }) { first, _ in first }
    }

    @Test("answered pairs are linked or left, and asked about again only if what they say changes")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let members = try Self.members(12)
        try Self.exports("2026-08", with: members, in: folder)
        try Self.run("2026-08", in: folder)
        let pairs = try Self.asked("2026-08", in: folder)
        #expect(pairs.keys.sorted() == members.map(\.number).sorted())
        #expect(pairs.values.allSatisfy { $0["grade"] == "E" && $0["decision"] == "link" && $0["model"]?.count == 16 })
        #expect(
            try Self.ledger("2026-08", in: folder).values.count {
                $0["low_income"] == "urban_minimum" && $0["grade"] == "E"
            } == 0)
        for member in members { #expect(try Self.ledger("2026-08", in: folder)[member.number]?["low_income"] == "") }
        let evidence = try CSVTable(folder.path("out/2026-08/evidence.csv")).records.filter { $0["grade"] == "E" }
        #expect(evidence.count >= 12 && evidence.allSatisfy { $0["used"] == "0" })

        let (yes, no, unsure) = (members[0..<5], members[5..<8], members[8..<10])
        let answered = try [(yes, "是"), (no, "否"), (unsure, "不确定")].flatMap { part, answer in
            try part.map { (pair: try #require(pairs[$0.number]), answer: answer) }
        }
        let file = try Self.answer(answered, in: folder)
        try Self.run("2026-08", in: folder, more: ["--answers", file])
        #expect(try Self.asked("2026-08", in: folder).keys.sorted() == members[10...].map(\.number).sorted())
        let ledger = try Self.ledger("2026-08", in: folder)
        for member in yes { #expect(ledger[member.number]?["low_income"] == "urban_minimum", "\(member.number)") }
        for member in no + unsure { #expect(ledger[member.number]?["low_income"] == "", "\(member.number)") }

        // The next month knows the answers from the ledger; one person has moved, so that the pair is another.
        var later = members
        later[5].town =
            members.first { $0.town.prefix(6) == later[5].town.prefix(6) && $0.town != later[5].town }?.town
            ?? "\(later[5].town.prefix(6))199"
        try Self.exports("2026-09", with: later, in: folder)
        try Self.run("2026-09", in: folder)
        let again = Set(try Self.asked("2026-09", in: folder).keys)
        #expect(again.isDisjoint(with: (yes + unsure + members[6..<8]).map(\.number)))
        #expect(again.contains(members[5].number))
        let next = try Self.ledger("2026-09", in: folder)
        for member in yes where next[member.number] != nil {
            #expect(next[member.number]?["low_income"] == "urban_minimum", "\(member.number)")
        }
        let links = try CSVTable(folder.path("out/2026-09/evidence.csv")).records.filter {
            $0["file"]?.contains("补报") == true
        }
        #expect(
            links.filter { $0["grade"] == "B" }.compactMap { $0["registration_number"] }.sorted() == yes.map(\.number))
        #expect(!links.contains { members[6..<8].map(\.number).contains($0["registration_number"]) })
    }

    @Test("an answer that is none of the words, and a file that is no workbook of answers, are refused with the row")
    func badAnswers() throws {
        let folder = try TemporaryFolder()
        try Self.exports("2026-08", with: [], in: folder)
        let file = folder.path("answers.csv")
        for (text, code) in [
            ("是否同一人,配对码\n是,aa\n大概,bb\n", "E225"), ("姓名,证件号码\n甲,1\n", "E224"), ("是否同一人,配对码\n是,aa\n", "E224"),
        ] {
            try Files.write(Array(text.utf8), to: file)
            let outcome = try Program.run(
                Program.month("2026-08", data: folder.path("in"), out: folder.path("out"), more: ["--answers", file]))
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains(code), "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.path("out/2026-08")))
        }
    }

    @Test("an answer about a pair that the month does not have is told, and kept")
    func answersForOthers() throws {
        let folder = try TemporaryFolder()
        try Self.exports("2026-08", with: [], in: folder)
        let number = try #require(try Self.members(1).first?.number)
        let file = folder.path("answers.csv")
        try Files.write(Array("登记编号,是否同一人,配对码\n\(number),是,ffffffffffffffff\n".utf8), to: file)
        for more in [["--answers", file], []] {
            let outcome = try Program.run(
                Program.month("2026-08", data: folder.path("in"), out: folder.path("out"), more: more))
            #expect(outcome.status == 0 && outcome.output.contains("2026-08  r1"), "\(outcome.output)")
            #expect(outcome.output.contains("1 answers are about pairs") == !more.isEmpty)
            let open = try CSVTable(folder.path("out/2026-08/review.csv")).rows.count
            #expect(outcome.output.contains("review    \(open) pairs to be answered, 0 answered"), "\(outcome.output)")
        }
    }

    @Test("records that are nobody's, or fit two people alike, are not linked")
    func strangers() throws {
        let folder = try TemporaryFolder()
        var members = try Self.members(6)
        let twin = members[0]
        for index in 1..<3 { members[index].name = "欧阳\(["辰", "巳"][index - 1])" }
        members[3].town = ""
        try Self.exports("2026-08", with: members + [twin], in: folder)
        try Self.run("2026-08", in: folder)
        let pairs = try Self.asked("2026-08", in: folder)
        #expect(pairs[twin.number]?["records"] == "2")
        #expect(pairs[members[1].number]?["decision"] != "link" && pairs[members[2].number]?["decision"] != "link")
        #expect(Set(pairs.keys).isSuperset(of: [members[4].number, members[5].number]))
    }

    @Test("a number under too many names is no key in its source, for anybody", arguments: [2, 3])
    func overused(others: Int) throws {
        let folder = try TemporaryFolder()
        try Self.exports("2026-08", with: [], in: folder)
        let ledger = try CSVTable("\(Files.expected)/2026-08/ledger.csv").records
        let person = try #require(ledger.first { $0["status"] == "unemployed" && $0["id_number"]?.count == 18 })
        let (number, id) = (person["registration_number"] ?? "", person["id_number"] ?? "")
        let names = [person["name"] ?? ""] + ["钱甲", "孙乙", "李丙"].prefix(others)
        let lines = names.map { "\(id),\($0),2026-08-02\n" }
        try Files.write(
            Array(("证件号码,姓名,死亡日期\n" + lines.joined()).utf8), to: folder.path("in/2026-08/死亡人口名册_补报.csv"))
        try Self.run("2026-08", in: folder)
        let links = try CSVTable(folder.path("out/2026-08/evidence.csv")).records
            .filter { $0["file"]?.contains("补报") == true }.compactMap { $0["grade"] }
        let isKey = others < 3
        #expect(links.sorted() == (isKey ? ["A", "C", "C"] : []))
        #expect(try Self.ledger("2026-08", in: folder)[number]?["status"] == (isKey ? "deceased" : "unemployed"))
        let manifest = String(decoding: try Files.data(folder.path("out/2026-08/manifest.json")), as: UTF8.self)
        #expect(manifest.contains("\"overusedIDs\" : {\n    \"death\" : 1\n  }") == !isKey)
    }

    @Test("every masked member of a roster of support is told of once, and linked where exactly one person fits")
    func masked() throws {
        let folder = try TemporaryFolder()
        let people = try CSVTable("\(Files.expected)/2026-08/ledger.csv").records.filter {
            $0["id_number"]?.count == 18
        }
        let twins = Dictionary(grouping: people) { $0["name"] ?? "" }.filter { $0.value.count == 2 }.values
        let pair = try #require(twins.sorted { ($0[0]["name"] ?? "") < ($1[0]["name"] ?? "") }.first)
        let single = try Self.members(1)[0]
        let id = try #require(people.first { $0["registration_number"] == single.number }?["id_number"])
        let rows = [
            (single.name, "\(id.prefix(6))********\(id.suffix(4))"), (single.name, "******\(id.dropFirst(6))"),
            (pair[0]["name"] ?? "", "44****************"), ("欧阳辰巳", "110105********0000"),
        ]
        try Self.exports("2026-08", with: [], in: folder)
        let lines = rows.enumerated().map { "\($0.offset),城市低保,440203,户主,202601,\($0.element.0),\($0.element.1),,\n" }
        try Files.write(
            Array(("家庭编号,类别,区划,户主,起始年月,姓名,证件号码,性别,出生年月\n" + lines.joined()).utf8),
            to: folder.path("in/2026-08/低保和低收入家庭名册_补报.csv"))
        try Self.run("2026-08", in: folder)
        let told = try CSVTable(folder.path("out/2026-08/masked.csv")).records
        let added = told.filter { $0["file"]?.contains("补报") == true }
        #expect(added.compactMap { $0["row"] } == ["1", "2", "3", "4"])
        #expect(added.compactMap { $0["outcome"] } == ["linked", "linked", "unlinked", "unlinked"])
        #expect(added.prefix(2).allSatisfy { $0["registration_number"] == single.number && $0["fits"] == "1" })
        #expect((Int(added[2]["fits"] ?? "") ?? 0) > 10 && added[3]["fits"] == "0")
        #expect(try Self.ledger("2026-08", in: folder)[single.number]?["low_income"] == "urban_minimum")
        let roster = try Files.list("\(Files.exports)/2026-08").filter { $0.hasPrefix("低保") && $0.hasSuffix(".xml") }
        let text = try roster.map { String(decoding: try Files.data("\(Files.exports)/2026-08/\($0)"), as: UTF8.self) }
            .joined()
        let members = text.matches(of: /\d{4}\*{10}\d{3}[\dXx]/).count
        let expected = try CSVTable("\(Files.expected)/2026-08/masked.csv").records
        #expect(
            members > 100 && expected.count { $0["source"] == "lowIncome" && $0["id_state"] == "masked" } == members)
    }

    @Test("weights of an earlier month can be pinned, and weigh the same")
    func pinned() throws {
        let folder = try TemporaryFolder()
        try Self.exports("2026-08", with: try Self.members(8), in: folder)
        try Self.run("2026-08", in: folder)
        try Files.copy(Program.root.appending(path: "pipelines").path, to: folder.path("pipelines"))
        let trained = try Files.data(folder.path("out/2026-08/review_model.yaml"))
        try Files.write([UInt8](trained), to: folder.path("pipelines/pinned.yaml"))
        let pipeline = folder.path("pipelines/shaoguan-monthly.yaml")
        let text = try String(contentsOfFile: pipeline, encoding: .utf8)
        let changed = text.replacing(
            "review: {model: match-registered.yaml}",
            with: "review: {model: match-registered.yaml, weights: pinned.yaml}")
        try #require(changed != text)
        try Files.write(Array(changed.utf8), to: pipeline)
        let outcome = try Program.run(
            Program.month("2026-08", data: folder.path("in"), out: folder.path("pinned"), pipeline: pipeline))
        try #require(outcome.status == 0, "\(outcome.errors)")
        let columns: Set<String> = ["model"]
        #expect(
            try CSVTable(folder.path("pinned/2026-08/review.csv")).dropping(columns)
                == CSVTable(folder.path("out/2026-08/review.csv")).dropping(columns))
    }
}
