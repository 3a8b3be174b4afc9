/// Finds delimiter and header line of a text table: among the first lines the one with the most known headings.
///
/// Titles stand above a header as often as not, so it is never taken for granted that the first line is it.
struct HeaderFinder {
    private let encoding: TextEncoding
    private let headings: Set<String>
    private let lines: Int
    private let limits: DelimitedLimits
    private static let delimiters: [UInt8] = [0x2c, 0x09, 0x3b, 0x7c]

    /// Where a header was found.
    struct Found {
        var delimiter: UInt8
        var cells: [String]
        /// Cells that are known headings.
        var known: Int
        /// Lines and bytes of the text up to its end.
        var lines: Int
        var bytes: Int
    }

    init(encoding: TextEncoding, options: DelimitedOptions) {
        self.encoding = encoding
        headings = Set(options.headings.map(HeaderFinder.withoutBlanks))
        lines = options.headerLines
        limits = options.limits
    }

    /// The header in the text that begins with `start`; `isWhole` says that nothing follows. Of lines with equally many
    /// known headings the first counts, of delimiters the one that comes first in `,` tab `;` `|`. `nil` if no cell is
    /// a known heading.
    func find(in start: [UInt8], isWhole: Bool) -> Found? {
        var best: Found?
        for delimiter in HeaderFinder.delimiters {
            guard let found = find(in: start, isWhole: isWhole, delimiter: delimiter) else { continue }
            if found.known > best?.known ?? 0 { best = found }
        }
        return best
    }

    private func find(in start: [UInt8], isWhole: Bool, delimiter: UInt8) -> Found? {
        let format = DelimitedFormat(encoding: encoding, delimiter: delimiter, header: [], limits: limits)
        let split = PieceSplitter(withoutHeader: format).split(TextPiece(bytes: start, ordinal: 0, isLast: isWhole))
        let batch = split.batch
        var best: Found?
        for (index, row) in batch.rows.enumerated() where row.line < lines {
            let cells = batch.values(of: row).map(HeaderFinder.trimmed)
            let known = cells.count { headings.contains(HeaderFinder.withoutBlanks($0)) }
            guard known > best?.known ?? 0 else { continue }
            #if FUZZ_PLANT
                if known == 2, row.line == 3, delimiter == 0x3b { plantedRead(known) }
            #endif
            let next = batch.rows.indices.contains(index + 1) ? batch.rows[index + 1] : nil
            best = Found(
                delimiter: delimiter, cells: cells, known: known, lines: next?.line ?? batch.lineCount,
                bytes: next?.byteOffset ?? batch.byteCount)
        }
        return best
    }

    private static func withoutBlanks(_ text: String) -> String {
        String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{feff}" })
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
