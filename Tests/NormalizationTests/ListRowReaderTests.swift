import Roster
import Tabular
import Testing

@testable import Normalization

@Suite("Rows of any list")
struct ListRowReaderTests {
    static let kinds: [ListValueKind] = [.name, .id, .date, .text, .code, .key]

    static func reader(birthColumn: Int? = 2) -> ListRowReader {
        ListRowReader(
            kinds: kinds, birthColumn: birthColumn, rules: Samples.rules, asOf: Samples.month.lastDay,
            foldName: { "<\($0)>" })
    }

    /// The values of one row, as the reader gives them.
    static func values(_ cells: [String], columns: [Int?] = [0, 1, 2, 3, 4, 5], birthColumn: Int? = 2) -> [String] {
        var batch = RowBatch(encoding: .utf8)
        batch.append(cells, number: 0, line: 0, byteOffset: 0)
        let values = reader(birthColumn: birthColumn).values(of: batch, columns: columns)
        var start = 0
        return values.ends.map { end in
            defer { start = Int(end) }
            return String(decoding: values.bytes[start..<Int(end)], as: UTF8.self)
        }
    }

    static func value(_ kind: ListValueKind, _ cell: String, birth: String = "") throws -> String {
        var cells = ["", "", "", "", "", ""]
        cells[2] = birth
        let place = try #require(kinds.firstIndex(of: kind))
        cells[place] = cell
        return values(cells)[place]
    }

    @Test(
        "names of Han characters stand as they are, others are folded",
        arguments: [
            ("王伟", "王伟"), ("  王伟\u{3000}", "王伟"), ("王 伟", "<王 伟>"), ("阿·依", "<阿·依>"), ("Li", "<Li>"), ("䶮", "<䶮>"),
        ])
    func names(cell: String, expected: String) throws {
        #expect(try Self.value(.name, cell) == expected)
    }

    @Test(
        "texts and codes are folded and lowered, blanks of texts made one",
        arguments: [
            (ListValueKind.text, "  ＡＢ  Street\u{3000}9 ", "ab street 9"), (.text, "A\t B", "a b"),
            (.text, "中山路　９号", "中山路 9号"),
            (.code, "４４０２ 03", "440203"), (.code, "ab-1", "ab-1"), (.key, " A  1 ", "A  1"),
        ])
    func texts(kind: ListValueKind, cell: String, expected: String) throws {
        #expect(try Self.value(kind, cell) == expected)
    }

    @Test(
        "days become eight digits, of what is none the digits stay",
        arguments: [
            ("1990-03-07", "19900307"), ("1990/3/7", "19900307"), ("1990年3月7日", "19900307"), ("19900307", "19900307"),
            ("199003", "199003"), ("1990", "1990"), ("不详", ""),
        ])
    func dates(cell: String, expected: String) throws {
        #expect(try Self.value(.date, cell) == expected)
    }

    @Test("ID numbers come whole, masked to 18 places, or as they are; nothing of what is none")
    func numbers() throws {
        let id = "440201199001010017"
        let checked = try #require(
            (0...10).lazy.map { String(id.dropLast()) + ($0 == 10 ? "X" : "\($0)") }
                .first { IDNumber(checking: $0) != nil })
        #expect(try Self.value(.id, " '\(checked.lowercased()) ") == checked)
        let old = String(checked.prefix(6) + checked.dropFirst(8).prefix(9))
        #expect(try Self.value(.id, old, birth: "1990-01-01") == checked)
        #expect(try Self.value(.id, old, birth: "1991-01-01") == old)
        #expect(try Self.value(.id, "440201********0017") == "440201********0017")
        #expect(try Self.value(.id, "440201＊＊＊＊＊＊001") == "44020119******001*")
        #expect(try Self.value(.id, "4402****0017") == "4402**********0017")
        #expect(try Self.value(.id, "4.402E+17") == "")
        let wrong = String(checked.dropLast()) + (checked.hasSuffix("1") ? "2" : "1")
        #expect(try Self.value(.id, wrong) == wrong)
        #expect(try Self.value(.id, "H12345678") == "H12345678")
    }

    @Test("what means nothing is empty, and so is a column that is not there", arguments: ListValueKind.allCases)
    func nothing(kind: ListValueKind) throws {
        for cell in ["", " ", "-", "无", "NULL"] { #expect(try Self.value(kind, cell) == "", "\(cell)") }
        #expect(Self.values(["王伟"], columns: [nil, nil, nil, nil, nil, nil]) == Array(repeating: "", count: 6))
        #expect(Self.values(["乙", "x", "甲"], columns: [2, nil, nil, nil, nil, 0], birthColumn: nil)[0] == "甲")
    }

    @Test("what the roster says of a person fills up from the ID number")
    func traits() throws {
        let id = try #require(IDNumber(checking: "11010519491231002X"))
        var registration = Registration(
            registrationNumber: "R1", name: "王 伟", id: .usable(id), registeredOn: Samples.month.firstDay)
        registration.agencyCode = "440203001"
        #expect(PersonTraits(registration).values == ["王 伟", id.text, "女", "19491231", "", "440203001"])
        registration.sex = .male
        registration.birthDate = Day(year: 1950, month: 1, day: 2)
        registration.details.phone = "19912345678"
        registration.id = .masked("1101***02X")
        let values = PersonTraits(registration).values
        #expect(values == ["王 伟", "1101***********02X", "男", "19500102", "19912345678", "440203001"])
    }
}
