/// Delimiter and header of a table of which no heading is known: the delimiter that splits most lines alike, and the
/// first line so split, if it reads like headings.
package struct HeaderGuess: Hashable, Sendable {
    /// Comma, tab, semicolon or vertical bar.
    package let delimiter: UInt8
    /// The cells of the line, without blanks around them.
    package let cells: [String]

    /// Lines looked at.
    private static let lines = 50

    /// The guess for a table; `nil` if no delimiter splits its lines. The first 256 KiB are read.
    package init?(_ source: TableSource, encoding: TextEncoding? = nil) throws(TabularError) {
        let text = try TextStream(source.open(), declared: encoding)
        let start = Array(text.start.prefix(1 << 18))
        let isWhole = text.isAtEnd && start.count == text.start.count
        var best: (count: Int, delimiter: UInt8, cells: [String])?
        for delimiter in [0x2c, 0x09, 0x3b, 0x7c] as [UInt8] {
            let rows = HeaderGuess.rows(of: start, text.textEncoding, delimiter, isWhole: isWhole)
            guard let found = HeaderGuess.header(of: rows), found.count > best?.count ?? 0 else { continue }
            best = (found.count, delimiter, found.cells)
        }
        guard let best else { return nil }
        (delimiter, cells) = (best.delimiter, best.cells)
    }

    /// The header among rows of cells, those of a sheet for example: the first as wide as most of them are.
    package static func header(among rows: [[String]]) -> [String]? {
        header(of: rows)?.cells
    }

    private static func rows(
        of start: [UInt8], _ encoding: TextEncoding, _ delimiter: UInt8, isWhole: Bool
    ) -> [[String]] {
        let format = DelimitedFormat(encoding: encoding, delimiter: delimiter, header: [])
        let split = PieceSplitter(withoutHeader: format).split(TextPiece(bytes: start, ordinal: 0, isLast: isWhole))
        return split.batch.rows.prefix(lines).map { split.batch.values(of: $0) }
    }

    /// The first row of the width that most rows with two cells or more have, and how many cells all those rows hold.
    private static func header(of rows: [[String]]) -> (count: Int, cells: [String])? {
        let wide = rows.map { row in row.map(trimmed) }.filter { $0.count > 1 }
        let widths = Dictionary(grouping: wide.map(\.count), by: { $0 }).mapValues(\.count)
        let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let usual, let cells = wide.first(where: { $0.count == usual.key }) else { return nil }
        return (usual.key * usual.value, cells)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isKept = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace && scalar != "\u{feff}" }
        guard let first = scalars.firstIndex(where: isKept), let last = scalars.lastIndex(where: isKept) else {
            return ""
        }
        return String(scalars[first...last])
    }
}
