import Decisions
import Ledger
package import Roster

extension LedgerDesk {
    /// A month, or one of its revisions: `2026-10`, `2026-10r1`.
    package struct MonthVersion: Sendable, Equatable {
        package var month: Month
        /// `nil`: the current one.
        package var revision: Int?

        /// Reads what people write and `ledger months` prints; `nil` if it is neither.
        package init?(_ text: String) {
            let parts = text.split(separator: "r", maxSplits: 1, omittingEmptySubsequences: false)
            guard let month = parts.first.flatMap({ Month(String($0)) }) else { return nil }
            self.month = month
            guard parts.count == 2 else { return }
            guard let number = Int(parts[1]), number > 0 else { return nil }
            revision = number
        }
    }

    /// Whose status differs, and why. Exit 66 if the ledger lacks one of the two.
    package func difference(from before: MonthVersion, to after: MonthVersion) throws -> MonthDifference {
        try with(.readOnly) { ledger in
            let found = try ledger.differences(
                from: (before.month, before.revision), to: (after.month, after.revision))
            let finder = try CauseFinder(ledger, before, after)
            return MonthDifference(
                before: finder.before, after: finder.after,
                people: try found.map { difference in
                    MonthDifference.Person(
                        registrationNumber: difference.registrationNumber,
                        from: difference.before?.status.text ?? "", to: difference.after?.status.text ?? "",
                        ruleBefore: difference.before?.rule ?? "", ruleAfter: difference.after?.rule ?? "",
                        cause: try finder.cause(of: difference))
                })
        }
    }
}

/// Tells why a status differs.
private struct CauseFinder {
    let ledger: Ledger
    let before, after: MonthDifference.Side
    private let months: (before: Month, after: Month)
    /// By the rules of before and of after; `nil` if rules and program are the same, or one of the pipelines is not kept
    /// whole.
    private let rules: (former: Redecision, later: Redecision)?
    private let haveRulesChanged: Bool
    /// Whom answers that came back by command tell of between the two.
    private let told: Set<String>

    init(_ ledger: Ledger, _ before: LedgerDesk.MonthVersion, _ after: LedgerDesk.MonthVersion) throws {
        self.ledger = ledger
        months = (before.month, after.month)
        let versions = try [before, after].map { try ledger.version(of: $0.month, revision: $0.revision) }
        self.before = MonthDifference.Side(month: before.month.description, revision: versions[0].revision.number)
        self.after = MonthDifference.Side(month: after.month.description, revision: versions[1].revision.number)
        haveRulesChanged =
            versions[0].revision.programVersion != versions[1].revision.programVersion
            || versions[0].pipeline != versions[1].pipeline
        told = try ledger.answered(from: versions[0].revision, to: versions[1].revision)
        guard haveRulesChanged, versions.allSatisfy({ !$0.pipeline.files.isEmpty }) else {
            rules = nil
            return
        }
        let manifest = try Manifest.kept(versions[1].manifest)
        let both = try [before, after].map {
            try Redecision(
                try ledger.definition(of: $0.month, revision: $0.revision), month: after.month, manifest: manifest)
        }
        rules = (both[0], both[1])
    }

    /// Rules first: where the rules of before give another status on the records of after, they make the difference.
    func cause(of difference: StatusDifference) throws -> MonthDifference.Cause {
        guard difference.before != nil, let now = difference.after else { return .data }
        if try isByRules(difference, now) { return .rule }
        let kinds = difference.evidence.kinds
        if !kinds.isEmpty { return kinds == ["survey"] ? .survey : .data }
        if difference.evidence.hasOtherGrade { return .model }
        if told.contains(difference.registrationNumber) { return .survey }
        if haveRulesChanged, rules == nil { return .rule }
        return months.before == months.after ? .data : .time
    }

    /// Only where the rules of after give what they gave can those of before show a difference.
    private func isByRules(_ difference: StatusDifference, _ now: StatusDifference.Side) throws -> Bool {
        let number = difference.registrationNumber
        guard let rules, let trail = try ledger.trail(of: number, in: months.after, revision: after.revision) else {
            return false
        }
        let history = try ledger.personHistory(before: months.after, of: number, by: .revision(after.revision))
        guard let former = rules.former.personCase(trail, history: history),
            let later = rules.later.personCase(trail, history: history)
        else { return false }
        return rules.later.decide(later).status == now.status && rules.former.decide(former).status != now.status
    }
}
