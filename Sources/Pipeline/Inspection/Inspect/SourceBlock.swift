import Normalization
import Roster
import Tabular

/// A source block for a pipeline file: the layout that fits a table best, with the table's own headings in it.
struct SourceBlock {
    private let fit: LayoutFit
    private let columns: [ColumnInspection]
    private let file: String
    private let paths: [String]
    private let record: [String]
    private var source: SourceDefinition { fit.source }

    /// - Parameter paths: in XML the path of each column.
    init(_ fit: LayoutFit, columns: [ColumnInspection], table: LayoutFit.Columns, file: String) {
        (self.fit, self.columns, self.file) = (fit, columns, file)
        (paths, record) = (table.paths, table.record)
    }

    /// The block, indented to stand under `sources:`.
    var text: String {
        var lines = ["  \(source.name):"]
        if source.name.text != source.kind.rawValue { lines.append("    kind: \(source.kind.rawValue)") }
        lines.append("    title: \(YAMLScalar.text(source.title))")
        lines.append("    required: \(source.isRequired ? "yes" : "no")")
        if source.layout.isNameless { lines.append("    nameless: yes") }
        lines.append("    span: \(source.span.rawValue)")
        if let period = source.periodField { lines.append("    periodField: \(period.rawValue)") }
        lines.append("    files: \(YAMLScalar.list(globs))")
        if let encoding = source.encoding { lines.append("    encoding: \(encoding.rawValue)") }
        if !records.isEmpty { lines.append("    records: \(YAMLScalar.list(records))") }
        lines += gates
        lines.append("    fields:")
        lines += zip(source.layout.fields, fit.columns).flatMap(field)
        return lines.joined(separator: "\n")
    }

    private var globs: [String] {
        let known = source.files.map(\.pattern)
        return source.includes(file: file) ? known : [glob] + known
    }

    /// The file's name with stars for its numbers.
    private var glob: String {
        var (name, isNumber) = ("", false)
        for character in file {
            if character.isNumber {
                if !isNumber { name.append("*") }
                isNumber = true
            } else {
                name.append("*?[]{}".contains(character) ? "?" : character)
                isNumber = false
            }
        }
        return name
    }

    private var records: [String] {
        let known = source.layout.recordPaths
        let all = record.isEmpty || known.contains(record) ? known : [record] + known
        return all.map { $0.joined(separator: "/") }
    }

    private var gates: [String] {
        let gates = source.gates
        var lines = [
            "    gates:", "      missing: \(gates.missing.rawValue)", "      period: \(gates.period.rawValue)",
            "      repeatedFile: \(gates.repeatedFile.rawValue)",
        ]
        if let rows = gates.rows { lines.append("      rows: {least: \(rows.limit), action: \(rows.action.rawValue)}") }
        for (name, key, gate) in [
            ("quarantine", "most", gates.quarantine), ("drift", "most", gates.drift),
            ("validIDs", "least", gates.validIDs),
        ] {
            guard let gate else { continue }
            lines.append("      \(name): {\(key): \(gate.limit), action: \(gate.action.rawValue)}")
        }
        return lines
    }

    private func field(_ layout: FieldLayout, _ column: Int?) -> [String] {
        var parts = ["headings: \(YAMLScalar.list(headings(layout, column)))"]
        let paths = fieldPaths(layout, column)
        if !paths.isEmpty { parts.append("paths: \(YAMLScalar.list(paths))") }
        if layout.isKey { parts.append("key: yes") }
        if layout.isRequired { parts.append("required: yes") }
        if !layout.codes.isEmpty { parts.append("codes: \(codes(layout))") }
        let remark = column == nil ? ["      # \(layout.field.rawValue): 文件中没有这一列"] : []
        return remark + ["      \(layout.field.rawValue): {\(parts.joined(separator: ", "))}"]
    }

    /// The table's heading first, then those that are known already.
    private func headings(_ layout: FieldLayout, _ column: Int?) -> [String] {
        guard let column, paths.isEmpty else { return layout.headings }
        let heading = columns[column].heading
        let isKnown = layout.headings.contains { HeadingText.folded($0) == HeadingText.folded(heading) }
        return isKnown || heading.isEmpty || layout.headings.isEmpty ? layout.headings : [heading] + layout.headings
    }

    private func fieldPaths(_ layout: FieldLayout, _ column: Int?) -> [String] {
        guard let column, paths.indices.contains(column), !layout.paths.contains(paths[column]) else {
            return layout.paths
        }
        return [paths[column]] + layout.paths
    }

    /// `{word: [spellings]}`, words and first spellings in their order.
    private func codes(_ layout: FieldLayout) -> String {
        var words: [String] = []
        for choice in layout.choices {
            if let word = layout.codes[choice], !words.contains(word) { words.append(word) }
        }
        let rest = Set(layout.codes.values).subtracting(words).sorted(by: precedesBytewise)
        let entries = (words + rest).map { word in
            let first = layout.choices.filter { layout.codes[$0] == word }
            let others = layout.codes.filter { $0.value == word && !first.contains($0.key) }.keys
            return "\(YAMLScalar.text(word)): \(YAMLScalar.list(first + others.sorted(by: precedesBytewise)))"
        }
        return "{\(entries.joined(separator: ", "))}"
    }
}

/// Texts as a pipeline file writes them.
enum YAMLScalar {
    /// A text, quoted unless it is a plain word.
    static func text(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isWord = scalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" }
        let reserved: Set = ["yes", "no", "true", "false", "on", "off", "null", "y", "n"]
        if !text.isEmpty, isWord, !reserved.contains(text.lowercased()) { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(String(escaped.map { $0.isNewline || $0 == "\t" ? " " : $0 }))\""
    }

    /// `[a, b]`.
    static func list(_ texts: [String]) -> String {
        "[\(texts.map(text).joined(separator: ", "))]"
    }
}
