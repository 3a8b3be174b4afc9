import Ledger
import Reports
import Roster

/// The machine files of a month while they are written, and what the people's files will need.
struct MonthTables: ~Copyable {
    private var ledger: MachineFile<LedgerRow>
    private var evidence: MachineFile<EvidenceRow>
    private var changes: MachineFile<ChangeRow>
    /// Changes of people who are not in the month, in the order of registration numbers.
    private var vanished: ArraySlice<ChangeRow>
    private(set) var summary: MonthSummary
    private(set) var rows: [LedgerRow] = []
    private(set) var workLists: [String: [WorkListEntry]] = [:]

    /// Creates the files in `folder`.
    init(in folder: String, month: Month, vanished: [ChangeRow]) throws {
        let ledger = try MachineFile(creating: "\(folder)/ledger.csv", table: LedgerRow.table)
        let evidence = try MachineFile(creating: "\(folder)/evidence.csv", table: EvidenceRow.table)
        let changes = try MachineFile(creating: "\(folder)/changes.csv", table: ChangeRow.table)
        self.ledger = ledger
        self.evidence = evidence
        self.changes = changes
        self.vanished = vanished[...]
        summary = MonthSummary(month: month)
        for _ in vanished { summary.addVanished() }
    }

    /// Writes the next people, in the order of registration numbers.
    mutating func append(_ batch: DecidedBatch) throws {
        try ledger.append(batch: batch.ledger)
        try evidence.append(batch: batch.evidence)
        summary.merge(batch.summary)
        for (person, phone) in zip(batch.people, batch.phones) {
            if let change = person.change {
                try appendVanished(before: change.registrationNumber)
                try changes.append(change)
            }
            rows.append(person.row)
            guard !person.row.workList.isEmpty else { continue }
            workLists[person.row.townCode, default: []].append(WorkListEntry(row: person.row, phone: phone))
        }
    }

    /// Writes what is left and closes the files; gives what the people's files are made of.
    consuming func finish() throws -> MonthPeople {
        try appendVanished(before: nil)
        _ = try ledger.finish()
        _ = try evidence.finish()
        _ = try changes.finish()
        return MonthPeople(summary: summary, rows: rows, workLists: workLists)
    }

    private mutating func appendVanished(before number: String?) throws {
        while let next = vanished.first {
            if let number, !precedesBytewise(next.registrationNumber, number) { return }
            try changes.append(next)
            vanished.removeFirst()
        }
    }
}

/// The people of a month as the workbooks and pages show them.
struct MonthPeople: Sendable {
    let summary: MonthSummary
    let rows: [LedgerRow]
    let workLists: [String: [WorkListEntry]]
}
