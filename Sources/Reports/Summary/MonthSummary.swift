package import Roster

/// Counts of one month's ledger: what pages and the manifest show. Made row by row, without keeping a person.
package struct MonthSummary: Sendable, Equatable {
    package let month: Month
    /// People in scope and how many of them were checked.
    package private(set) var coverage = Coverage()
    /// The same by town code.
    package private(set) var towns: [String: Coverage] = [:]
    /// People by county code and status.
    package private(set) var counties: [String: Tally<StatusCode>] = [:]
    /// People by last month's status (`nil`: not in its ledger) and this month's.
    package private(set) var flows: [StatusCode?: Tally<StatusCode>] = [:]
    package private(set) var statuses = Tally<StatusCode>()
    package private(set) var rules = Tally<String>()
    package private(set) var changes = Tally<ChangeKind>()
    package private(set) var actions = Tally<Action>()
    package private(set) var workListReasons = Tally<WorkListReason>()
    package private(set) var lowIncome = Tally<LowIncomeKind>()
    /// People whose status an officer has to look at.
    package private(set) var needingVerification = 0
    /// People on a work list.
    package private(set) var onWorkList = 0
    /// People to be told in writing.
    package private(set) var toNotify = 0
    /// People recognised as finding work hard to get.
    package private(set) var recognised = 0
    /// People of last month's ledger who are gone from the roster without a confirmed end.
    package private(set) var vanished = 0

    /// What is found beside statuses.
    package var services = ServiceSummary()

    /// The summary of a month without people.
    package init(month: Month) {
        self.month = month
    }

    /// People in scope.
    package var people: Int { coverage.people }

    /// Counts one person.
    package mutating func add(_ row: LedgerRow) {
        coverage.add(row)
        towns[row.townCode, default: Coverage()].add(row)
        counties[row.countyCode, default: Tally()].add(row.status)
        flows[row.previousStatus, default: Tally()].add(row.status)
        statuses.add(row.status)
        rules.add(row.rule)
        changes.add(row.change)
        actions.add(row.action)
        for reason in row.workList { workListReasons.add(reason) }
        if let kind = row.lowIncome { lowIncome.add(kind) }
        needingVerification += row.needsVerification ? 1 : 0
        onWorkList += row.workList.isEmpty ? 0 : 1
        toNotify += row.notify ? 1 : 0
        recognised += row.isRecognised ? 1 : 0
    }

    /// Counts what was found of a person beside the status.
    package mutating func add(_ found: PersonServices) {
        services.add(found)
    }

    /// Counts a person who vanished: in changes.csv, not in the ledger.
    package mutating func addVanished() {
        vanished += 1
        changes.add(.vanished)
    }

    /// Counts a correction of a closed month: in changes.csv, not in the ledger.
    package mutating func addCorrected() {
        changes.add(.corrected)
    }

    /// Takes in the counts of other people of the month.
    package mutating func merge(_ other: MonthSummary) {
        coverage.merge(other.coverage)
        towns.merge(other.towns) { $0.merging($1) }
        counties.merge(other.counties) { $0.merging($1) }
        flows.merge(other.flows) { $0.merging($1) }
        statuses.merge(other.statuses)
        rules.merge(other.rules)
        changes.merge(other.changes)
        actions.merge(other.actions)
        workListReasons.merge(other.workListReasons)
        lowIncome.merge(other.lowIncome)
        needingVerification += other.needingVerification
        onWorkList += other.onWorkList
        toNotify += other.toNotify
        recognised += other.recognised
        vanished += other.vanished
        services.merge(other.services)
    }
}

/// How many people were checked, and how.
package struct Coverage: Sendable, Equatable {
    package private(set) var people = 0
    package private(set) var tracked = 0
    /// People by method; one person may be counted under several.
    package private(set) var methods = Tally<TrackingMethod>()

    package init() {}

    mutating func add(_ row: LedgerRow) {
        people += 1
        tracked += row.isTracked ? 1 : 0
        for method in row.methods { methods.add(method) }
    }

    mutating func merge(_ other: Coverage) {
        people += other.people
        tracked += other.tracked
        methods.merge(other.methods)
    }

    func merging(_ other: Coverage) -> Coverage {
        var result = self
        result.merge(other)
        return result
    }
}
