package import Roster

/// What is the same for everyone decided in a month, besides the policy.
package struct MonthSetting: Sendable, Equatable {
    package var month: Month
    /// Working days; `nil` if the pipeline names no table.
    package var calendar: WorkingCalendar?
    /// Agencies and flexible-account units, which insure people who may not work there.
    package var intermediaries: EmployerList
    /// Required sources that did not come.
    package var missingSources: [SourceName]
    /// Kinds of source of which nothing came: what they do not show proves nothing.
    package var absentKinds: Set<SourceKind>

    package init(
        month: Month, calendar: WorkingCalendar?, intermediaries: EmployerList = EmployerList(),
        missingSources: [SourceName] = [], absentKinds: Set<SourceKind> = []
    ) {
        self.month = month
        self.calendar = calendar
        self.intermediaries = intermediaries
        self.missingSources = missingSources
        self.absentKinds = absentKinds
    }
}

/// Employers found by credit code, or by unit number where a record has no credit code.
package struct EmployerList: Sendable, Equatable {
    private let creditCodes: Set<String>
    private let unitNumbers: Set<String>

    /// The list of these employers; empty texts are left out.
    package init(creditCodes: [String] = [], unitNumbers: [String] = []) {
        self.creditCodes = Set(creditCodes.filter { !$0.isEmpty })
        self.unitNumbers = Set(unitNumbers.filter { !$0.isEmpty })
    }

    /// Whether the employer is on the list.
    package func contains(_ employer: Employer) -> Bool {
        if !employer.creditCode.isEmpty { return creditCodes.contains(employer.creditCode) }
        return !employer.unitNumber.isEmpty && unitNumbers.contains(employer.unitNumber)
    }
}
