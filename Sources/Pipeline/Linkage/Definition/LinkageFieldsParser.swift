import Matching

/// Reads the fields of a model.
struct LinkageFieldsParser {
    /// The names that fields may have; `nil`: any.
    let known: [String]?

    /// The section `fields`, a mapping from names to fields.
    func fields(_ cursor: ConfigCursor?) -> [(field: LinkageField, column: ListColumn)] {
        let entries = cursor?.entries() ?? []
        if entries.count > LevelPattern.capacity {
            cursor?.report(.outOfRange("1–\(LevelPattern.capacity)"), found: "\(entries.count)")
        }
        for entry in entries { checkName(entry) }
        let names = entries.map(\.name)
        return entries.prefix(LevelPattern.capacity).compactMap { entry in
            entry.section("linkageField") { field($0, name: entry.name, names: names) }
        }
    }

    private func checkName(_ entry: ConfigCursor) {
        guard let known, !known.contains(entry.name) else { return }
        entry.reportKey(.unknownWord(.field), candidates: known)
    }

    private func field(_ section: ConfigSection, name: String, names: [String]) -> (LinkageField, ListColumn) {
        let kind: FieldKind = section.require("kind")?.word(.fieldKind) ?? .text
        var field = LinkageField(name: name, kind: kind, levels: [])
        field.levels = section.require("levels")?.items().compactMap { level($0, of: kind, names) } ?? []
        section.read("termFrequency", into: &field.usesTermFrequency) { $0.flag() }
        section.read("veto", into: &field.vetoesDifference) { $0.flag() }
        section.read("covers", into: &field.covers) { covers($0, names) }
        let headings = section.optional("headings")?.itemsOrOne().compactMap { $0.text() } ?? []
        return (field, ListColumn(headings: [name] + headings.filter { $0 != name }, kind: kind.values))
    }

    private func covers(_ cursor: ConfigCursor, _ names: [String]) -> [CoveredField] {
        cursor.entries().compactMap { entry in
            guard let place = names.firstIndex(of: entry.name) else {
                entry.reportKey(.unknownWord(.field), candidates: names)
                return nil
            }
            guard let part: CoveredField.Part = entry.word(.field) else { return nil }
            return CoveredField(field: place, part: part)
        }
    }

    /// `exact`, `{edits: 1}`, `{jaroWinkler: 0.9}`, `{inField: surname}`, …
    private func level(_ cursor: ConfigCursor, of kind: FieldKind, _ names: [String]) -> ComparisonLevel? {
        let level: ComparisonLevel?
        if case .mapping = cursor.node.content {
            level = cursor.section("level") { measured($0, names) } ?? nil
        } else {
            let words = LevelWords.plain
            guard let text = cursor.text() else { return nil }
            level = words.first { $0.key == text }?.value
            if level == nil { cursor.report(.unknownWord(.level), candidates: words.map(\.key) + LevelWords.measured) }
        }
        if let level, !level.suits(kind) {
            cursor.report(.contradiction(.levelOfOtherKind), found: LevelWords.text(level, names: names))
            return nil
        }
        return level
    }

    private func measured(_ section: ConfigSection, _ names: [String]) -> ComparisonLevel? {
        let levels: [ComparisonLevel?] = [
            section.optional("edits")?.integer(in: 1...10).map { .edits($0) },
            section.optional("jaroWinkler")?.share().map { .jaroWinkler($0.fraction) },
            section.optional("inField")?.name(.field, among: names).flatMap { names.firstIndex(of: $0) }
                .map { .inField($0) },
            section.optional("prefix")?.integer(in: 1...64).map { .prefix($0) },
            section.optional("within")?.integer(in: 1...Int(Int32.max)).map { .within($0) },
        ]
        return levels.compactMap(\.self).first
    }
}

/// The words by which model files name comparison levels.
enum LevelWords {
    static let plain: KeyValuePairs<String, ComparisonLevel> = [
        "exact": .exact, "variant": .variant, "homophone": .homophone, "beginning": .beginning,
        "swappedDate": .swappedDate, "oneDigit": .oneDigit, "masked": .masked, "oneEdit": .oneEdit,
    ]
    static let measured = ["edits", "jaroWinkler", "inField", "prefix", "within"]

    /// The level as a model file writes it.
    static func yaml(_ level: ComparisonLevel, names: [String]) -> String {
        if let word = plain.first(where: { $0.value == level }) { return word.key }
        switch level {
        case .edits(let count): return "{edits: \(count)}"
        case .jaroWinkler(let least): return "{jaroWinkler: \(least)}"
        case .inField(let field): return "{inField: \(names.indices.contains(field) ? names[field] : names[0])}"
        case .prefix(let count): return "{prefix: \(count)}"
        case .within(let limit): return "{within: \(limit)}"
        default: return ""
        }
    }

    /// The level as tables write it: `edits 1`.
    static func text(_ level: ComparisonLevel, names: [String]) -> String {
        yaml(level, names: names).filter { !"{}:".contains($0) }
    }
}

extension ComparisonLevel {
    /// Whether values of a kind can be compared so.
    fileprivate func suits(_ kind: FieldKind) -> Bool {
        switch self {
        case .exact: true
        case .variant, .homophone: kind == .name
        case .edits, .jaroWinkler, .beginning: kind == .name || kind == .text || kind == .code
        case .inField: kind != .id && kind != .date
        case .swappedDate: kind == .date
        case .oneDigit, .within: kind == .date || kind == .code
        case .prefix: kind != .id
        case .masked, .oneEdit: kind == .id
        }
    }
}
