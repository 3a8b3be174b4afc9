import Roster

/// A place in a configuration file. Columns count Unicode scalars.
package struct ConfigPlace: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// From 1.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The first character of a file.
    package static let start = ConfigPlace(line: 1, column: 1)
}

extension ConfigPlace: Comparable, CustomStringConvertible {
    package static func < (left: ConfigPlace, right: ConfigPlace) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    /// `42:7`.
    package var description: String { "\(line):\(column)" }
}

/// Something wrong in a pipeline file or in a table beside it.
package struct ConfigurationProblem: Sendable, Equatable {
    /// Whether the file can be used all the same.
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    /// What is wrong.
    package var fault: ConfigurationFault
    package var severity: Severity
    /// The file, as the user named it; a table by its path from the same folder.
    package var file: String
    package var place: ConfigPlace
    /// Where in the tree, `sources.insurance.fields.scheme`; empty outside of one.
    package var keyPath: String
    /// The value found, clipped; empty if there is none.
    package var found: String
    /// Valid names, nearest first.
    package var candidates: [String]

    init(
        fault: ConfigurationFault, severity: Severity = .error, file: String, place: ConfigPlace, keyPath: String = "",
        found: String = "", candidates: [String] = []
    ) {
        self.fault = fault
        self.severity = severity
        self.file = file
        self.place = place
        self.keyPath = keyPath
        self.found = clipped(found)
        self.candidates = candidates
    }

    /// The stable code, `E104`.
    package var code: String { fault.code }

    /// The valid name that was probably meant, if one is near.
    package var nearest: String? { NearestName.of(found, among: candidates) }
}

extension ConfigurationProblem: Comparable {
    package static func < (left: ConfigurationProblem, right: ConfigurationProblem) -> Bool {
        if left.file != right.file { return precedesBytewise(left.file, right.file) }
        if left.place != right.place { return left.place < right.place }
        return left.code < right.code
    }
}

/// All that is wrong with a pipeline file: it can't be used.
package struct ConfigurationErrors: Error, Sendable {
    /// Errors and warnings, by file and place.
    package var problems: [ConfigurationProblem]
    /// Text of the files that could be read, by name, for excerpts.
    package var texts: [String: String]
}

private func clipped(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 ? String(line.prefix(39)) + "…" : String(line)
}
