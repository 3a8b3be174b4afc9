package import Matching
package import Normalization
import Roster
package import Tabular

/// The scan of one table against the spine: a function of the spine and one piece of the table, giving evidence.
///
/// Nothing else goes in, and both sides can be written to a file: pieces of a large table can be scanned anywhere. A row
/// that concerns nobody costs the split of its line and one look-up; only rows of registered people become Strings.
/// Small sources, whose rows are known by registration or certificate number, have the key of every row read.
package struct EvidenceScan: Sendable {
    package let table: BoundTable
    private let periodField: Int?

    /// A row that belongs to somebody.
    private struct Hit {
        let row: RowBatch.Row
        let key: RecordKey
        let link: Link
    }

    /// - Parameter periodField: the field that tells which month a row speaks of, if the source has one.
    package init(table: BoundTable, periodField: FieldName? = nil) {
        self.table = table
        self.periodField = periodField.flatMap { name in table.layout.fields.firstIndex { $0.field == name } }
    }

    /// The evidence in a piece of a text table.
    package func evidence(in piece: TextPiece, format: DelimitedFormat, linker: Linker) -> BatchYield {
        evidence(in: PieceSplitter(format).split(piece).batch, linker: linker)
    }

    /// The evidence in a batch of rows. `rows` of the yield is what the batch holds.
    package func evidence(in batch: RowBatch, linker: Linker) -> BatchYield {
        var yield = BatchYield()
        yield.rows = batch.rows.count
        yield.quarantined = batch.rows.compactMap { table.refused($0, in: batch) }
        var employers = EmployerPool()
        for hit in hits(in: batch, linker: linker) { read(hit, in: batch, employers: &employers, into: &yield) }
        yield.records = batch.rows.count - yield.quarantined.count
        yield.quarantined.sort { $0.place.row < $1.place.row }
        return yield
    }

    /// The good rows that belong to somebody, in file order.
    private func hits(in batch: RowBatch, linker: Linker) -> [Hit] {
        if table.column(of: .registrationNumber) != nil || table.layout.kind == .disability {
            return batch.rows.filter { $0.defect == nil }.compactMap { hit($0, in: batch, linker: linker) }
        }
        guard let column = table.column(of: .idNumber) else { return [] }
        return probe(batch, column: column, using: linker.spine.idIndex).compactMap {
            hit(batch.rows[$0.rowIndex], in: batch, linker: linker)
        }
    }

    private func hit(_ row: RowBatch.Row, in batch: RowBatch, linker: Linker) -> Hit? {
        let key = table.parser.key(of: table.keyValues(of: row, in: batch))
        return linker.link(key, naming: table.naming).map { Hit(row: row, key: key, link: $0) }
    }

    private func read(
        _ hit: Hit, in batch: RowBatch, employers: inout EmployerPool, into yield: inout BatchYield
    ) {
        let (row, link) = (hit.row, hit.link)
        let values = table.values(of: row, in: batch)
        notePeriod(values, into: &yield)
        let record = table.parser.parse(values, key: hit.key, employers: &employers)
        if let defect = record.defect {
            yield.quarantined.append(table.quarantined(row, in: batch, defect))
        } else if let observation = record.observation {
            yield.remark(record.findings)
            let place = table.place(of: row, in: batch)
            yield.evidence.append(
                Evidence(
                    person: link.slot, reference: RecordReference(origin: table.origin, row: place.row),
                    grade: link.grade, contradictsIdentity: link.contradictsIdentity, observation: observation))
        }
    }

    /// Notes the month a linked row speaks of.
    private func notePeriod(_ values: [String], into yield: inout BatchYield) {
        guard let periodField else { return }
        let digits = values[periodField].filter { $0.isASCII && $0.isNumber }
        if let month = Month(String(digits.prefix(6))) { yield.periods[month, default: 0] += 1 }
    }
}
