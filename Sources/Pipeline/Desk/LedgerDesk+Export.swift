import Foundation
import Ledger
import Reports
package import Roster

extension LedgerDesk {
    /// How a ledger is exported.
    package enum Form: String, CaseIterable, Sendable {
        /// The columns of `ledger.csv`.
        case csv
        /// One JSON object a line, with the same names and texts, by name; empty ones are left out.
        case jsonl
        /// Every row of every table in its canonical form: what two ledgers are compared by.
        case canonical
    }

    /// Hands the lines of an export to `line`, without their ends: of one month, or of all in order. It takes personal
    /// data out, so the audit keeps it first.
    package func export(_ form: Form, month: Month? = nil, _ line: (String) throws -> Void) throws {
        if let month {
            try with(.readOnly) { ledger in
                let revision = try ledger.currentRevision(of: month)
                if revision == nil { throw LedgerError(.noSuchMonth, path: path, detail: "\(month)") }
            }
        }
        try audit("export \(form.rawValue) \(month.map(\.description) ?? "all")")
        try with(.readOnly) { ledger in
            if form == .canonical { return try ledger.canonicalDump(line) }
            let months = try month.map { [$0] } ?? ledger.months().map(\.month)
            if form == .csv { try line(header) }
            for month in months {
                try ledger.forEachRow(of: month) { row in
                    try line(form == .csv ? csv(row) : json(row))
                }
            }
        }
    }

    private func json(_ row: LedgerRow) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(LedgerRow.table.values(of: row)), as: UTF8.self)
    }

    private var header: String {
        var text = CSVText()
        LedgerRow.table.writeHeader(to: &text)
        return String(decoding: text.bytes.dropLast(), as: UTF8.self)
    }

    private func csv(_ row: LedgerRow) -> String {
        String(decoding: LedgerRow.table.text(of: [row]).bytes.dropLast(), as: UTF8.self)
    }
}
