import Foundation
import Ledger

extension LedgerDesk {
    /// Tables and views of the ledger as a Markdown page with a picture, made from the file itself.
    package func schemaPage() throws -> String {
        SchemaPage(tables: try with(.readOnly) { try $0.tableDescriptions() }).markdown
    }
}

/// Describes tables for people.
struct SchemaPage {
    let tables: [TableDescription]

    /// The page.
    var markdown: String {
        let words = """
            # The ledger file: tables and views

            Made by `taizhang ledger schema` from the file itself. One SQLite file, tables STRICT, foreign keys on. Months are
            numbers (year × 12 + month − 1), days are days since 1970-01-01, yes and no are 1 and 0; the views write them out.
            Open it read-only: `sqlite3 'file:ledger.sqlite?mode=ro'`. What is changed by hand is found by `ledger verify`.
            """
        return ([words, "```mermaid\n\(picture)\n```"] + tables.map(section)).joined(separator: "\n\n")
    }

    /// An entity-relationship diagram: every table, its key, and what points where.
    private var picture: String {
        var lines = ["erDiagram"]
        for table in tables where !table.isView {
            lines.append("    \(table.name) {")
            for column in table.columns where column.keyPlace > 0 {
                lines.append("        \(column.type) \(column.name) PK")
            }
            lines.append("    }")
            for reference in table.references {
                lines.append(
                    "    \(reference.table) ||--o{ \(table.name) : \"\(reference.columns.joined(separator: ", "))\"")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func section(_ table: TableDescription) -> String {
        var lines = ["## \(table.name)"]
        if table.isView { lines[0] += " (view)" }
        if !table.meaning.isEmpty { lines += ["", table.meaning] }
        if table.isView {
            lines += ["", "Columns: " + table.columns.map(\.name).joined(separator: ", ") + "."]
            return lines.joined(separator: "\n")
        }
        lines += ["", "| column | type | key | remark |", "|---|---|---|---|"]
        for column in table.columns {
            let target = table.references.first { $0.columns.contains(column.name) }.map { "→ \($0.table)" }
            let remark = [target, column.remark.isEmpty ? nil : column.remark].compactMap { $0 }.joined(separator: "; ")
            let type = column.type + (column.isRequired ? "" : ", may be empty")
            lines.append(
                "| \(column.name) | \(type) | \(column.keyPlace > 0 ? String(column.keyPlace) : "") | \(remark) |")
        }
        return lines.joined(separator: "\n")
    }
}
