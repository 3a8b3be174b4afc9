/// Tables of divisions and of the digits they give to identity numbers.
enum RegionTables {
    /// Columns code, name, level, valid_from, valid_to, successor.
    static func regions(_ table: ConfigTable, _ log: ProblemLog) -> [Region] {
        let names = ["code", "name", "level", "valid_from", "valid_to", "successor"]
        guard let cursor = TableCursor(table, columns: names, log: log) else { return [] }
        return table.lines.compactMap { line in
            guard let code = cursor.value("code", of: line, { digits($0, 6) }),
                let name = cursor.text("name", of: line), let level = cursor.text("level", of: line)
            else { return nil }
            return Region(
                code: code, name: name, level: level, validFrom: year("valid_from", of: line, cursor),
                validTo: year("valid_to", of: line, cursor), successor: cursor.optional("successor", of: line))
        }
    }

    /// Columns prefix, kind, name.
    static func prefixes(_ table: ConfigTable, _ log: ProblemLog) -> [IDPrefix] {
        guard let cursor = TableCursor(table, columns: ["prefix", "kind", "name"], log: log) else { return [] }
        var lines: [String: Int] = [:]
        return table.lines.compactMap { line in
            guard let prefix = cursor.value("prefix", of: line, { digits($0, 2) }),
                let kind = cursor.value("kind", of: line, { IDPrefix.Kind(rawValue: $0) }),
                let name = cursor.text("name", of: line)
            else { return nil }
            if let first = lines[prefix] {
                cursor.report(.duplicate(firstLine: first), in: "prefix", of: line)
                return nil
            }
            lines[prefix] = line.number
            return IDPrefix(digits: prefix, kind: kind, name: name)
        }
    }

    private static func year(_ column: String, of line: ConfigTable.Line, _ cursor: TableCursor) -> Int? {
        let isEmpty = cursor.optional(column, of: line).isEmpty
        return isEmpty ? nil : cursor.value(column, of: line) { digits($0, 4).flatMap { Int($0) } }
    }

    private static func digits(_ text: String, _ count: Int) -> String? {
        text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
    }
}
