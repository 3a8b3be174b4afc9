import Matching
import Normalization
import Roster
package import Tabular

/// The reading of the roster itself: every row is parsed, because every row may be a person of the month.
package struct RosterScan: Sendable {
    package let table: BoundTable

    package init(table: BoundTable) {
        self.table = table
    }

    /// The registrations in a batch of rows.
    package func registrations(in batch: RowBatch) -> BatchYield {
        var yield = BatchYield()
        yield.rows = batch.rows.count
        var employers = EmployerPool()
        let cells = table.cells(of: batch)
        for row in batch.rows {
            if let refused = table.refused(row, in: batch) {
                yield.quarantined.append(refused)
                continue
            }
            cells.move(to: row)
            let record = table.parser.parse(cells, employers: &employers)
            if let defect = record.defect {
                yield.quarantined.append(table.quarantined(row, in: batch, defect))
            } else if let registration = record.registration {
                take(registration, record.findings, at: table.place(of: row, in: batch), into: &yield)
            }
        }
        return yield
    }

    /// The good rows that carry one of some registration numbers, as rows to be put aside; code and reason are the
    /// caller's to fill in.
    package func rows(numbered numbers: Set<String>, in batch: RowBatch) -> BatchYield {
        var yield = BatchYield()
        let cells = table.cells(of: batch)
        for row in batch.rows where row.defect == nil {
            cells.move(to: row)
            let key = table.parser.key(of: cells)
            guard numbers.contains(key.registrationNumber) else { continue }
            yield.quarantined.append(table.quarantined(row, in: batch, code: .duplicateNumber, reason: ""))
        }
        return yield
    }

    private func take(
        _ registration: Registration, _ findings: [FieldFinding], at place: RowPlace, into yield: inout BatchYield
    ) {
        yield.records += 1
        yield.idsRead += 1
        if registration.id.number != nil { yield.idsUsable += 1 }
        yield.remark(findings)
        yield.roster.append(RosterRow(registration: registration, place: place))
    }
}
