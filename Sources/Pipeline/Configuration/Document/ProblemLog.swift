/// Collects the problems of one configuration, so that reading never stops at the first.
///
/// One log lives as long as one load and stays in one task.
final class ProblemLog {
    /// The file, as the user named it.
    let file: String
    private(set) var problems: [ConfigurationProblem] = []
    private(set) var texts: [String: String] = [:]
    /// The keys that were asked for, by section of the schema.
    private(set) var askedKeys: [String: Set<String>] = [:]

    init(file: String) {
        self.file = file
    }

    var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// Keeps the text of the configuration, or of a table, for excerpts.
    func keep(text: String, of file: String? = nil) {
        texts[file ?? self.file] = text
    }

    /// Notes that a section knows a key.
    func note(key: String, in section: String) {
        askedKeys[section, default: []].insert(key)
    }

    /// Adds a problem; `file` is that of a table.
    func report(
        _ fault: ConfigurationFault, _ severity: ConfigurationProblem.Severity = .error, at place: ConfigPlace,
        path: [String] = [], found: String = "", candidates: [String] = [], file: String? = nil
    ) {
        problems.append(
            ConfigurationProblem(
                fault: fault, severity: severity, file: file ?? self.file, place: place,
                keyPath: path.joined(separator: "."), found: found, candidates: candidates))
    }
}
