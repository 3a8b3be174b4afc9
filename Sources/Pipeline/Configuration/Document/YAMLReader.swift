internal import Yams

/// Turns the text of a YAML document into a tree of `ConfigNode`, and refuses what a pipeline file does without.
///
/// Yams composes aliases and stops at duplicate keys without saying where they all are. So every `*` is masked before
/// parsing (an alias then shows as a plain scalar that begins with the mask, and can't multiply), and a duplicate key
/// is renamed to a text of the same length and the text parsed again; columns stay what they were.
struct YAMLReader {
    private static let mask: Unicode.Scalar = "\u{10FFFD}"
    private static let mostRepairs = 40

    private let text: String
    private let log: ProblemLog

    init(text: String, log: ProblemLog) {
        self.text = text
        self.log = log
    }

    /// The root, or `nil` if the text is no YAML. An empty document is an empty mapping.
    func read() -> ConfigNode? {
        var lines = ScalarLines(text, mask: Self.mask)
        var renamed: [String: String] = [:]
        while true {
            do {
                // What a scalar's words mean is for the parsers of the fields.
                let root = try Parser(yaml: lines.text, resolver: .basic, encoding: .utf8).singleRoot()
                let tree = YAMLTree(lines: ScalarLines(text), mask: Self.mask, renamed: renamed, log: log)
                return root.map { tree.node($0) } ?? ConfigNode(.mapping([]), at: .start)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard let key = keys.first, renamed.count < Self.mostRepairs,
                    let name = lines.rename(key, at: ConfigPlace(context.mark), ordinal: renamed.count)
                else { return stop(at: ConfigPlace(context.mark), key: keys.first ?? "") }
                renamed[name] = key
            } catch {
                report(error)
                return nil
            }
        }
    }

    private func stop(at place: ConfigPlace, key: String) -> ConfigNode? {
        log.report(.duplicateKey(first: place), at: place, found: key)
        return nil
    }

    private func report(_ error: any Error) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            report(problem, at: ConfigPlace(mark))
        case YamlError.reader(let problem, _, _, _):
            log.report(.syntax(detail: problem), at: ScalarLines(text).firstControl ?? .start)
        default:
            log.report(.syntax(detail: "unreadable"), at: .start)
        }
    }

    private func report(_ problem: String, at place: ConfigPlace) {
        let lines = ScalarLines(text)
        if problem.contains("another document") {
            log.report(.severalDocuments, at: place)
        } else if problem.contains("nesting level") {
            log.report(.nestedTooDeep(limit: ConfigurationDocument.deepestNesting), at: place)
        } else if let tab = lines.tabIndentation(near: place.line) {
            log.report(.tabIndentation, at: tab)
        } else {
            log.report(.syntax(detail: problem), at: place)
        }
    }
}

extension ConfigPlace {
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}
