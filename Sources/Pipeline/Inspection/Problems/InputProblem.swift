package import Roster

/// Something about the files of a month that a person should know before a run.
package struct InputProblem: Sendable, Equatable {
    /// What it means for a run.
    package enum Severity: Int, Sendable, Comparable {
        /// Nothing.
        case note
        /// The run goes on and says so, or puts rows aside.
        case warning
        /// The run is refused.
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
        /// As in JSON.
        package var word: String { ["note", "warning", "error"][rawValue] }
    }

    /// A place in a file; what is not known is `nil`.
    package struct Place: Sendable, Equatable {
        package var row: Int?
        /// Physical line, of sheets the row's number, from 1.
        package var line: Int?
        /// Column of the table, from 1.
        package var column: Int?
        /// From 0, in the stream as delivered.
        package var byte: Int?

        package init(row: Int? = nil, line: Int? = nil, column: Int? = nil, byte: Int? = nil) {
            (self.row, self.line, self.column, self.byte) = (row, line, column, byte)
        }
    }

    /// Stable, `E210`.
    package var code: String
    package var severity: Severity
    /// The exit of an error.
    package var exit: RunError.Kind = .inputRefused
    package var source: SourceName?
    /// The file's name, or `archive.zip!member`, or a folder; empty if it is about none.
    package var file: String
    /// Heading or gate; empty if it is about none.
    package var field = ""
    package var message: LocalizedText
    package var hint = LocalizedText(zh: "", en: "")
    /// The first of its places, at most five.
    package var places: [Place] = []
    /// How often it occurs.
    package var count = 1

    package init(
        _ code: String, _ severity: Severity, source: SourceName? = nil, file: String = "", field: String = "",
        message: LocalizedText
    ) {
        (self.code, self.severity, self.source) = (code, severity, source)
        (self.file, self.field, self.message) = (file, field, message)
    }

    /// Most places that are kept.
    package static let shownPlaces = 5
}

extension InputProblem {
    /// What would end a run, found at a file.
    init(_ error: RunError, source: SourceName?, file: String, place: Place? = nil) {
        self.init(error.code, .error, source: source, file: file, message: error.message)
        hint = error.hint
        exit = error.kind == .inputMissing ? .inputMissing : .inputRefused
        places = place.map { [$0] } ?? []
    }

    /// The same with something to do.
    func advising(_ zh: String, _ en: String) -> InputProblem {
        var result = self
        result.hint = LocalizedText(zh: zh, en: en)
        return result
    }

    /// The same at a place.
    func at(_ place: Place) -> InputProblem {
        var result = self
        result.places = [place]
        return result
    }
}
