import Ledger
import Reports
import Roster

/// The machine files of a month while they are written, and what the people's files will need.
struct MonthTables: ~Copyable {
    private var ledger: MachineFile<LedgerRow>?
    private var evidence: MachineFile<EvidenceRow>?
    private var changes: MachineFile<ChangeRow>?
    private var links: MachineFile<LinkChange>?
    private var services: ServiceFiles
    private var loans: MachineFile<LoanRow>?
    private var linkChanges: [SourceName: Tally<LinkChange.Kind>] = [:]
    private let projections: ProjectionFiles
    /// Changes of people who are not in the month, in the order of registration numbers.
    private var vanished: ArraySlice<ChangeRow>
    private let keepsEverybody: Bool
    private(set) var summary: MonthSummary
    private(set) var rows: [LedgerRow] = []
    private var notes: [PersonNote] = []
    private var judgements: [LoanJudgement] = []
    private let keepsServices, keepsWorkLists: Bool

    /// Creates in `folder` the files that are switched on.
    init(
        in folder: String, month: Month, people: Int, outputs: OutputSwitches, services parts: ServiceFiles.Parts,
        vanished: [ChangeRow]
    ) throws {
        let ledger = outputs.people ? try MachineFile(creating: "\(folder)/ledger.csv", table: LedgerRow.table) : nil
        let evidence =
            outputs.evidence ? try MachineFile(creating: "\(folder)/evidence.csv", table: EvidenceRow.table) : nil
        let changes =
            outputs.changes ? try MachineFile(creating: "\(folder)/changes.csv", table: ChangeRow.table) : nil
        let links =
            outputs.changes ? try MachineFile(creating: "\(folder)/links.csv", table: LinkChange.table) : nil
        let projections = try ProjectionFiles(in: folder, outputs.projections)
        let services = try ServiceFiles(in: folder, parts)
        let loans =
            parts.contains(.loans) ? try MachineFile(creating: "\(folder)/loans.csv", table: LoanRow.table) : nil
        self.services = services
        self.loans = loans
        keepsServices = outputs.serviceWorkbook && !parts.isEmpty
        self.projections = projections
        self.ledger = ledger
        self.evidence = evidence
        self.changes = changes
        self.links = links
        self.vanished = vanished[...]
        keepsEverybody = outputs.ledgerWorkbook
        keepsWorkLists = outputs.workLists
        // Rows are large and many: an array that grows would hold them twice.
        if keepsEverybody { rows.reserveCapacity(people) }
        summary = MonthSummary(month: month)
        for _ in vanished { summary.addVanished() }
    }

    /// Writes the next people, in the order of registration numbers.
    mutating func append(_ batch: DecidedBatch) throws {
        try ledger?.append(batch: batch.ledger)
        try evidence?.append(batch: batch.evidence)
        try projections.append(batch.projected)
        for change in batch.linkChanges {
            try links?.append(change)
            linkChanges[change.source, default: Tally()].add(change.kind)
        }
        summary.merge(batch.summary)
        try services.append(batch.services)
        var corrections = batch.corrections[...]
        for _ in corrections { summary.addCorrected() }
        for place in batch.people.indices {
            let (person, phone, found) = (batch.people[place], batch.phones[place], batch.found[place])
            if let change = person.change {
                try appendVanished(before: change.registrationNumber)
                try changes?.append(change)
            }
            while let correction = corrections.first, correction.registrationNumber == person.row.registrationNumber {
                try appendVanished(before: correction.registrationNumber)
                try changes?.append(correction)
                corrections.removeFirst()
            }
            keep(person.row, phone: phone, found)
        }
    }

    /// Keeps what people's files are made of: the row of everybody where all are listed, else of those who are noted.
    private mutating func keep(_ row: LedgerRow, phone: String, _ found: PersonServices) {
        let isNoted = keepsServices && !found.isEmpty || keepsWorkLists && !row.workList.isEmpty
        guard keepsEverybody || isNoted else { return }
        if isNoted { notes.append(PersonNote(row: Int32(rows.count), phone: phone, services: found)) }
        rows.append(row)
    }

    /// Writes the judged applications for loans, which come in their order.
    mutating func append(_ judgements: [LoanJudgement]) throws {
        for judgement in judgements {
            try loans?.append(LoanRow(month: summary.month, judgement: judgement))
            summary.services.add(judgement)
        }
        self.judgements = judgements
    }

    /// Writes what is left and closes the files; gives what the people's files are made of.
    consuming func finish() throws -> MonthPeople {
        try appendVanished(before: nil)
        _ = try ledger.take()?.finish()
        _ = try evidence.take()?.finish()
        _ = try changes.take()?.finish()
        _ = try links.take()?.finish()
        _ = try loans.take()?.finish()
        try services.finish()
        try projections.finish()
        return MonthPeople(
            summary: summary, rows: rows, notes: notes, loans: judgements, linkChanges: linkChanges)
    }

    private mutating func appendVanished(before number: String?) throws {
        while let next = vanished.first {
            if let number, !precedesBytewise(next.registrationNumber, number) { return }
            try changes?.append(next)
            vanished.removeFirst()
        }
    }
}

/// The people of a month as the workbooks and pages show them.
struct MonthPeople: Sendable {
    let summary: MonthSummary
    let rows: [LedgerRow]
    /// What is told of some of them, in the order of their rows.
    let notes: [PersonNote]
    let loans: [LoanJudgement]
    /// Links new, lost and moved since last month.
    let linkChanges: [SourceName: Tally<LinkChange.Kind>]
}

/// Somebody on a work list, or of whom something was found beside the status.
struct PersonNote: Sendable {
    /// Place of the person's row.
    let row: Int32
    let phone: String
    let services: PersonServices
}

extension MonthPeople {
    /// Places of the notes of people on work lists, by town.
    var listedByTown: [String: [Int]] {
        let listed = notes.indices.filter { !rows[Int(notes[$0].row)].workList.isEmpty }
        return Dictionary(grouping: listed) { rows[Int(notes[$0].row)].townCode }
    }

    /// An entry of a work list.
    func workListEntry(_ place: Int) -> WorkListEntry {
        let note = notes[place]
        return WorkListEntry(row: rows[Int(note.row)], phone: note.phone, help: note.services.help)
    }

    /// Those of whom something was found beside the status, made one by one.
    var serviceEntries: some Sequence<ServiceEntry> {
        notes.lazy.filter { !$0.services.isEmpty }.map { note in
            ServiceEntry(row: rows[Int(note.row)], phone: note.phone, services: note.services)
        }
    }
}
