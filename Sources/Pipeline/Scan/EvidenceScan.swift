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
    private let sample: TrainingSample
    /// Which records of members of households are kept.
    private let relatives: RelativeRecords
    /// Every application for a loan is judged, whoever makes it.
    private let judgesLoans: Bool

    /// - Parameters:
    ///   - periodField: the field that tells which month a row speaks of, if the source has one.
    ///   - sample: whose rows are kept for training, where unsettled ones are.
    ///   - relatives: which records of members of households are kept.
    ///   - judgesLoans: whether applications for loans are kept of everybody.
    package init(
        table: BoundTable, periodField: FieldName? = nil, sample: TrainingSample = TrainingSample(people: 0),
        relatives: RelativeRecords = .none, judgesLoans: Bool = false
    ) {
        self.table = table
        self.sample = sample
        self.relatives = relatives
        self.judgesLoans = judgesLoans && table.layout.kind == .loan
        self.periodField = periodField.flatMap { name in table.layout.fields.firstIndex { $0.field == name } }
    }

    /// Which rows of a text table are worth storing; `nil`: every row's key has to be read.
    package func sieve(for linker: Linker) -> KeySieve? {
        keyColumn.map {
            KeySieve(column: $0, index: linker.spine.idIndex, keeping: linker.unsureKeys)
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
        var found = FoundRecords()
        let reader = table.reader(of: batch)
        forEachCandidate(in: batch, linker) { row, id in
            reader.move(to: row)
            let key = id.map { table.parser.key(of: reader, id: $0) } ?? table.parser.key(of: reader)
            let settlement = linker.settle(key, naming: table.naming)
            let place = table.place(of: row, in: batch).row
            if linker.linksDamaged, let trace = DamagedTrace(key, settlement) {
                yield.damaged.append(PlacedTrace(row: place, trace: trace))
            }
            let record = ReadRow(row: row, batch: batch, key: key, place: place)
            if judgesLoans { judge(record, reader, settlement, in: &found, &yield) }
            if linker.keepsUnsettled, let candidates = settlement.openCandidates(key) {
                keep(record, reader, candidates, in: &found, &yield)
            } else if case .linked(let link) = settlement {
                take(record, reader, link, linker, in: &found, &yield)
            }
        }
        (yield.evidence, yield.unsettled) = (Chunked(found.evidence), Chunked(found.unsettled))
        yield.loans = Chunked(found.loans)
        yield.records = batch.passedOver + batch.rows.count - yield.quarantined.count
        yield.quarantined.sort { $0.place.row < $1.place.row }
        return yield
    }

    /// Takes a row that is somebody's.
    private func take(
        _ row: ReadRow, _ reader: RowReader, _ link: Link, _ linker: Linker, in found: inout FoundRecords,
        _ yield: inout BatchYield
    ) {
        if linker.spine.isRelative(link.slot) { return takeOfRelative(row, reader, link, in: &found, &yield) }
        notePeriod(reader, into: &yield)
        let isSampled = linker.keepsUnsettled && link.grade.decides && sample.holds(linker.spine.person(link.slot))
        if isSampled { yield.sample.insert(table.parser.traits(of: reader, key: row.key.withoutID)) }
        if link.grade == .c, !link.contradictsIdentity { yield.otherNames.note(link.slot, name: row.key.name) }
        guard let observation = observation(row, reader, &yield) else { return }
        yield.links[link.grade, default: 0] += 1
        found.evidence.append(Evidence(link, reference(row), observation))
    }

    /// Takes a row of a member of a household, if it tells of work.
    private func takeOfRelative(
        _ row: ReadRow, _ reader: RowReader, _ link: Link, in found: inout FoundRecords, _ yield: inout BatchYield
    ) {
        guard relatives.kinds.contains(table.layout.kind) else { return }
        yield.relativeLinks[link.grade, default: 0] += 1
        if link.grade == .c { yield.otherNames.note(link.slot, name: row.key.name) }
        guard link.grade.decides, let observation = observation(row, reader, &yield), relatives.wants(observation)
        else { return }
        found.evidence.append(Evidence(link, reference(row), observation))
    }

    /// Keeps an application for a loan. A row that can't be read is put aside here, unless it is read as somebody's.
    private func judge(
        _ row: ReadRow, _ reader: RowReader, _ settlement: Settlement, in found: inout FoundRecords,
        _ yield: inout BatchYield
    ) {
        let record = table.parser.parse(reader, key: row.key)
        if case .loan(let loan) = record.observation {
            found.loans.append(PlacedLoan(loan: loan, id: row.key.id, reference: reference(row)))
        } else if let defect = record.defect, !settlement.isSomebodys {
            yield.quarantined.append(table.quarantined(row.row, in: row.batch, defect))
        }
    }

    /// Keeps a row that may be somebody's. One that says nothing readable and is nobody's for all that is known is left.
    private func keep(
        _ row: ReadRow, _ reader: RowReader, _ candidates: [PersonSlot], in found: inout FoundRecords,
        _ yield: inout BatchYield
    ) {
        let traits = table.parser.traits(of: reader, key: row.key)
        var unread = BatchYield()
        let observation = observation(row, reader, &unread)
        if !candidates.isEmpty {
            notePeriod(reader, into: &yield)
            yield.append(unread)
        }
        guard let observation else { return }
        let link = Link(slot: PersonSlot(0), grade: .e)
        found.unsettled.append(
            UnsettledRecord(
                traits: traits, candidates: candidates, evidence: Evidence(link, reference(row), observation)))
    }

    /// What a row says; one that can't be read is put aside.
    private func observation(_ row: ReadRow, _ reader: RowReader, _ yield: inout BatchYield) -> Observation? {
        let record = table.parser.parse(reader, key: row.key)
        if let defect = record.defect { yield.quarantined.append(table.quarantined(row.row, in: row.batch, defect)) }
        if record.observation != nil { yield.remark(record.findings) }
        return record.observation
    }

    private func reference(_ row: ReadRow) -> RecordReference { RecordReference(origin: table.origin, row: row.place) }

    /// Rows are known by something else than the ID number alone.
    private var hasOwnKey: Bool {
        table.column(of: .registrationNumber) != nil || table.layout.kind == .disability || judgesLoans
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
                batch, column: keyColumn, using: linker.spine.idIndex, keeping: linker.unsureKeys)
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

/// A row that was read as far as its key.
private struct ReadRow {
    let row: RowBatch.Row
    let batch: RowBatch
    let key: RecordKey
    let place: Int
}

/// What the rows of a batch came to.
private struct FoundRecords {
    var evidence: [Evidence] = []
    var unsettled: [UnsettledRecord] = []
    var loans: [PlacedLoan] = []
}

extension Settlement {
    /// Whether the row is read for the sake of somebody, or of several who may be meant.
    fileprivate var isSomebodys: Bool {
        switch self {
        case .linked, .ambiguous: true
        case .unlinked, .open: false
        }
    }
}

extension Settlement {
    /// Whom a record fits that is left open or linked by a damaged number only; `nil` if it is settled, or names nobody,
    /// or has a whole number of its own, which is a stranger's.
    fileprivate func openCandidates(_ key: RecordKey) -> [PersonSlot]? {
        switch self {
        case .linked(let link): return link.grade == .d ? [link.slot] : nil
        case .ambiguous(let slots): return slots
        case .unlinked: return nil
        case .open: return key.name.isEmpty || key.id.number != nil ? nil : []
        }
    }
}

extension RecordKey {
    fileprivate var withoutID: RecordKey { RecordKey(id: .missing, name: name) }
}

extension Evidence {
    fileprivate init(_ link: Link, _ reference: RecordReference, _ observation: Observation) {
        self.init(
            person: link.slot, reference: reference, grade: link.grade, contradictsIdentity: link.contradictsIdentity,
            observation: observation)
    }
}
