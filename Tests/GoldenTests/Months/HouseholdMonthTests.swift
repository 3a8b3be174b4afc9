import Foundation
import Testing

/// Households of registered people in a whole run: who else belongs to them is looked for in all exports.
@Suite("Households in a month", .serialized)
struct HouseholdMonthTests {
    private static let month = "2026-08"

    /// Candidates of whom no household book of the fixtures says anything.
    private static func people(_ count: Int) throws -> [[String: String]] {
        let folder = "\(Files.expected)/\(month)"
        let booked = Set(
            try CSVTable("\(folder)/evidence.csv").records.filter { $0["kind"] == "household" }
                .map { $0["registration_number"] })
        let candidates = Set(
            try CSVTable("\(folder)/difficulty.csv").records.filter { $0["kind"] == "candidate" }
                .map { $0["registration_number"] })
        let free = try CSVTable("\(folder)/ledger.csv").records.filter { person in
            candidates.contains(person["registration_number"]) && !booked.contains(person["registration_number"])
                && person["id_number"]?.count == 18 && person["difficulty"]?.contains("02") == false
        }
        return Array(free.prefix(count))
    }

    /// A made-up resident number.
    private static func number(born day: String, _ sequence: Int) -> String {
        let digits = Array("440203\(day)\(sequence)".utf8).map { Int($0) - 0x30 }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let rest = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
        return digits.map(String.init).joined() + String(Array("10X98765432")[rest])
    }

    private static let wife = number(born: "19850101", 902)
    private static let son = number(born: "20050101", 903)
    private static let student = number(born: "20060101", 905)
    private static let disabled = number(born: "19800101", 907)
    private static let jobless = number(born: "19820101", 908)

    /// Lines of the household books: family, number, name, relation.
    private static func books(_ people: [[String: String]]) -> [String] {
        let families: [[(String, String, String)]] = [
            [(wife, "孙会计", "配偶"), (son, "李小明", "子")],
            [(student, "李学生", "女"), (number(born: "19860202", 910), "钱无业", "配偶")],
            [(disabled, "周残疾", "配偶")],
            [("4402**********1234", "吴不详", "配偶"), (number(born: "19870303", 912), "郑无业", "子")],
            [(jobless, "王无业", "配偶")],
        ]
        return zip(people, families).enumerated().flatMap { place, family in
            let (person, members) = family
            let own = (person["id_number"] ?? "", person["name"] ?? "", "户主")
            return ([own] + members).map { "补\(place + 1),家庭户,城镇,440203001,\($0.1),\($0.0),\($0.2),\n" }
        }
    }

    private static let bookHeadings = "户号,户类别,城乡,区划,姓名,证件号码,与户主关系,性别\n"

    private static func exports(_ files: [String: String], in folder: TemporaryFolder, _ name: String) throws {
        let target = folder.path("\(name)/\(month)")
        try Files.copy("\(Files.exports)/\(month)", to: target)
        for (file, text) in files { try Files.write(Array(text.utf8), to: "\(target)/\(file)") }
        let records = [
            "社会保险缴费明细_补报.csv": """
            证件号码,姓名,险种类型,参保身份,单位编号,统一社会信用代码,单位名称,费款所属期,缴费类型,缴费基数,缴费状态,到账日期
            \(wife),孙会计,110,1,U9,,某公司,202608,10,4000,1,2026-08-20

            """,
            "其他状态名册_补报.csv": "证件号码,姓名,状态,起始日期,终止日期,来源\n\(student),李学生,入学,2025-09-01,,学校\n",
            "残疾人证名册_补报.csv": "残疾证号,姓名,残疾类别,残疾等级,发证日期,有效期至\n\(disabled)41,周残疾,肢体,一级,2020-01-01,\n",
        ]
        for (file, text) in records { try Files.write(Array(text.utf8), to: "\(target)/\(file)") }
    }

