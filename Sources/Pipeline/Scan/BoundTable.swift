import Matching
package import Normalization
package import Roster
import Tabular

/// One table of a source, ready to be read: where its fields stand and how its rows are parsed.
package struct BoundTable: Sendable {
    package let layout: SourceLayout
    package let origin: RecordOrigin
    /// Column of each field of the layout, or `nil` where the table lacks it.
    package let columns: [Int?]
    /// Headings as the sender wrote them.
    package let header: [String]
    package let parser: RecordParser
    /// Row numbers are a sheet's own, not counted from the start of a batch.
    let countsBySheet: Bool
    /// First headings of the layout's columns that the table lacks.
    var missingHeadings: [String] {
        zip(layout.fields, columns).compactMap { $1 == nil ? $0.headings.first : nil }
    }

    /// Whether a missing name is a doubt.
    let naming: SourceNaming

    package init(
        layout: SourceLayout, origin: RecordOrigin, binding: HeaderBinding, header: [String], context: ParsingContext
    ) {
        countsBySheet = context.acceptsSerials
        self.layout = layout
        self.origin = origin
        self.header = header
        columns = binding.columns
        parser = RecordParser(layout: layout, context: context)
        let hasNames = zip(layout.fields, columns).contains { field, column in
            column != nil && (field.field == .name || field.field == .ownerName)
        }
        naming = layout.isNameless ? .declaredNameless : hasNames ? .named : .unnamed
    }

    /// Index in the layout of a field, or `nil` if the table has no such column.
    func column(of field: FieldName) -> Int? {
        layout.fields.firstIndex { $0.field == field }.flatMap { columns[$0] }
    }

    /// A reader for a batch's rows.
    func reader(of batch: RowBatch) -> RowReader {
        parser.reader(of: RowCells(batch, columns: columns))
    }

    /// Where a row stands, counted from the start of its batch; `place.row` from 1 (for sheets: the sheet's own).
    func place(of row: RowBatch.Row, in batch: RowBatch) -> RowPlace {
        let number = countsBySheet ? row.number : row.number + 1
        return RowPlace(file: origin.file, row: number, line: row.line + 1, byteOffset: row.byteOffset)
    }

    /// The row put aside if it could not be split or decoded, else `nil`.
    func refused(_ row: RowBatch.Row, in batch: RowBatch) -> QuarantinedRow? {
        row.defect.map(QuarantineReason.init).map {
            quarantined(row, in: batch, code: $0.code, reason: $0.message)
        }
    }

    /// The row put aside for what its fields say.
    func quarantined(_ row: RowBatch.Row, in batch: RowBatch, _ defect: RecordDefect) -> QuarantinedRow {
        quarantined(row, in: batch, code: defect.code, reason: defect.message, field: defect.field)
    }

    /// A row put aside, with everything needed to send it back.
    func quarantined(
        _ row: RowBatch.Row, in batch: RowBatch, code: FindingCode, reason: String, field: String = ""
    ) -> QuarantinedRow {
        QuarantinedRow(
            place: place(of: row, in: batch), code: code, reason: reason, field: field, raw: batch.raw(of: row),
            fields: batch.values(of: row))
    }
}
