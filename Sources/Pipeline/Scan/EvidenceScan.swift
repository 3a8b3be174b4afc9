package import Matching
package import Normalization
import Roster
package import Tabular

/// The scan of one table against the spine: a function of the spine and one piece of the table, giving evidence.
///
/// Nothing else goes in, and both sides can be written to a file: pieces of a large table can be scanned anywhere. A row
/// that concerns nobody costs the split of its line and one look-up, and nothing of it is kept; fields are read only of
/// rows of registered people. Small sources, whose rows are known by registration or certificate number, have the key of
/// every row read.
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

    /// Which rows of a text table are worth storing; `nil`: every row's key has to be read.
    package func sieve(for linker: Linker) -> KeySieve? {
        keyColumn.map { KeySieve(column: $0, index: linker.spine.idIndex) }
    }

    /// The evidence in a piece of a text table.
    package func evidence(in piece: TextPiece, format: DelimitedFormat, linker: Linker) -> BatchYield {
        evidence(in: PieceSplitter(format).split(piece, sieve: sieve(for: linker)).batch, linker: linker)
    }

    /// The evidence in a batch of rows. `rows` of the yield is what the batch holds or passed over.
    package func evidence(in batch: RowBatch, linker: Linker) -> BatchYield {
        var yield = BatchYield()
        yield.rows = batch.rows.count + batch.passedOver
        yield.quarantined = batch.rows.compactMap { table.refused($0, in: batch) }
        let cells = table.cells(of: batch)
        var employers = EmployerPool()
        for hit in hits(in: batch, cells, linker: linker) {
            read(hit, in: batch, cells, employers: &employers, into: &yield)
        }
        yield.records = batch.passedOver + batch.rows.count - yield.quarantined.count
        yield.quarantined.sort { $0.place.row < $1.place.row }
        return yield
    }

    /// Rows are known by something else than the ID number alone.
    private var hasOwnKey: Bool {
        table.column(of: .registrationNumber) != nil || table.layout.kind == .disability
    }

    /// The column of ID numbers, if rows are known by that alone.
    private var keyColumn: Int? {
        hasOwnKey ? nil : table.column(of: .idNumber)
    }

    /// The good rows that belong to somebody, in file order.
    private func hits(in batch: RowBatch, _ cells: RowCells, linker: Linker) -> [Hit] {
        if hasOwnKey {
            return batch.rows.filter { $0.defect == nil }.compactMap { hit($0, id: nil, cells, linker: linker) }
        }
        guard let keyColumn else { return [] }
        return probe(batch, column: keyColumn, using: linker.spine.idIndex).compactMap { found in
            hit(batch.rows[found.rowIndex], id: found.key.map { IDNumber(folded: $0) }, cells, linker: linker)
        }
    }

    private func hit(_ row: RowBatch.Row, id: IDNumber?, _ cells: RowCells, linker: Linker) -> Hit? {
        cells.move(to: row)
        let key = id.map { table.parser.key(of: cells, id: $0) } ?? table.parser.key(of: cells)
        return linker.link(key, naming: table.naming).map { Hit(row: row, key: key, link: $0) }
    }

    private func read(
        _ hit: Hit, in batch: RowBatch, _ cells: RowCells, employers: inout EmployerPool, into yield: inout BatchYield
    ) {
        let (row, link) = (hit.row, hit.link)
        cells.move(to: row)
        notePeriod(cells, into: &yield)
        let record = table.parser.parse(cells, key: hit.key, employers: &employers)
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
    private func notePeriod(_ cells: RowCells, into yield: inout BatchYield) {
        guard let periodField, let month = cells.leadingMonth(periodField) else { return }
        yield.periods[month, default: 0] += 1
    }
}
