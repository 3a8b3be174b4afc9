import Digest
import Roster

/// Holds what people brought in by hand against its seals and digests.
struct HandsVerifier {
    let session: Session

    /// The rows that differ from their seals; else the intakes whose digests differ.
    func faults() throws -> [LedgerFault] {
        let rows = try IntakeRows.allCases.flatMap(faults)
        return rows.isEmpty ? try intakeFaults() : rows
    }

    private func faults(in table: IntakeRows) throws -> [LedgerFault] {
        var faults: [LedgerFault] = []
        var (last, ordinal) = ("", 0)
        try session.forEach(table.query(where: "1", more: ", h.seal, h.month")) { row in
            var serializer = RowSerializer()
            let seal = serializer.row((0..<row.count - 2).map(row.cell))
            let number = row.text(0)
            ordinal = number == last ? ordinal + 1 : 1
            last = number
            guard row.integer(row.count - 2) != seal else { return }
            faults.append(
                LedgerFault(
                    .row, month: row.month(row.count - 1) ?? Month(index: 0), revision: 0, table: table.rawValue,
                    registrationNumber: number, row: ordinal))
        }
        return faults
    }

    /// Of an intake whose rows were added to or taken away from.
    private func intakeFaults() throws -> [LedgerFault] {
        let chain = IntakeChain(session)
        let intakes = try session.all("SELECT id, chain, taken_at FROM intakes ORDER BY id") {
            ($0.integer(0), $0.text(1))
        }
        return try intakes.compactMap { key, head in
            guard try chain.head(of: .integer(key)).description != head else { return nil }
            return LedgerFault(.intake, month: Month(index: 0), revision: 0, table: "intakes", row: Int(key))
        }
    }
}
