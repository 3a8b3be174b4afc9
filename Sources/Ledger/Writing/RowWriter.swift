import Digest
import Roster

/// Puts the rows of people into all tables and keeps the digest of each table.
struct RowWriter {
    private let month: Month
    private let revision: Cell
    private var files: FileNames
    private var employers = EmployerNames()
    private var lastNumber: String?
    private var lastChange: String?
    private(set) var people = 0
    private var tables = TableDigests()

    init(month: Month, revision: Int64, in session: Session) throws {
        self.month = month
        self.revision = .integer(revision)
        files = try FileNames(in: session)
    }

    /// Writes people in ascending order of registration numbers.
    mutating func write(_ batch: PeopleRows, in session: Session) throws {
        guard let first = batch.people.first, let last = batch.people.last else { return }
        var registrations = try RegistrationLookup(from: first.number, to: last.number, month: month, in: session)
        let statements = try RowStatements(in: session)
        for person in batch.people {
            try RowWriter.checkOrder(person.number, after: lastNumber)
            lastNumber = person.number
            try write(person, &registrations, statements, session)
        }
        for table in CanonicalQuery.allCases { tables.update(table, batch.bytes[table, default: []]) }
        people += batch.people.count
    }

    /// Writes changes of people who are not in the month.
    mutating func write(_ others: [ChangeRow], in session: Session) throws {
        guard let first = others.first, let last = others.last else { return }
        var registrations = try RegistrationLookup(
            from: first.registrationNumber, to: last.registrationNumber, month: nil, in: session)
        let statements = try RowStatements(in: session)
        var serializer = RowSerializer()
        for change in others {
            let number = change.registrationNumber
            if number != lastChange { try RowWriter.checkOrder(number, after: lastChange) }
            lastChange = number
            let key = try registrations.find(number, statements, in: session).key
            let cells = change.cells
            _ = serializer.row([Cell(1), .text(number)], cells)
            try statements.change.run([revision, Cell(1), .integer(key)], cells)
        }
        tables.update(.changes, serializer.bytes)
    }

    /// Writes the names of towns, by code.
    mutating func write(towns: [String: String], in session: Session) throws {
        var serializer = RowSerializer()
        for (code, name) in towns.sorted(by: { precedesBytewise($0.key, $1.key) }) {
            let cells: [Cell] = [.text(code), .text(name)]
            _ = serializer.row(cells)
            try session.execute("INSERT INTO towns (revision, code, name) VALUES (?, ?, ?)", [revision] + cells)
        }
        tables.update(.towns, serializer.bytes)
    }

    /// The digests of the tables, in the order of `CanonicalQuery`.
    func digests() -> [ContentDigest] {
        tables.all
    }

    private static func checkOrder(_ number: String, after previous: String?) throws {
        guard let previous, !precedesBytewise(previous, number) else { return }
        throw LedgerError(.outOfOrder, path: "")
    }
}

extension RowWriter {
    private mutating func write(
        _ person: PersonRows, _ registrations: inout RegistrationLookup, _ statements: RowStatements, _ session: Session
    ) throws {
        let registration = try registrations.find(person.number, statements, in: session)
        let key = Cell.integer(registration.key)
        let version = try registration.version(person.fingerprint) ?? add(person, registration, statements)
        if registration.firstMonth.map({ $0 > Int64(month.index) }) ?? true {
            try statements.firstMonth.run([Cell(month.index), key])
        }
        let named = try files.stored(person.named, in: session)
        try statements.status.run(
            [revision, key, .integer(version)], person.decision, [named, .integer(person.seal)])
        for (offset, row) in person.evidence.enumerated() {
            let file = try files.key(of: row.reference, in: session)
            try statements.record.run([key, .integer(row.fingerprint)], row.record)
            try statements.evidence.run(
                [
                    revision, key, Cell(offset + 1), .integer(row.fingerprint), .integer(file),
                    Cell(row.reference.row), .integer(row.seal),
                ])
        }
        for cells in person.surveys { try statements.survey.run([revision, key], cells) }
        for month in person.employerMonths {
            let employer = try employers.key(
                of: month.employerKey, name: month.employerName, statements, in: session)
            try statements.employerMonth.run(
                [revision, key, Cell(month.month.index), .integer(employer)], month.flagCells)
        }
        if let cells = person.change { try statements.change.run([revision, Cell(0), key], cells) }
        if let cells = person.listed { try statements.listed.run([revision, key], cells) }
    }

    private func add(
        _ person: PersonRows, _ registration: Registered, _ statements: RowStatements
    ) throws -> Int64 {
        let version = registration.nextVersion
        try statements.person.run(
            [.integer(registration.key), .integer(version), .integer(person.fingerprint)], person.person)
        return version
    }
}

/// The digests of the tables while rows come in.
private struct TableDigests {
    private var builders: [CanonicalQuery: DigestBuilder] = [:]

    /// Adds the bytes of a table's next rows.
    mutating func update(_ table: CanonicalQuery, _ bytes: [UInt8]) {
        builders[table, default: DigestBuilder()].update(bytes)
    }

    /// All of them, in the order of `CanonicalQuery`.
    var all: [ContentDigest] {
        CanonicalQuery.allCases.map { builders[$0, default: DigestBuilder()].finalize() }
    }
}
