package import Roster

/// The findings of people as lines of the files beside the ledger, without headers: made anywhere, appended in order.
package struct ServiceTexts: Sendable {
    package private(set) var eligibility = CSVText()
    package private(set) var difficulty = CSVText()
    package private(set) var help = CSVText()
    package private(set) var deadlines = CSVText()
    package private(set) var allowance = CSVText()

    package init() {}

    /// Appends what was found of a person.
    package mutating func append(_ services: PersonServices, of row: LedgerRow) {
        func line<Finding>(_ finding: Finding) -> ServiceLine<Finding> {
            ServiceLine(month: row.month, registrationNumber: row.registrationNumber, finding: finding)
        }
        for test in services.eligibility { ServiceLine.table.write(line(test), to: &eligibility) }
        for finding in services.difficulty { ServiceLine.table.write(line(finding), to: &difficulty) }
        for count in services.help { ServiceLine.table.write(line(count), to: &help) }
        for act in services.deadlines { ServiceLine.table.write(line(act), to: &deadlines) }
        for year in services.allowance { ServiceLine.table.write(line(year), to: &allowance) }
    }
}

/// The files beside the ledger while they are written.
package struct ServiceFiles: ~Copyable {
    private var eligibility: MachineFile<ServiceLine<EligibilityTest>>?
    private var difficulty: MachineFile<ServiceLine<DifficultyFinding>>?
    private var help: MachineFile<ServiceLine<HelpCount>>?
    private var deadlines: MachineFile<ServiceLine<ActDeadline>>?
    private var allowance: MachineFile<ServiceLine<AllowanceYear>>?

    /// Which of them there are.
    package struct Parts: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let eligibility = Parts(rawValue: 1)
        package static let difficulty = Parts(rawValue: 2)
        package static let help = Parts(rawValue: 4)
        package static let deadlines = Parts(rawValue: 8)
        package static let allowance = Parts(rawValue: 16)
        package static let loans = Parts(rawValue: 32)
    }

    /// Creates the files in a folder.
    package init(in folder: String, _ parts: Parts) throws {
        func file<Row>(_ part: Parts, _ name: String, _ table: MachineTable<Row>) throws -> MachineFile<Row>? {
            parts.contains(part) ? try MachineFile(creating: "\(folder)/\(name).csv", table: table) : nil
        }
        let eligibility = try file(.eligibility, "eligibility", ServiceLine<EligibilityTest>.table)
        let difficulty = try file(.difficulty, "difficulty", ServiceLine<DifficultyFinding>.table)
        let help = try file(.help, "help", ServiceLine<HelpCount>.table)
        let deadlines = try file(.deadlines, "deadlines", ServiceLine<ActDeadline>.table)
        let allowance = try file(.allowance, "subsidy", ServiceLine<AllowanceYear>.table)
        self.eligibility = eligibility
        self.difficulty = difficulty
        self.help = help
        self.deadlines = deadlines
        self.allowance = allowance
    }

    /// Writes the next people's lines.
    package mutating func append(_ texts: ServiceTexts) throws {
        try eligibility?.append(batch: texts.eligibility)
        try difficulty?.append(batch: texts.difficulty)
        try help?.append(batch: texts.help)
        try deadlines?.append(batch: texts.deadlines)
        try allowance?.append(batch: texts.allowance)
    }

    /// Writes what is left and closes the files.
    package consuming func finish() throws {
        _ = try eligibility.take()?.finish()
        _ = try difficulty.take()?.finish()
        _ = try help.take()?.finish()
        _ = try deadlines.take()?.finish()
        _ = try allowance.take()?.finish()
    }
}
