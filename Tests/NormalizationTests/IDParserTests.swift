import Roster
import Testing

@testable import Normalization

@Suite("Reading of identity numbers")
struct IDParserTests {
    @Test(
        "faults are told apart",
        arguments: [
            ("111111111111111111", IDFault.placeholder), ("111111111111111", .placeholder),
            ("440205198811300120", .checkDigit), ("990204199001010013", .province),
            ("440204200102290016", .birthDate), ("440204179901010013", .birthDate), ("44O205198811300121", .shape),
            ("440203700615O01", .shape),
        ])
    func faults(text: String, fault: IDFault) {
        #expect(Samples.ids.read(text) == .faulty(text, fault))
    }

    @Test(
        "wrappers, look-alikes and invisible characters do not matter",
        arguments: [
            "=\"44020319900101001X\"", "=“44020319900101001X”", "'44020319900101001x", "’44020319900101001x",
            "\t44020319900101001X ", "44020319900101001×", "44020319900101001Х", "44020319900101001х",
            "４４０２０３１９９００１０１００１Ｘ", "440203\u{200B}19900101001X", "\u{FEFF}44020319900101001X", "＝＂44020319900101001X＂",
            "440203 19900101 001X", "\u{3000}44020319900101001X\u{00A0}",
        ])
    func cleaning(text: String) {
        #expect(Samples.ids.read(text).number?.text == "44020319900101001X")
    }

    @Test(
        "masks are folded to asterisks",
        arguments: [
            ("440205********0123", "440205********0123"), ("440205＊＊＊＊＊＊＊＊0123", "440205********0123"),
            ("440205XXXXXXXX0123", "440205********0123"), ("440205########012x", "440205********012X"),
            ("440205●●●●●●●●012X", "440205********012X"), ("4402**0123", "4402**0123"),
            ("440203199001XXXXXX", "440203199001******"), ("4402*X*199001010011", "4402***199001010011"),
            ("******************", "******************"),
        ])
    func masks(text: String, folded: String) {
        #expect(Samples.ids.read(text) == .masked(folded))
    }

    @Test(
        "digits lost to a spreadsheet are recognised",
        arguments: ["4.40203E+17", "4.4E17", "4e+17", "440205198811300000", "440205198811301000"])
    func lost(text: String) {
        guard case .precisionLost = Samples.ids.read(text) else {
            Issue.record("\(text) is read as \(Samples.ids.read(text))")
            return
        }
    }

    @Test("null marks are no number", arguments: ["", " ", "-", "—", "无", "null", "NULL", "/", "／", "'"])
    func missing(text: String) {
        #expect(Samples.ids.read(text) == .missing)
    }

    @Test(
        "papers of other kinds are not called mistakes",
        arguments: ["E12345678", "EA1234567", "M12345678", "H1234567890"])
    func otherPapers(text: String) {
        #expect(Samples.ids.read(text) == .otherPaper(text))
    }

    @Test("15 digits are upgraded unless the birth date column contradicts")
    func upgrade() throws {
        let upgraded = try #require(IDNumber(checking: "440203197006150012"))
        let agreeing = try Samples.day("1970-06-15")
        let other = try Samples.day("1970-06-16")
        #expect(Samples.ids.read("440203700615001") { .day(agreeing) } == .usable(upgraded))
        #expect(Samples.ids.read("440203700615001") { .month(agreeing.month) } == .usable(upgraded))
        #expect(Samples.ids.read("440203700615001") { nil } == .usable(upgraded))
        #expect(
            Samples.ids.read("440203700615001") { .day(other) } == .faulty("440203700615001", .notUpgraded))
    }

    @Test("a birth date after the month's end is no birth date, one on its last day is")
    func future() throws {
        func number(_ birth: String) -> String {
            let digits = Array("440203\(birth)001".utf8)
            return String(decoding: digits + [IDNumber.checkCharacter(of: digits[...])], as: UTF8.self)
        }
        #expect(Samples.ids.read(number("20261031")).number != nil)
        #expect(Samples.ids.read(number("20261101")) == .faulty(number("20261101"), .birthDate))
        #expect(Samples.ids.read(number("19000101")).number != nil)
        #expect(Samples.ids.read(number("18991231")) == .faulty(number("18991231"), .birthDate))
    }

    @Test("the quick check of the check character agrees with the weights of the standard")
    func checkCharacter() {
        for sequence in 0..<1000 {
            let digits = Array("44020319900101\(String(1000 + sequence).suffix(3))".utf8)
            let right = IDNumber.checkCharacter(of: digits[...])
            for last in Array("0123456789X".utf8) {
                let text = digits + [last]
                let parsed = IDDigits(text.span)
                #expect(parsed?.hasRightCheck == (last == right))
            }
        }
    }

    @Test("region codes: unknown under a covered prefix, abolished before birth, placeholders")
    func regions() {
        let table = RegionTable(
            regions: [
                .init(code: "440200"), .init(code: "440201"), .init(code: "440203"),
                .init(code: "440202", abolishedIn: 2004),
            ], coveredPrefixes: ["4402"])
        #expect(table.admits("440203", in: 1990))
        #expect(table.admits("440201", in: 1990))
        #expect(!table.admits("440299", in: 1990))
        #expect(table.admits("440202", in: 1980))
        #expect(!table.admits("440202", in: 2010))
        #expect(!table.admits("440200", in: 1990))
        #expect(table.admits("110101", in: 1990))
    }
}
