/// Rows of a table as one byte buffer and arrays of bounds: no `String` is made until a field is asked for.
///
/// Text tables keep the bytes of the file, in its encoding; documents (XML, XLSX) put UTF-8 here. Numbers in a batch are
/// relative to its start, so that a batch can be made without knowing what came before; `RowOrigin` adds them up.
package struct RowBatch: Sendable {
    /// The bytes that the bounds point into.
    package var text: [UInt8]
    /// Encoding of `text`: UTF-8 or GB18030, never UTF-16.
    package var encoding: TextEncoding
    /// Bounds of all fields of all rows, row after row.
    package var fields: [FieldBounds]
    /// The rows in file order: good and defective ones; titles, blank lines and totals are none.
    package var rows: [Row]
    /// Good rows that a sieve passed over: counted, not in `rows`.
    package var passedOver = 0
    /// Physical lines in this batch, whether rows or not.
    package var lineCount: Int
    /// Bytes of the stream as delivered that this batch covers.
    package var byteCount: Int

    package init(encoding: TextEncoding) {
        self.encoding = encoding
        (text, fields, rows) = ([], [], [])
        (lineCount, byteCount) = (0, 0)
    }

    /// Where a field stands in `text`; quotes around it are already left out.
    ///
    /// Eight bytes: there are more of these than of anything else in a run. `text` is shorter than 2 GiB.
    package struct FieldBounds: Sendable {
        package let start: UInt32
        private let endAndFlag: UInt32

        package init(start: UInt32, end: UInt32, hasDoubledQuotes: Bool = false) {
            self.start = start
            endAndFlag = hasDoubledQuotes ? end | FieldBounds.flag : end
        }

        package var end: UInt32 { endAndFlag & ~FieldBounds.flag }

        /// The field was quoted and holds doubled quotes, to be halved when it is decoded.
        package var hasDoubledQuotes: Bool { endAndFlag & FieldBounds.flag != 0 }

        private static let flag: UInt32 = 1 << 31
    }

    /// One row of the batch.
    package struct Row: Sendable {
        /// Index of its first field in `fields`.
        package var firstField: Int32
        package var fieldCount: Int32
        /// Ordinal of the data row in the batch, from 0; for XLSX the sheet's own row number, from 1.
        package var number: Int
        /// Physical line in the batch, from 0.
        package var line: Int
        /// Byte offset in the batch, as delivered, from 0.
        package var byteOffset: Int
        /// The whole row in `text`, without its line end.
        package var start: UInt32
        package var end: UInt32
        /// Why the row can't be used, if it can't.
        package var defect: RowDefect?

        package init(
            firstField: Int32, fieldCount: Int32, number: Int, line: Int, byteOffset: Int, start: UInt32, end: UInt32,
            defect: RowDefect? = nil
        ) {
            self.firstField = firstField
            self.fieldCount = fieldCount
            self.number = number
            self.line = line
            self.byteOffset = byteOffset
            self.start = start
            self.end = end
            self.defect = defect
        }
    }
}

extension RowBatch {
    /// Bounds of field `index` (from 0) of a row; `nil` if the row is shorter.
    package func bounds(_ index: Int, of row: Row) -> FieldBounds? {
        index < Int(row.fieldCount) ? fields[Int(row.firstField) + index] : nil
    }

    /// The decoded value of field `index` (from 0) of a row: quotes undone, otherwise as delivered; empty if the row is
    /// shorter. Allocates a `String`.
    package func value(_ index: Int, of row: Row) -> String {
        guard let bounds = bounds(index, of: row) else { return "" }
        let bytes = text[Int(bounds.start)..<Int(bounds.end)]
        let decoded = encoding.decode(bytes)
        return bounds.hasDoubledQuotes ? RowBatch.halvingQuotes(decoded) : decoded
    }

    /// All fields of a row, decoded.
    package func values(of row: Row) -> [String] {
        (0..<Int(row.fieldCount)).map { value($0, of: row) }
    }

    /// The row as delivered, decoded with U+FFFD for bytes that do not decode.
    package func raw(of row: Row) -> String {
        encoding.decode(text[Int(row.start)..<Int(row.end)])
    }

    /// Appends a row of finished values, for formats that are not text tables.
    package mutating func append(
        _ values: [String], number: Int, line: Int, byteOffset: Int, defect: RowDefect? = nil
    ) {
        let firstField = Int32(fields.count)
        let start = UInt32(text.count)
        for value in values {
            let fieldStart = UInt32(text.count)
            text.append(contentsOf: value.utf8)
            fields.append(FieldBounds(start: fieldStart, end: UInt32(text.count)))
            text.append(0x09)
        }
        if !values.isEmpty { text.removeLast() }
        rows.append(
            Row(
                firstField: firstField, fieldCount: Int32(values.count), number: number, line: line,
                byteOffset: byteOffset, start: start, end: UInt32(text.count), defect: defect))
    }

    private static func halvingQuotes(_ value: String) -> String {
        var result = ""
        var isSecond = false
        for scalar in value.unicodeScalars {
            if scalar == "\"" {
                isSecond.toggle()
                if !isSecond { continue }
            } else {
                isSecond = false
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

/// Why a row as a whole can't be used. Offsets are in bytes from the row's start.
package enum RowDefect: Sendable, Hashable {
    case fieldCount(found: Int, expected: Int)
    case nulByte(at: Int)
    case unbalancedQuote
    case overLong(limit: Int)
    /// Bytes that do not decode, from the first bad one, at most eight.
    case undecodable(bytes: [UInt8], at: Int)
    case formulaWithoutValue(column: Int)
}
