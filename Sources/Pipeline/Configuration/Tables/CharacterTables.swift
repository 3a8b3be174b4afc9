/// Tables of characters: variants, surnames, private code points, dots.
enum CharacterTables {
    /// Columns from, to, a character each.
    static func pairs(_ table: ConfigTable, _ log: ProblemLog) -> [CharacterPair] {
        guard let cursor = TableCursor(table, columns: ["from", "to"], log: log) else { return [] }
        var seen: [CharacterPair: Int] = [:]
        return table.lines.compactMap { line in
            guard let from = cursor.value("from", of: line, character), let to = cursor.value("to", of: line, character)
            else { return nil }
            let pair = CharacterPair(from: from, to: to)
            if let first = seen[pair] {
                cursor.report(.duplicate(firstLine: first), in: "from", of: line)
                return nil
            }
            seen[pair] = line.number
            return pair
        }
    }

    /// Columns pua_codepoint, standard_codepoint, both as `U+E815`.
    static func codePoints(_ table: ConfigTable, _ log: ProblemLog) -> [CharacterPair] {
        let names = ["pua_codepoint", "standard_codepoint"]
        guard let cursor = TableCursor(table, columns: names, log: log) else { return [] }
        return table.lines.compactMap { line in
            guard let from = cursor.value(names[0], of: line, scalar), let to = cursor.value(names[1], of: line, scalar)
            else { return nil }
            return CharacterPair(from: from, to: to)
        }
    }

    /// Columns codepoint as `U+30FB`, scope `any` or `between_han`.
    static func dots(_ table: ConfigTable, _ log: ProblemLog) -> [DotLookAlike] {
        guard let cursor = TableCursor(table, columns: ["codepoint", "scope"], log: log) else { return [] }
        return table.lines.compactMap { line in
            let scopes = ["any": false, "between_han": true]
            guard let dot = cursor.value("codepoint", of: line, scalar),
                let onlyBetweenHan = cursor.value("scope", of: line, { scopes[$0] })
            else { return nil }
            return DotLookAlike(scalar: dot, onlyBetweenHan: onlyBetweenHan)
        }
    }

    /// Columns syllable and characters: all characters of one sound, one after the other.
    static func sounds(_ table: ConfigTable, _ log: ProblemLog) -> [CharacterSound] {
        guard let cursor = TableCursor(table, columns: ["syllable", "characters"], log: log) else { return [] }
        return table.lines.flatMap { line -> [CharacterSound] in
            guard let syllable = cursor.text("syllable", of: line), let characters = cursor.text("characters", of: line)
            else { return [] }
            return characters.unicodeScalars.map { CharacterSound(character: $0, syllable: syllable) }
        }
    }

    private static func character(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }

    private static func scalar(_ text: String) -> Unicode.Scalar? {
        text.hasPrefix("U+") ? UInt32(text.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) } : nil
    }
}
