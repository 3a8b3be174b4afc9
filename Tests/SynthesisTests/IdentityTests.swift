import Roster
import Testing

@testable import Synthesis

@Suite struct IdentityTests {
    @Test("identity numbers check out, carry a placeholder county, and never meet")
    func numbers() throws {
        var seen: Set<UInt64> = []
        for ordinal in stride(from: 0, to: 100_000_000, by: 997) {
            let identity = IdentityNumbers.workers.number(ordinal)
            let number = try #require(IDNumber(checking: identity.text))
            #expect(number.regionCode.hasSuffix("01"))
            #expect(number.birthDate == identity.birthDate)
            #expect((number.sex == .male) == identity.isMale)
            seen.insert(number.folded)
        }
        #expect(seen.count == 100_301)
    }

    @Test("a number with a wrong check character does not check out, an old one has fifteen digits")
    func damaged() {
        for ordinal in 0..<200 {
            let identity = IdentityNumbers.elders.number(ordinal)
            #expect(IDNumber(checking: identity.withWrongCheck) == nil)
            #expect(identity.oldText.utf8.count == 15)
            #expect(identity.masked.count == 18)
        }
    }

    @Test(
        "spellings differ as they say",
        arguments: [
            ("阿依古丽·买买提", Spelling.alike, "阿依古丽・买买提"), ("阿依古丽·买买提", .near, "阿依古丽买买提"), ("萧伟", .near, "肖伟"),
            ("吕建国", .near, "呂建国"), ("李䶮", .alike, "李\u{E863}"), ("陈芳", .near, "陈?"), ("陈芳", .alike, "陈 芳"),
            ("陈芳", .other, "陈凤仪"), ("陈芳", .same, "陈芳"),
        ])
    func spellings(name: String, spelling: Spelling, written: String) {
        #expect(spelling.write(name, salt: 0) == written)
    }

    @Test("the list of dispatch units has whole rows with right credit codes")
    func dispatchUnits() {
        let lines = DispatchUnits.csv.split(separator: "\n")
        #expect(lines.first == "统一社会信用代码,单位编号,单位名称,类别")
        #expect(lines.count == 13)
        #expect(lines[1].hasPrefix("91440201A0100Y6G8K,4402009100,"))
        for line in lines { #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 4) }
    }
}
