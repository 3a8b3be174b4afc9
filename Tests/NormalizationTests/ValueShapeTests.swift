import Normalization
import Roster
import Testing

/// What values of unknown columns look like.
@Suite("Value shapes")
struct ValueShapeTests {
    private static func reader() throws -> ShapeReader {
        ShapeReader(ParsingContext(month: try #require(Month("2026-10")), idRules: IDRules(provinces: ["44"])))
    }

    @Test(
        "a value has the shapes it can be read as",
        arguments: [
            ("440203198001101004", [.idNumber, .identifier]), ("4402**********1234", [.idNumber]),
            ("4.40203E+17", [.idNumber]), ("13900000000", [.phone, .identifier]),
            ("0751-8123456", [.phone, .identifier]),
            ("2026年10月31日", [.day]), ("202610", [.month, .region, .integer, .money, .identifier]),
            ("440203", [.region, .integer, .money, .identifier]), ("1,830.50", [.money]), ("12", [.integer, .money]),
            ("44020000000004", [.identifier]), ("张三", [.name]), ("阿依·古丽", [.name]), ("王?", [.name]),
            ("青石环保公司", [.text]), ("?", [.text]),
        ] as [(String, Set<ValueShape>)])
    func shapes(value: String, expected: Set<ValueShape>) throws {
        #expect(try Self.reader().shapes(of: value) == expected)
    }

    @Test("blanks and marks for nothing are no values")
    func nothing() throws {
        let reader = try Self.reader()
        for cell in ["", "  ", "-", "无", "\u{3000}"] { #expect(reader.value(of: cell) == nil) }
        #expect(reader.value(of: " 甲 ") == "甲")
    }
}
