import Roster

/// Source and file names and the keys under which the tables keep them.
struct FileNames {
    private struct Name: Hashable {
        var source: String
        var file: String
    }

    private var keys: [Name: Int64] = [:]
    private var names: [Int64: Name] = [:]
    private var last: (name: Name, key: Int64)?

    /// All names of the ledger.
    init(in session: Session) throws {
        try session.forEach("SELECT f.id, o.name, f.name FROM files f JOIN sources o ON o.id = f.source") { row in
            remember(Name(source: row.text(1), file: row.text(2)), as: row.integer(0))
        }
    }

    /// The key of a record's file; a new name is added to the ledger.
    mutating func key(of reference: RecordReference, in session: Session) throws -> Int64 {
        let name = Name(source: reference.source.text, file: reference.file)
        if let last, last.name == name { return last.key }
        let key = try keys[name] ?? add(name, in: session)
        last = (name, key)
        return key
    }

    /// References as the tables keep them: `[[file,row],…]`.
    mutating func stored(_ references: [RecordReference], in session: Session) throws -> Cell {
        guard !references.isEmpty else { return .null }
        let pairs = try references.map { "[\(try key(of: $0, in: session)),\($0.row)]" }
        return .text("[" + pairs.joined(separator: ",") + "]")
    }

    /// References read back from the tables.
    func references(_ stored: String?) throws -> [RecordReference] {
        guard let stored else { return [] }
        let numbers = stored.split { !$0.isNumber }.compactMap { Int64($0) }
        guard numbers.count.isMultiple(of: 2) else { throw FileNames.fault }
        return try stride(from: 0, to: numbers.count, by: 2).map { index in
            guard let name = names[numbers[index]] else { throw FileNames.fault }
            return RecordReference(source: SourceName(name.source), file: name.file, row: Int(numbers[index + 1]))
        }
    }

    private static let fault = LedgerError(.unreadableRow, path: "", detail: "evidence")

    private mutating func add(_ name: Name, in session: Session) throws -> Int64 {
        try session.execute("INSERT OR IGNORE INTO sources (name) VALUES (?)", [.text(name.source)])
        try session.execute(
            "INSERT INTO files (source, name) SELECT id, ? FROM sources WHERE name = ?",
            [.text(name.file), .text(name.source)])
        remember(name, as: session.lastInsertedRow)
        return session.lastInsertedRow
    }

    private mutating func remember(_ name: Name, as key: Int64) {
        keys[name] = key
        names[key] = name
    }
}
