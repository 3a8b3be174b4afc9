package import Roster

/// What came in from one source: what the quality page and the manifest show.
package struct SourceSummary: Sendable, Equatable {
    package var source: SourceName
    /// Chinese title of the source.
    package var title: String
    package var isRequired: Bool
    /// In bytewise order of their names.
    package var files: [FileSummary]
    /// Links to registered people in scope.
    package var registeredLinks: Tally<MatchGrade>
    /// Links to members of their households.
    package var relativeLinks: Tally<MatchGrade>
    package var gates: [GateOutcome]
    /// Records with masked or damaged ID numbers, by whom they fit: `linked`, `ambiguous`, `unlinked`.
    package var damagedIDs = Tally<String>()
    /// ID numbers under too many names: records with them are nobody's.
    package var overusedIDs = 0
    /// Links that are new, lost or of another grade since last month.
    package var linkChanges = Tally<LinkChange.Kind>()

    /// A source of which nothing came in yet.
    package init(source: SourceName, title: String, isRequired: Bool) {
        self.source = source
        self.title = title
        self.isRequired = isRequired
        (files, gates) = ([], [])
        (registeredLinks, relativeLinks) = (Tally(), Tally())
    }

    /// Whether no file came in.
    package var isMissing: Bool { files.isEmpty }

    /// Rows read in all files.
    package var rows: Int { files.reduce(0) { $0 + $1.rows } }

    /// Records handed on from all files.
    package var records: Int { files.reduce(0) { $0 + $1.records } }

    /// Rows put aside in all files.
    package var quarantined: Tally<FindingCode> {
        files.reduce(into: Tally()) { $0.merge($1.quarantined) }
    }

    /// Remarks about fields of rows that were kept.
    package var remarks: Tally<FindingCode> {
        files.reduce(into: Tally()) { $0.merge($1.remarks) }
    }
}

/// What came in from one file.
package struct FileSummary: Sendable, Equatable {
    /// File name, members as `archive.zip!member`.
    package var name: String
    /// Lower-case hex.
    package var sha256: String
    /// Size as delivered.
    package var bytes: Int
    /// Encoding found.
    package var encoding: String
    /// Counted where the splitter ends a row.
    package var rows: Int
    /// Counted where a record is handed on.
    package var records: Int
    /// Counted where quarantine is written.
    package var quarantined: Tally<FindingCode>
    /// Remarks about fields of rows that were kept; of linked rows only.
    package var remarks: Tally<FindingCode>

    /// A file of which nothing is counted yet.
    package init(name: String, sha256: String, bytes: Int, encoding: String) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.encoding = encoding
        (rows, records) = (0, 0)
        (quarantined, remarks) = (Tally(), Tally())
    }

    /// Whether every row became a record or was put aside.
    package var isBalanced: Bool { rows == records + quarantined.total }
}