    private static func run(_ name: String, in folder: TemporaryFolder) throws {
        let outcome = try Program.run(
            Program.month(month, data: folder.path(name), out: folder.path("out-\(name)")))
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("a working, a studying, a disabled member and one without a usable number give four answers, each explained")
    func answers() throws {
        let folder = try TemporaryFolder()
        let people = try Self.people(5)
        try #require(people.count == 5)
        let books = Self.bookHeadings + Self.books(people).joined()
        try Self.exports(["户籍家庭名册_补报.csv": books], in: folder, "in")
        try Self.run("in", in: folder)
        let out = folder.path("out-in/\(Self.month)")
        let ledger = try CSVTable("\(out)/ledger.csv").records
        let evidence = try CSVTable("\(out)/evidence.csv").records
        let expected: [(isMet: Bool, own: String, others: Set<String>)] = [
            (false, "household_at_work", ["member_working 1 社会保险缴费明细_补报.csv:1", "member_jobless 0 户籍家庭名册_补报.csv:3"]),
            (true, "household_without_work", ["member_unable 1 其他状态名册_补报.csv:1", "member_jobless 1 户籍家庭名册_补报.csv:6"]),
            (false, "household_too_small", ["member_disabled 1 残疾人证名册_补报.csv:1"]),
            (false, "household_unknown", ["member_unknown 1 户籍家庭名册_补报.csv:10", "member_jobless 0 户籍家庭名册_补报.csv:11"]),
            (true, "household_without_work", ["member_jobless 1 户籍家庭名册_补报.csv:13"]),
        ]
        for (person, answer) in zip(people, expected) {
            let number = person["registration_number"]
            let row = try #require(ledger.first { $0["registration_number"] == number })
            #expect(row["difficulty"]?.split(separator: ";").contains("04") == answer.isMet)
            let lines = evidence.filter { $0["registration_number"] == number }
            #expect(lines.first { $0["kind"] == "household" }?["reason"] == answer.own)
            let others = lines.filter { $0["kind"] == "relative" }.map { line in
                "\(line["reason"] ?? "") \(line["used"] ?? "") \(line["file"] ?? ""):\(line["row"] ?? "")"
            }
            #expect(Set(others) == answer.others)
        }
        let manifest = try String(contentsOfFile: "\(out)/manifest.json", encoding: .utf8)
        #expect(manifest.contains("\"relatives\" : {"))
    }

    @Test("books cut into two files, their rows the other way round, give the same findings; so does a book sent twice")
    func order() throws {
        let folder = try TemporaryFolder()
        let lines = Self.books(try Self.people(5))
        let whole = Self.bookHeadings + lines.joined()
        try Self.exports(["户籍家庭名册_补报.csv": whole, "户籍家庭名册_补报_副本.csv": whole], in: folder, "twice")
        try Self.run("twice", in: folder)
        let (first, second) = (lines.prefix(7), lines.dropFirst(7))
        try Self.exports(["户籍家庭名册_补报.csv": Self.bookHeadings + lines.joined()], in: folder, "in")
        try Self.exports(
            [
                "户籍家庭名册_补报1.csv": Self.bookHeadings + second.reversed().joined(),
                "户籍家庭名册_补报2.csv": Self.bookHeadings + first.reversed().joined(),
            ], in: folder, "cut")
        try Self.run("in", in: folder)
        try Self.run("cut", in: folder)
        for name in ["difficulty.csv", "help.csv", "subsidy.csv", "ledger.csv"] {
            let files = try ["in", "cut", "twice"].map {
                try Files.data(folder.path("out-\($0)/\(Self.month)/\(name)"))
            }
            #expect(files[0] == files[1] && files[0] == files[2], "\(name)")
        }
        func evidence(_ name: String) throws -> [[String?]] {
            try CSVTable(folder.path("out-\(name)/\(Self.month)/evidence.csv")).records.map { line in
                ["registration_number", "kind", "grade", "weight", "values", "used", "reason"].map { line[$0] }
            }
        }
        #expect(try evidence("in") == evidence("cut"))
        #expect(try evidence("in") == evidence("twice"))
    }
}
