import Roster

/// What a check of a pipeline with a month's files found.
package struct CheckReport: Sendable {
    /// Problems of the files.
    package var problems: [InputProblem] = []
    package var files: [CheckedFile] = []

    package init(problems: [InputProblem] = [], files: [CheckedFile] = []) {
        (self.problems, self.files) = (problems, files)
    }

    /// How the command ends: 65 if something would be refused, 66 if something is missing, `nil` if a run would do. With
    /// `isStrict` a warning counts as refused.
    ///
    /// Of several errors that counts which a run meets first: it sorts the files, then looks for what is missing, then
    /// reads.
    package func exit(isStrict: Bool) -> RunError.Kind? {
        let errors = problems.filter { $0.severity == .error }
        if errors.contains(where: { CheckReport.sortingFaults.contains($0.code) }) { return .inputRefused }
        if errors.contains(where: { $0.exit == .inputMissing }) { return .inputMissing }
        if !errors.isEmpty { return .inputRefused }
        return isStrict && problems.contains { $0.severity == .warning } ? .inputRefused : nil
    }
}

extension CheckReport {
    /// Claimed by several sources; no regular file.
    private static let sortingFaults: Set = ["E202", "E204"]
}

/// What was seen of one table of a source.
package struct CheckedFile: Sendable, Equatable, Encodable {
    package var source: String
    /// File name, members as `archive.zip!member`, sheets as `file.xlsx!sheet`.
    package var name: String
    /// Lower-case hex, where the whole file was read.
    package var sha256: String?
    /// Size of the file as delivered.
    package var bytes: Int
    package var encoding: String
    /// Of text tables.
    package var delimiter: String?
    /// Rows looked at; `rows` = `records` + the sum of `quarantined`.
    package var rows = 0
    package var records = 0
    package var quarantined: [String: Int] = [:]
    /// There are rows that were not looked at.
    package var sampled = false

    init(source: SourceName, name: String, bytes: Int, encoding: String) {
        (self.source, self.name, self.bytes, self.encoding) = (source.text, name, bytes, encoding)
    }

    /// Takes the counts of what was read.
    mutating func count(_ yield: BatchYield) {
        (rows, records) = (yield.rows, yield.records)
        quarantined = yield.quarantined.reduce(into: [:]) { $0[$1.code.rawValue, default: 0] += 1 }
    }
}
