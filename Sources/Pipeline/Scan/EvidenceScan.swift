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

    /// - Parameter periodField: the field that tells which month a row speaks of, if the source has one.
    package init(table: BoundTable, periodField: FieldName? = nil) {
        self.table = table
        self.periodField = periodField.flatMap { name in table.layout.fields.firstIndex { $0.field == name } }
    }

    /// Which rows of a text table are worth storing; `nil`: every row's key has to be read.
    package func sieve(for linker: Linker) -> KeySieve? {
        keyColumn.map {
            KeySieve(column: $0, index: linker.spine.idIndex, keepsDamaged: linker.linksDamaged)
        }
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
        var evidence: [Evidence] = []
        let reader = table.reader(of: batch)
        forEachCandidate(in: batch, linker) { row, id in
            reader.move(to: row)
            let key = id.map { table.parser.key(of: reader, id: $0) } ?? table.parser.key(of: reader)
            let settlement = linker.settle(key, naming: table.naming)
            if linker.linksDamaged, let trace = DamagedTrace(key, settlement) {
                yield.damaged.append(PlacedTrace(row: table.place(of: row, in: batch).row, trace: trace))
            }
            guard case .linked(let link) = settlement else { return }
            notePeriod(reader, into: &yield)
            let record = table.parser.parse(reader, key: key)
            if let defect = record.defect {
                yield.quarantined.append(table.quarantined(row, in: batch, defect))
            } else if let observation = record.observation {
                yield.remark(record.findings)
                let reference = RecordReference(origin: table.origin, row: table.place(of: row, in: batch).row)
                yield.links[link.grade, default: 0] += 1
                evidence.append(Evidence(link, reference, observation))
            }
        }
        yield.evidence = Chunked(evidence)
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

    /// The good rows that may belong to somebody, in file order; with the ID number, where it was looked up.
    private func forEachCandidate(in batch: RowBatch, _ linker: Linker, _ body: (RowBatch.Row, IDNumber?) -> Void) {
        if hasOwnKey {
            for row in batch.rows where row.defect == nil { body(row, nil) }
        } else if let keyColumn {
            let hits = probe(
                batch, column: keyColumn, using: linker.spine.idIndex, keepsDamaged: linker.linksDamaged)
            for found in hits {
                body(batch.rows[found.rowIndex], found.key.map { IDNumber(folded: $0) })
            }
        }
    }

    /// Notes the month a linked row speaks of.
    private func notePeriod(_ reader: RowReader, into yield: inout BatchYield) {
        guard let periodField, let month = reader.leadingMonth(periodField) else { return }
        yield.periods[month, default: 0] += 1
    }
}

extension Evidence {
    fileprivate init(_ link: Link, _ reference: RecordReference, _ observation: Observation) {
        self.init(
            person: link.slot, reference: reference, grade: link.grade, contradictsIdentity: link.contradictsIdentity,
            observation: observation)
    }
}
