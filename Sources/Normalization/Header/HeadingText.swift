/// Headings as they are compared.
package enum HeadingText {
    /// The heading without blanks, line ends and byte order marks anywhere, in half width and lower case.
    package static func folded(_ heading: String) -> String {
        let bytes = CellText.folded(heading.utf8Span.span, keepingSpaces: false)
        let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return String(decoding: lowered, as: UTF8.self)
    }

    /// Edits of single characters that make one folded heading of the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let (rows, columns) = (Array(left), Array(right))
        var previous = Array(0...columns.count)
        for (row, character) in rows.enumerated() {
            var current = [row + 1]
            for (column, other) in columns.enumerated() {
                let replaced = previous[column] + (character == other ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[columns.count]
    }
}
