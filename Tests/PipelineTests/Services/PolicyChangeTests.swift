import Decisions
import Roster
import Testing

@testable import Pipeline

/// Numbers and categories are data: a changed pipeline file decides otherwise, without a new program.
@Suite("Changes of the policy in the pipeline file")
struct PolicyChangeTests {
    @Test("With men from 45 on, those of 45 are candidates, and no women besides")
    func age() throws {
        let definition = try ShippedPipeline.replacing("{男: 50, 女: 40}", by: "{男: 45, 女: 40}")
        let man = Applicant().born("1981-10-31", .male)
        #expect(try man.difficulty().isEmpty)
        #expect(try man.difficulty(by: definition) == ["01"])
        #expect(try Applicant().born("1981-11-01", .male).difficulty(by: definition).isEmpty)
        #expect(try Applicant().born("1986-11-01", .female).difficulty(by: definition).isEmpty)
    }

    @Test("A new category counts from its date on")
    func category() throws {
        let definition = try ShippedPipeline.replacing(
            "  # 粤人社规",
            by: """
                    - id: "13"
                      title: 登记失业半年以上的高校毕业生
                      from: "2026-11-01"
                      when: {all: [{roster: [高校毕业生]}, {registeredMonths: 6}]}
                  # 粤人社规
                """)
        let person = Applicant(.listed("高校毕业生", on: "2026-06-30")).registered("2026-04-30")
        #expect(try person.difficulty(by: definition).isEmpty)
        #expect(try person.with { $0.month = "2026-11" }.difficulty(by: definition) == ["13"])
        #expect(try person.with { $0.month = "2026-11" }.difficulty().isEmpty)
    }

    @Test("Where a new registration does not restart the year, it counts from the day of losing work")
    func restart() throws {
        let definition = try ShippedPipeline.replacing(
            "countsFromRegistration: yes", by: "countsFromRegistration: no")
        let person = Applicant().with { $0.registration.details.unemployedOn = "2025-10-31" }
        #expect(try person.difficulty().isEmpty)
        #expect(try person.difficulty(by: definition) == ["07"])
    }

    @Test("Mistakes in the new sections are named with their place")
    func mistakes() throws {
        func codes(_ old: String, _ new: String) throws -> [String] {
            let text = try ConfigurationSamples.shippedText()
            try #require(text.contains(old))
            return ConfigurationSamples.problems(in: text.replacing(old, with: new, maxReplacements: 1))
                .map { "\($0.fault.code) \($0.found)" }
        }
        #expect(
            try codes("when: {unemployedMonths: 12}", "when: {unemployedMonth: 12}").contains("E104 unemployedMonth"))
        #expect(
            try codes("when: {unemployedMonths: 12}", "when: {unemployedMonths: 12, registeredMonths: 6}")
                .contains { $0.hasPrefix("E111") })
        #expect(try codes("when: {rules: [R09]}", "when: {rules: [R99]}") == ["E113 R99"])
        #expect(try codes("householdAtWork: [\"04\", \"05\"]", "householdAtWork: [\"14\"]") == ["E113 14"])
        #expect(try codes("item: guidance", "item: guidence") == ["E113 guidence"])
        #expect(try codes("{level: I, item: guidance", "{level: IV, item: guidance") == ["E113 IV"])
        #expect(try codes("    - id: \"02\"", "    - id: \"01\"").contains("E114 01"))
        #expect(try codes("title: 大龄失业人员", "title: 大龄失业人员\n      from: 2026年").contains("E111 2026年"))
        #expect(try codes("noticeDays: 5", "noticeDays: 0") == ["E112 0"])
    }
}
