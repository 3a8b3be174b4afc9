/// A table or view of the ledger file, as the file itself describes it.
package struct TableDescription: Sendable, Equatable {
    package var name: String
    package var isView: Bool
    /// What one row is; empty for views.
    package var meaning: String
    package var columns: [Column]
    /// Other tables that columns point to.
    package var references: [Reference]

    /// A column.
    package struct Column: Sendable, Equatable {
        package var name: String
        package var type: String
        package var isRequired: Bool
        /// Place in the primary key, from 1; 0: not in it.
        package var keyPlace: Int
        /// The comment above it, if there is one.
        package var remark: String
    }

    /// Columns that point to a row of another table.
    package struct Reference: Sendable, Hashable {
        package var columns: [String]
        package var table: String
    }
}

extension Ledger {
    /// All tables and views: tables in the order of their making, then views.
    package func tableDescriptions() throws -> [TableDescription] {
        try connection.read { session in
            let query = """
                SELECT name, type = 'view', sql FROM sqlite_schema
                WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY type, rootpage, name
                """
            return try session.all(query) { ($0.text(0), $0.flag(1), $0.text(2)) }.map { name, isView, sql in
                let comments = isView ? (meaning: "", columns: [:]) : SchemaComments.of(sql)
                return TableDescription(
                    name: name, isView: isView, meaning: comments.meaning,
                    columns: try session.columns(of: name, remarks: comments.columns),
                    references: try session.references(of: name))
            }
        }
    }
}

extension Session {
    fileprivate func columns(of table: String, remarks: [String: String]) throws -> [TableDescription.Column] {
        try all("SELECT name, type, \"notnull\", pk FROM pragma_table_info('\(table)')") { row in
            TableDescription.Column(
                name: row.text(0), type: row.text(1), isRequired: row.flag(2), keyPlace: Int(row.integer(3)),
                remark: remarks[row.text(0)] ?? "")
        }
    }

    fileprivate func references(of table: String) throws -> [TableDescription.Reference] {
        var found: [Int64: TableDescription.Reference] = [:]
        try forEach("SELECT id, \"from\", \"table\" FROM pragma_foreign_key_list('\(table)') ORDER BY id, seq") { row in
            found[row.integer(0), default: .init(columns: [], table: row.text(2))].columns.append(row.text(1))
        }
        return found.sorted { $0.key > $1.key }.map(\.value)
    }
}

/// The comments that stand in a table's own text.
private enum SchemaComments {
    /// What one row is, and the remark above each column.
    static func of(_ sql: String) -> (meaning: String, columns: [String: String]) {
        var (meaning, pending, columns) = ("", "", [String: String]())
        for line in sql.split(separator: "\n").dropFirst() {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("-- ") {
                pending += (pending.isEmpty ? "" : " ") + text.dropFirst(3)
            } else if let name = text.split(separator: " ").first {
                if meaning.isEmpty, columns.isEmpty, !pending.isEmpty {
                    meaning = pending
                } else if !pending.isEmpty {
                    columns[name.filter { $0 != "\"" }] = pending
                }
                pending = ""
            }
        }
        return (meaning, columns)
    }
}
