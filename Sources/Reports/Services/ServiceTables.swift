package import Roster

/// Something found of a registered person in a month: a line of one of the files beside the ledger.
package struct ServiceLine<Finding: Sendable>: Sendable {
    package var month: Month
    package var registrationNumber: String
    package var finding: Finding

    package init(month: Month, registrationNumber: String, finding: Finding) {
        self.month = month
        self.registrationNumber = registrationNumber
        self.finding = finding
    }

    /// The columns that say of whom and when.
    fileprivate static var personColumns: [MachineTable<ServiceLine>.Column] {
        [.init(.month) { $1.add($0.month) }, .init(.registrationNumber) { $1.add($0.registrationNumber) }]
    }
}

extension ServiceLine<EligibilityTest> {
    /// Columns of `eligibility.csv`.
    package static let table = MachineTable<Self>(
        personColumns + [
            .init(.condition) { $1.add($0.finding.condition.rawValue) },
            .init(.result) { $1.add($0.finding.result.rawValue) },
            .init(.evidence) { $1.add(joining: $0.finding.evidence) },
        ])
}

extension ServiceLine<DifficultyFinding> {
    /// Columns of `difficulty.csv`.
    package static let table = MachineTable<Self>(
        personColumns + [
            .init(.category) { $1.add($0.finding.category) },
            .init(.kind) { $1.add($0.finding.kind.rawValue) },
            .init(.grade) { $1.add($0.finding.grade?.rawValue ?? "") },
            .init(.exitGround) { $1.add($0.finding.exitGround) },
            .init(.since) { $1.add($0.finding.since) },
            .init(.documents) { $1.add(joining: $0.finding.documents) },
            .init(.office) { $1.add($0.finding.office) },
        ])
}

extension ServiceLine<HelpCount> {
    /// Columns of `help.csv`.
    package static let table = MachineTable<Self>(
        personColumns + [
            .init(.level) { $1.add($0.finding.level.rawValue) },
            .init(.item) { $1.add($0.finding.item.rawValue) },
            .init(.owed) { $1.add($0.finding.owed) },
            .init(.given) { $1.add($0.finding.given) },
            .init(.gap) { $1.add($0.finding.gap) },
        ])
}

extension ServiceLine<ActDeadline> {
    /// Columns of `deadlines.csv`.
    package static let table = MachineTable<Self>(
        personColumns + [
            .init(.act) { $1.add($0.finding.act.rawValue) },
            .init(.reference) { $1.add($0.finding.reference) },
            .init(.startDate) { $1.add($0.finding.startedOn) },
            .init(.dueDate) { $1.add($0.finding.dueOn) },
            .init(.doneDate) { $1.add($0.finding.doneOn) },
            .init(.workingDaysUsed) { $1.add($0.finding.workingDaysUsed) },
            .init(.state) { $1.add($0.finding.state?.rawValue ?? "") },
        ])
}

extension ServiceLine<AllowanceYear> {
    /// Columns of `subsidy.csv`.
    package static let table = MachineTable<Self>(
        personColumns + [
            .init(.year) { $1.add($0.finding.year) },
            .init(.owed) { $1.add($0.finding.isOwed) },
            .init(.paidCount) { $1.add($0.finding.paidCount) },
            .init(.paidAmount) { $1.add($0.finding.paidAmount) },
            .init(.state) { $1.add($0.finding.state.rawValue) },
        ])
}

/// An application for a loan as judged in a month: a line of `loans.csv`.
package struct LoanRow: Sendable {
    package var month: Month
    package var judgement: LoanJudgement

    package init(month: Month, judgement: LoanJudgement) {
        self.month = month
        self.judgement = judgement
    }

    /// Columns of `loans.csv`.
    package static let table = MachineTable<LoanRow>(
        [
            .init(.month) { $1.add($0.month) },
            .init(.applicationNumber) { $1.add($0.judgement.applicationNumber) },
            .init(.borrower) { $1.add($0.judgement.borrower.rawValue) },
        ]
            + LoanCondition.allCases.map { condition in
                .init(condition.column) { $1.add($0.judgement.conditions[condition]?.rawValue ?? "") }
            } + [
                .init(.result) { $1.add($0.judgement.result.rawValue) },
                .init(.interestSubsidy) { $1.add($0.judgement.interestSubsidy) },
            ])
}

extension LoanCondition {
    /// The column of its result.
    var column: ColumnName {
        switch self {
        case .group: .loanGroup
        case .age: .loanAge
        case .place: .loanPlace
        case .otherLoans: .loanOthers
        case .amount: .loanAmount
        case .term: .loanTerm
        case .times: .loanTimes
        case .rate: .loanRate
        case .hires: .loanHires
        case .arrears: .loanArrears
        }
    }
}
