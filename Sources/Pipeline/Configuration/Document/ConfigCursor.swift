/// A value being read, with the way that led to it. Readings that fail are reported and give `nil`.
struct ConfigCursor {
    let node: ConfigNode
    /// The key or item it stands under; its own place for items.
    let keyPlace: ConfigPlace
    let path: [String]
    let log: ProblemLog

    /// The root of a document.
    init(root: ConfigNode, log: ProblemLog) {
        node = root
        keyPlace = .start
        path = []
        self.log = log
    }

    init(node: ConfigNode, keyPlace: ConfigPlace, path: [String], log: ProblemLog) {
        self.node = node
        self.keyPlace = keyPlace
        self.path = path
        self.log = log
    }

    /// The last step of the path.
    var name: String { path.last ?? "" }

    /// The scalar's text, or empty.
    var scalar: String {
        if case .scalar(let text) = node.content { text } else { "" }
    }

    /// Reports a fault of this value.
    func report(
        _ fault: ConfigurationFault, _ severity: ConfigurationProblem.Severity = .error, found: String? = nil,
        candidates: [String] = []
    ) {
        if node.content == .refused { return }
        log.report(
            fault, severity, at: node.place, path: path, found: found ?? scalar, candidates: candidates)
    }

    /// Reports a fault of the key this value stands under.
    func reportKey(_ fault: ConfigurationFault, found: String? = nil, candidates: [String] = []) {
        log.report(fault, at: keyPlace, path: path, found: found ?? name, candidates: candidates)
    }

    /// Reads a mapping whose keys are fixed; unknown ones are reported when `body` is done. `section` is the mapping's
    /// name in the schema.
    func section<Value>(_ section: String, _ body: (ConfigSection) -> Value) -> Value? {
        guard case .mapping(let entries) = node.content else {
            report(.wrongType(expected: .mapping))
            return nil
        }
        let reader = ConfigSection(section, entries: entries, of: self)
        let value = body(reader)
        reader.finish()
        return value
    }

    /// The entries of a mapping whose keys are free; none if it is not a mapping.
    func entries() -> [ConfigCursor] {
        guard case .mapping(let entries) = node.content else {
            report(.wrongType(expected: .mapping))
            return []
        }
        return entries.map { cursor(to: $0) }
    }

    /// The items of a list; none if it is not a list.
    func items() -> [ConfigCursor] {
        guard case .list(let items) = node.content else {
            report(.wrongType(expected: .list))
            return []
        }
        return items.enumerated().map { index, item in
            ConfigCursor(node: item, keyPlace: item.place, path: path + ["\(index)"], log: log)
        }
    }

    /// The items of a list, or a lone scalar as the only one.
    func itemsOrOne() -> [ConfigCursor] {
        if case .scalar = node.content, !node.isEmptyScalar { [self] } else { items() }
    }

    /// Reads a list of words of a closed list; repeated ones count once.
    func words<Word: RawRepresentable & CaseIterable & Equatable>(_ kind: NameKind) -> [Word]
    where Word.RawValue == String {
        var words: [Word] = []
        for item in itemsOrOne() {
            if let word: Word = item.word(kind), !words.contains(word) { words.append(word) }
        }
        return words
    }

    /// The cursor to an entry of this mapping.
    func cursor(to entry: ConfigEntry) -> ConfigCursor {
        ConfigCursor(node: entry.value, keyPlace: entry.keyPlace, path: path + [entry.key], log: log)
    }
}
