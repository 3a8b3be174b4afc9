import Foundation
import Roster
import Testing

@testable import Matching

@Suite("Comparing names")
struct NameComparisonTests {
    /// Two names and how they agree.
    struct Pair: Sendable, CustomTestStringConvertible {
        var left: String
        var right: String
        var agreement: NameAgreement
        var testDescription: String { "\(left) – \(right)" }

        init(_ left: String, _ right: String, _ agreement: NameAgreement) {
            (self.left, self.right, self.agreement) = (left, right, agreement)
        }
    }

    static let pairs: [Pair] = [
        Pair("王伟", "王伟", .identical),
        Pair("王 伟", "王伟", .folded), Pair("王\u{3000}伟", "王伟", .folded), Pair("王\u{200B}伟", "王伟", .folded),
        Pair("ＡＬＩ", "ali", .folded), Pair("阿依古丽・买买提", "阿依古丽·买买提", .folded),
        Pair("阿依古丽．买买提", "阿依古丽•买买提", .folded), Pair("阿依古丽。买买提", "阿依古丽·买买提", .folded),
        Pair("阿依古丽 买买提", "阿依古丽·买买提", .folded), Pair("阿依古丽-买买提", "阿依古丽·买买提", .folded),
        Pair("\u{E863}某", "\u{4DAE}某", .folded), Pair("\u{F9E1}某", "李某", .folded), Pair("葛\u{E0100}某", "葛某", .folded),
        Pair("呂某", "吕某", .variant), Pair("某峯", "某峰", .variant), Pair("黃羣", "黄群", .variant),
        Pair("阿依古丽买买提", "阿依古丽·买买提", .lostDot), Pair("甲·乙·丙", "甲乙·丙", .lostDot),
        Pair("甲·乙丙", "甲乙·丙", .different), Pair("王?", "王伟", .unreadable), Pair("王？明", "王伟明", .unreadable),
        Pair("王□明", "王伟明", .unreadable), Pair("王＊明", "王伟明", .unreadable), Pair("王〓", "王伟", .unreadable),
        Pair("王??", "王伟明", .different), Pair("王?", "王伟明", .different), Pair("李?", "王伟", .different),
        Pair("萧某", "肖某", .surname), Pair("付某某", "傅某某", .surname), Pair("某萧", "某肖", .different),
        Pair("萧甲", "肖乙", .different), Pair("萧峯", "肖峰", .different), Pair("王伟", "王玮", .different),
        Pair("淼", "渺", .different), Pair("于某", "於某", .different), Pair("呂·某", "吕某", .different),
        Pair("\u{E000}某", "\u{E001}某", .different), Pair("", "王伟", .missing), Pair("王伟", "", .missing),
        Pair("", "", .missing), Pair(" ", "王伟", .missing),
    ]

    @Test("levels", arguments: pairs)
    func levels(pair: Pair) {
        #expect(Samples.names.compare(pair.left, pair.right) == pair.agreement)
    }

    @Test("comparing is symmetric", arguments: pairs)
    func symmetric(pair: Pair) {
        #expect(Samples.names.compare(pair.right, pair.left) == pair.agreement)
    }

    @Test("the folded key folds to itself", arguments: pairs)
    func idempotent(pair: Pair) {
        let key = Samples.names.key(pair.left)
        #expect(Samples.names.key(key) == key)
    }

    @Test(
        "grades",
        arguments: [
            (NameAgreement.identical, MatchGrade.a), (.folded, .a), (.variant, .b), (.lostDot, .b), (.unreadable, .b),
            (.surname, .b), (.different, .c), (.missing, .c),
        ])
    func grades(agreement: NameAgreement, grade: MatchGrade) {
        #expect(agreement.grade == grade)
    }

    @Test("a variant is folded in its direction only, and only if the table has it")
    func direction() {
        let names = NameComparison(tables: NameTables(variants: ["瀋": "沈"]))
        #expect(names.compare("瀋某", "沈某") == .variant)
        #expect(names.compare("呂某", "吕某") == .different)
    }

    @Test("all 80 private-use characters of the table fold to their standard ones")
    func privateUse() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "fixtures/vectors/pua_fold.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        let pairs = try lines.map { line in
            let codes = line.split(separator: ",")[1...2].map { UInt32($0.dropFirst(2), radix: 16) }
            return try (scalar(codes[0]), scalar(codes[1]))
        }
        #expect(pairs.count == 80)
        let names = NameComparison(tables: NameTables(privateUse: Dictionary(uniqueKeysWithValues: pairs)))
        for (privateUse, standard) in pairs {
            #expect(names.compare("王\(privateUse)", "王\(standard)") == .folded)
        }
    }

    private func scalar(_ code: UInt32?) throws -> Unicode.Scalar {
        try #require(code.flatMap(Unicode.Scalar.init))
    }
}
