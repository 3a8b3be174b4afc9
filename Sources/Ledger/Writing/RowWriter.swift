import Digest
import Roster

/// Turns people into rows of all tables and keeps the digest of each table.
///
/// The cells of a row are made once: they go to SQLite, with names replaced by their keys, and to the serializer.
struct RowWriter {
    private let month: Month
    private let revision: Cell
    private var files: FileNames
    private var employers = EmployerNames()
    private var lastNumber: String?
    private var lastChange: String?
    private(set) var people = 0
    private var statuses = RowSerializer()
    private var evidence = RowSerializer()
    private var surveys = RowSerializer()
    private var employerMonths = RowSerializer()
    private var changes = RowSerializer()

    init(month: Month, revision: Int64, in session: Session) throws {
        self.month = month
        self.revision = .integer(revision)
        files = try FileNames(in: session)
    }

    /// Writes people in ascending order of registration numbers.
    mutating func write(_ batch: [PersonMonth], in session: Session) throws {
        guard let first = batch.first, let last = batch.last else { return }
        var registrations = try RegistrationLookup(
            from: first.row.registrationNumber, to: last.row.registrationNumber, in: session)
        let statements = try RowStatements(in: session)
        for person in batch {
            let number = person.row.registrationNumber
            try RowWriter.checkOrder(number, after: lastNumber)
            lastNumber = number
            try write(person, &registrations, statements, session)
        }
        people += batch.count
    }

    /// Writes changes of people who are not in the month.
    mutating func write(_ others: [ChangeRow], in session: Session) throws {
        guard let first = others.first, let last = others.last else { return }
        var registrations = try RegistrationLookup(
            from: first.registrationNumber, to: last.registrationNumber, in: session)
        let statements = try RowStatements(in: session)
        for change in others {
            let number = change.registrationNumber
            if number != lastChange { try RowWriter.checkOrder(number, after: lastChange) }
            lastChange = number
            let key = try registrations.find(number, in: session).key
            try write(change, part: 1, of: .integer(key), statements)
        }
    }

    /// The digests of the tables, in the order of `CanonicalQuery`.
    mutating func digests() -> [ContentDigest] {
        [
            statuses.finalize(), evidence.finalize(), surveys.finalize(), employerMonths.finalize(),
            changes.finalize(),
        ]
    }

    private static func checkOrder(_ number: String, after previous: String?) throws {
        guard let previous, !previous.utf8.lexicographicallyPrecedes(number.utf8) else { return }
        throw LedgerError(.outOfOrder, path: "")
    }
}

extension RowWriter {
    private mutating func write(
        _ person: PersonMonth, _ registrations: inout RegistrationLookup, _ statements: RowStatements,
        _ session: Session
    ) throws {
        let number = Cell.text(person.row.registrationNumber)
        let cells = StatusCells(person.row, lastContactOn: person.lastContactOn)
        let fingerprint = statuses.beginRow(number, cells.person)
        let registration = try registrations.find(person.row.registrationNumber, in: session)
        let key = Cell.integer(registration.key)
        let version = try registration.version(fingerprint) ?? add(cells.person, fingerprint, registration, statements)
        if registration.firstMonth.map({ $0 > Int64(month.index) }) ?? true {
            try statements.firstMonth.run([Cell(month.index), key])
        }
        let seal = statuses.finishRow(cells.decision, StatusCells.evidence(person.row.evidence))
        let stored = try files.stored(person.row.evidence, in: session)
        try statements.status.run([revision, key, .integer(version)], cells.decision, [stored, .integer(seal)])
        try writeEvidence(person, number, key, statements, session)
        try writeMemory(person, number, key, statements, session)
        if let change = person.change { try write(change, part: 0, of: key, statements) }
    }

    private func add(
        _ person: [Cell], _ fingerprint: Int64, _ registration: Registered, _ statements: RowStatements
    ) throws -> Int64 {
        let version = registration.nextVersion
        try statements.person.run(
            [.integer(registration.key), .integer(version), .integer(fingerprint)], person)
        return version
    }

    private mutating func writeEvidence(
        _ person: PersonMonth, _ number: Cell, _ key: Cell, _ statements: RowStatements, _ session: Session
    ) throws {
        for (offset, assessed) in person.evidence.enumerated() {
            let record = EvidenceRecord(assessed)
            let names: [Cell] = [.text(record.reference.source.text), .text(record.reference.file)]
            let (head, tail) = (record.headCells, record.tailCells)
            let seal = evidence.row([number], head, names, tail)
            let file = try files.key(of: record.reference, in: session)
            try statements.evidence.run(
                [revision, key, Cell(offset + 1)], head, [.integer(file)], tail, [.integer(seal)])
        }
    }

    private mutating func writeMemory(
        _ person: PersonMonth, _ number: Cell, _ key: Cell, _ statements: RowStatements, _ session: Session
    ) throws {
        for answer in SurveyAnswer.distinct(person.surveys) {
            let cells = answer.keyCells + answer.remarkCells
            let seal = surveys.row([number], cells)
            try statements.survey.run([revision, key], cells, [.integer(seal)])
        }
        for month in EmployerMonth.distinct(person.employerMonths) {
            let (period, flags) = (Cell(month.month.index), [Cell(month.isStrong), Cell(month.isPaid)])
            _ = employerMonths.row([number, period, .text(month.employerKey), .text(month.employerName)], flags)
            let employer = try employers.key(of: month.employerKey, name: month.employerName, in: session)
            try statements.employerMonth.run([revision, key, period, .integer(employer)], flags)
        }
    }

    private mutating func write(_ change: ChangeRow, part: Int, of key: Cell, _ statements: RowStatements) throws {
        let cells = change.cells
        _ = changes.row([Cell(part), .text(change.registrationNumber)], cells)
        try statements.change.run([revision, Cell(part), key], cells)
    }
}
