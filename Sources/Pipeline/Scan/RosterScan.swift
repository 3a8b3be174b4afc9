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
        var roster: [RosterRow] = []
        roster.reserveCapacity(batch.rows.count)
        let reader = table.reader(of: batch)
        for row in batch.rows {
            if let refused = table.refused(row, in: batch) {
                yield.quarantined.append(refused)
                continue
            }
            reader.move(to: row)
            let record = table.parser.parse(reader)
            if let defect = record.defect {
                yield.quarantined.append(table.quarantined(row, in: batch, defect))
            } else if let registration = record.registration {
                if registration.id.number != nil { yield.idsUsable += 1 }
                yield.remark(record.findings)
                roster.append(RosterRow(registration: registration, place: table.place(of: row, in: batch)))
            }
        }
        yield.records = roster.count
        yield.idsRead = roster.count
        yield.roster = Chunked(roster)
        return yield
    }

    /// The good rows that carry one of some registration numbers, as rows to be put aside; code and reason are the
    /// caller's to fill in.
    package func rows(numbered numbers: Set<String>, in batch: RowBatch) -> BatchYield {
        var yield = BatchYield()
        let reader = table.reader(of: batch)
        for row in batch.rows where row.defect == nil {
            reader.move(to: row)
            let key = table.parser.key(of: reader)
            guard numbers.contains(key.registrationNumber) else { continue }
            yield.quarantined.append(table.quarantined(row, in: batch, code: .duplicateNumber, reason: ""))
        }
        return yield
    }
}
