import Decisions
import Roster

/// Reads what is done with people beyond their status: what they told, contact, conflicts, work lists.
struct ConductParser {
    /// The section `told`.
    func told(_ cursor: ConfigCursor?) -> ToldPolicy {
        let holds = cursor?.items().compactMap { item in
            item.section("hold") { section in
                ToldHold(
                    outcomes: section.require("answers")?.words(.answer) ?? [],
                    months: section.optional("months")?.integer(in: 1...120),
                    leavesSuspicion: section.optional("leavesSuspicion")?.flag() ?? false)
            }
        }
        return ToldPolicy(holds: holds ?? [])
    }

    /// The section `contact`.
    func contact(_ cursor: ConfigCursor?) -> ContactPolicy {
        var contact = ContactPolicy()
        _ = cursor?.section("contact") { section in
            section.need("missedAnswers", into: &contact.missedOutcomes) { $0.words(.answer) }
            section.need("lostAfterMonths", into: &contact.lostAfterMonths) { $0.integer(in: 1...120) }
            section.need("dueAfterMonths", into: &contact.dueAfterMonths) { $0.integer(in: 1...120) }
            section.need("defaultValidityMonths", into: &contact.defaultValidityMonths) { $0.integer(in: 1...120) }
            if contact.dueAfterMonths >= contact.lostAfterMonths {
                section.reportKey(.contradiction(.contactAfterLoss), found: "")
            }
        }
        return contact
    }

    /// The section `conflicts`.
    func conflicts(_ cursor: ConfigCursor?) -> ConflictPolicy {
        var conflicts = ConflictPolicy()
        _ = cursor?.section("conflicts") { section in
            section.read("reasons", into: &conflicts.reasons) { $0.words(.reason) }
            section.read("contradictingWeights", into: &conflicts.contradictingWeights) { $0.words(.weight) }
            section.read("signOfLife", into: &conflicts.signOfLife) { $0.contributionPattern("pattern") }
            section.read("unableKinds", into: &conflicts.unableKinds) { $0.words(.code) }
            section.read("unableGrades", into: &conflicts.unableGrades) { $0.words(.grade) }
        }
        return conflicts
    }

    /// The section `lowIncome`.
    func lowIncome(_ cursor: ConfigCursor?) -> LowIncomePolicy {
        var lowIncome = LowIncomePolicy()
        _ = cursor?.section("lowIncome") { section in
            section.need("grades", into: &lowIncome.grades) { $0.words(.grade) }
        }
        return lowIncome
    }

    /// The section `workList`.
    func workList(_ cursor: ConfigCursor?) -> WorkListPolicy {
        var workList = WorkListPolicy()
        _ = cursor?.section("workList") { section in
            section.need("reasons", into: &workList.reasons) { $0.words(.reason) }
            section.need("expiringDays", into: &workList.expiringDays) { $0.integer(in: 0...366) }
            section.need("sampleRate", into: &workList.sampleRate) { cursor in
                cursor.share().map { Double($0.millionths) / 1_000_000 }
            }
            section.need("sampleSeed", into: &workList.sampleSeed) { $0.text() }
            section.need("dueDay", into: &workList.dueDay) { $0.integer(in: 1...28) }
        }
        return workList
    }
}
