/// A text as lines of Unicode scalars, the units in which YAML counts columns.
struct ScalarLines {
    private var lines: [[Unicode.Scalar]]

    /// - Parameter mask: stands in the lines for every `*` of the text; `nil`: none does.
    init(_ text: String, mask: Unicode.Scalar? = nil) {
        lines = [[]]
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
            case "*": lines[lines.count - 1].append(mask ?? scalar)
            default: lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
    }

    /// The text again, with LF at line ends.
    var text: String {
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\n")) }
            for scalar in line { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The scalar at a place, or `nil` past the line's end.
    func scalar(at place: ConfigPlace) -> Unicode.Scalar? {
        guard lines.indices.contains(place.line - 1) else { return nil }
        let line = lines[place.line - 1]
        return line.indices.contains(place.column - 1) ? line[place.column - 1] : nil
    }

    /// Replaces the key at a place by a private text of the same length; `nil` if it does not stand there as written.
    mutating func rename(_ key: String, at place: ConfigPlace, ordinal: Int) -> String? {
        let old = Array(key.unicodeScalars)
        let isQuoted = scalar(at: place) == "\"" || scalar(at: place) == "'"
        let start = place.column - 1 + (isQuoted ? 1 : 0)
        guard let first = Unicode.Scalar(0xF0000 + UInt32(ordinal)), !old.isEmpty,
            lines.indices.contains(place.line - 1), lines[place.line - 1].dropFirst(start).starts(with: old)
        else { return nil }
        let new = [first] + Array(repeating: "k", count: old.count - 1)
        lines[place.line - 1].replaceSubrange(start..<start + old.count, with: new)
        var name = String.UnicodeScalarView()
        name.append(contentsOf: new)
        return String(name)
    }

    /// The first tab in the indentation of a line or of the one before it.
    func tabIndentation(near line: Int) -> ConfigPlace? {
        for number in [line, line - 1] where lines.indices.contains(number - 1) {
            let indentation = lines[number - 1].prefix { $0 == " " || $0 == "\t" }
            if let tab = indentation.firstIndex(of: "\t") { return ConfigPlace(line: number, column: tab + 1) }
        }
        return nil
    }

    /// The first control character.
    var firstControl: ConfigPlace? {
        for (index, line) in lines.enumerated() {
            let column = line.firstIndex { ($0.value < 0x20 && $0 != "\t") || (0x7F...0x9F).contains($0.value) }
            if let column { return ConfigPlace(line: index + 1, column: column + 1) }
        }
        return nil
    }
}
