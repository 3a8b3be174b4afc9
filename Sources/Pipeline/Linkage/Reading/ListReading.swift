import Matching
import Normalization
import Roster
import Tabular

/// A list read whole: its rows as normalised values.
struct ReadList: Sendable {
    var path = ""
    var encoding = ""
    /// Values of the model's fields.
    var rows: [LinkageRows] = []
    /// What names the rows in the outputs; empty if the list has no such column.
    var keys: [LinkageRows] = []
    /// Numbers of the rows: ordinals of data rows from 1, or the sheet's own.
    var numbers: [Int32] = []
    /// Rows that the splitter ended.
    var rowCount = 0
    var quarantined: [QuarantinedRow] = []
    var header: [String] = []

    /// The key of a row, or empty.
    func key(_ keyOf: KeyPlaces, _ row: Int) -> String {
        keys.isEmpty ? "" : keyOf.text(row, in: keys)
    }
}

/// Finds rows in batches.
struct KeyPlaces: Sendable {
    private let starts: [Int]

    init(_ batches: [LinkageRows]) {
        starts = batches.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }

    /// The only field of a row.
    func text(_ row: Int, in batches: [LinkageRows]) -> String {
        var (low, high) = (0, starts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= row { low = middle } else { high = middle }
        }
        return batches[low].text(row: row - starts[low], field: 0)
    }
}

/// Reads the rows of a list: batches are pulled in order and normalised side by side.
struct ListReading: Sendable {
    let fields: ListRowReader
    let key: ListRowReader
    let window: OrderedWindow

    /// - Parameters:
    ///   - columns: where the fields stand.
    ///   - keyColumn: where the key stands; `nil`: the list has none.
    func read(_ table: ListTable, columns: [Int?], keyColumn: Int?) async throws -> ReadList {
        let list = try await readOnce(table, columns, keyColumn)
        guard let text = table.looked.supply as? TextSupply, text.isMisread else { return list }
        return try await readOnce(table.reopenedAsGB18030(), columns, keyColumn)
    }

    private func readOnce(_ table: ListTable, _ columns: [Int?], _ keyColumn: Int?) async throws -> ReadList {
        var list = ReadList()
        (list.path, list.encoding, list.header) = (table.path, table.looked.encoding, table.header)
        let (supply, count) = (table.looked.supply, columns.count)
        let (bySheet, name) = (table.countsBySheet, table.looked.name)
        try await window.readingAhead.run(
            next: { try supply.next() },
            work: { stretch in
                let values = fields.values(of: stretch.batch, columns: columns)
                let keys = keyColumn.map { key.values(of: stretch.batch, columns: [$0]) }
                return ReadBatch(
                    rows: LinkageRows(fieldCount: count, bytes: values.bytes, ends: values.ends),
                    keys: keys.map { LinkageRows(fieldCount: 1, bytes: $0.bytes, ends: $0.ends) },
                    marks: RowMarks(stretch, file: name, isNumberedBySheet: bySheet))
            },
            take: { list.take($0) })
        return list
    }
}

private struct ReadBatch: Sendable {
    let rows: LinkageRows
    let keys: LinkageRows?
    let marks: RowMarks
}

/// The numbers of the good rows of a batch, and the rows that are put aside.
private struct RowMarks: Sendable {
    var numbers: [Int32] = []
    var quarantined: [QuarantinedRow] = []
    let rowCount: Int

    init(_ stretch: Stretch, file: String, isNumberedBySheet: Bool) {
        let (batch, position) = (stretch.batch, stretch.position)
        rowCount = batch.rows.count
        for row in batch.rows {
            let number = row.number + (isNumberedBySheet ? 0 : 1 + position.rows)
            guard let defect = row.defect else {
                numbers.append(Int32(number))
                continue
            }
            let reason = QuarantineReason(defect)
            let place = RowPlace(
                file: file, row: number, line: row.line + 1 + (isNumberedBySheet ? 0 : position.lines),
                byteOffset: row.byteOffset + (isNumberedBySheet ? 0 : position.bytes))
            quarantined.append(
                QuarantinedRow(
                    place: place, code: reason.code, reason: reason.message, raw: batch.raw(of: row),
                    fields: batch.values(of: row)))
        }
    }
}

extension ReadList {
    fileprivate mutating func take(_ batch: ReadBatch) {
        if batch.rows.count > 0 {
            rows.append(batch.rows)
            if let keys = batch.keys { self.keys.append(keys) }
        }
        numbers += batch.marks.numbers
        quarantined += batch.marks.quarantined
        rowCount += batch.marks.rowCount
    }
}
