import Digest
import Roster

/// Holds what people brought in by hand against its seals and digests.
struct HandsVerifier {
    let session: Session

    /// The rows that differ from their seals or have no intake; else the intakes whose digests or seals differ.
    func faults() throws -> [LedgerFault] {
        let rows = try IntakeRows.allCases.flatMap(faults)
        return rows.isEmpty ? try intakeFaults() : rows
    }

    private func faults(in table: IntakeRows) throws -> [LedgerFault] {
        var faults: [LedgerFault] = []
        var (last, ordinal) = ("", 0)
        try session.forEach(
            table.query(where: "1", more: ", h.seal, h.month, EXISTS (SELECT 1 FROM intakes WHERE id = h.intake)")
        ) { row in
            var serializer = RowSerializer()
            let seal = serializer.row(table.sealed(row))
            let number = row.text(0)
            ordinal = number == last ? ordinal + 1 : 1
            last = number
            guard row.integer(row.count - 3) != seal || !row.flag(row.count - 1) else { return }
            faults.append(
                LedgerFault(
                    .row, month: row.optionalInteger(row.count - 2).flatMap(Month.init(stored:)), table: table.rawValue,
                    registrationNumber: number,
                    row: ordinal))
        }
        return faults
    }

    /// Of an intake whose rows were added to or taken away from.
    private func intakeFaults() throws -> [LedgerFault] {
        let chain = IntakeChain(session)
        let intakes = try session.all("SELECT id, chain FROM intakes ORDER BY id") {
            ($0.integer(0), $0.text(1))
        }
        return try intakes.compactMap { key, head in
            let isWhole = try chain.head(of: .integer(key)).description == head
            guard try !isWhole || !RowSeals.intakes.holds(.integer(key), in: session) else { return nil }
            return LedgerFault(.intake, table: "intakes", row: Int(key))
        }
    }
}
