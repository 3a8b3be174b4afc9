package import Normalization
package import Roster
package import Tabular

/// A source as the pipeline file declares it: which files, what they look like, what they must fulfil.
package struct SourceDefinition: Sendable, Equatable {
    package var layout: SourceLayout
    /// What officers call it, `社会保险缴费明细`.
    package var title: String
    package var files: [FileGlob]
    /// The month can't be judged without it.
    package var isRequired: Bool
    package var gates: SourceGates
    /// Encoding of its text files where they have no mark of their own; `nil`: found by trial.
    package var encoding: TextEncoding?
    /// Delimiter of its text tables; `nil`: found by trial.
    package var delimiter: UInt8?
    package var quotes: QuoteCaps
    package var span: SourceSpan
    /// The field that tells which month a file speaks of.
    package var periodField: FieldName?

    package var name: SourceName { layout.name }
    package var kind: SourceKind { layout.kind }

    /// Whether a file of the data folder belongs to it; `path` is relative to that folder.
    package func includes(file path: String) -> Bool {
        files.contains { $0.matches(path) }
    }
}

/// Which time the rows of a source speak of.
package enum SourceSpan: String, CaseIterable, Sendable {
    /// Everything to date.
    case snapshot
    /// One month.
    case month
    /// Several months around the run's.
    case months
    /// What came in since the last file.
    case increment
}

/// How far a quoted field may reach before its quote counts as forgotten.
package struct QuoteCaps: Sendable, Equatable {
    package var bytes: Int
    /// Line ends inside the field.
    package var lines: Int

    package init(bytes: Int, lines: Int) {
        self.bytes = bytes
        self.lines = lines
    }
}
