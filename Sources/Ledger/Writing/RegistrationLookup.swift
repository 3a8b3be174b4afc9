import Roster

/// A registration as the tables know it.
struct Registered {
    let key: Int64
    /// Earliest month whose current revision holds it.
    let firstMonth: Int64?
    /// The versions of what the roster said, with their fingerprints.
    var versions: ArraySlice<(version: Int64, fingerprint: Int64)>

    /// The version with this fingerprint, if there is one.
    func version(_ fingerprint: Int64) -> Int64? {
        versions.first { $0.fingerprint == fingerprint }?.version
    }

    /// The number of a version to be added.
    var nextVersion: Int64 { (versions.last?.version ?? 0) + 1 }
}

/// Finds the registrations of a batch. As people come in ascending order, all that lie between the first and the last
/// number of a batch are fetched with one query and walked along.
struct RegistrationLookup {
    private var numbers: [String] = []
    private var entries: [(key: Int64, firstMonth: Int64?, versionsEnd: Int)] = []
    private var versions: [(version: Int64, fingerprint: Int64)] = []
    private var position = 0
    private let month: Month?

    /// Fetches the registrations between two numbers, both included. `month` is that which will hold the new ones; `nil`:
    /// none will.
    init(from first: String, to last: String, month: Month?, in session: Session) throws {
        self.month = month
        let statement = """
            SELECT r.number, r.id, r.first_month, p.version, p.fingerprint
            FROM registrations r LEFT JOIN people p ON p.registration = r.id
            WHERE r.number BETWEEN ? AND ? ORDER BY r.number, p.version
            """
        var lastKey: Int64?
        try session.forEach(statement, [.text(first), .text(last)]) { row in
            let key = row.integer(1)
            if key != lastKey {
                numbers.append(row.text(0))
                entries.append((key, row.optionalInteger(2), versions.count))
                lastKey = key
            }
            guard let version = row.optionalInteger(3) else { return }
            versions.append((version, row.integer(4)))
            entries[entries.count - 1].versionsEnd = versions.count
        }
    }

    /// The registration of a number not smaller than the one asked for before; a new number is added to the ledger.
    mutating func find(_ number: String, _ statements: RowStatements, in session: Session) throws -> Registered {
        while position < numbers.count, precedesBytewise(numbers[position], number) { position += 1 }
        guard position < numbers.count, numbers[position] == number else {
            let firstMonth = month.map { Int64($0.index) }
            try statements.registration.run([.text(number), firstMonth.map(Cell.integer) ?? .null])
            return Registered(key: session.lastInsertedRow, firstMonth: firstMonth, versions: [])
        }
        let start = position == 0 ? 0 : entries[position - 1].versionsEnd
        let entry = entries[position]
        return Registered(
            key: entry.key, firstMonth: entry.firstMonth, versions: versions[start..<entry.versionsEnd])
    }
}
