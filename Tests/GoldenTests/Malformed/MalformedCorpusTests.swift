import Testing

/// The real binary on every file of `fixtures/malformed`: each is a good table with one defect.
@Suite("Malformed corpus")
struct MalformedCorpusTests {
    @Test("each defect is found where it was planted, and costs nothing else", arguments: MalformedCase.all)
    func finding(_ expected: MalformedCase) throws {
        let outcome = try MalformedRun.outcome(of: expected.file)
        guard expected.pending.isEmpty else {
            withKnownIssue("\(expected.pending)") { judge(outcome, expected) }
            return
        }
        judge(outcome, expected)
    }

    @Test("no file takes more than two seconds or 200 MB", arguments: MalformedCase.all)
    func cost(_ expected: MalformedCase) throws {
        let outcome = try MalformedRun.outcome(of: expected.file)
        #expect(outcome.processorSeconds < Self.mostSeconds)
        if Program.isOptimised { #expect(outcome.seconds < Self.mostSeconds) }
        #expect(outcome.peakKiB < 200_000)
    }

    /// The debug build inflates and splits several times slower, and runs beside other tests.
    private static let mostSeconds = Program.isOptimised ? 2.0 : 6.0

    private func judge(_ outcome: MalformedOutcome, _ expected: MalformedCase) {
        #expect(outcome.status == expected.exit, "\(outcome.log.suffix(1))")
        #expect(outcome.isPublished == (expected.exit == 0))
        if expected.error.isEmpty { judgeRows(outcome, expected) } else { judgeRefusal(outcome, expected) }
    }

    /// The whole file is refused: code, file, and place as far as the defect has one.
    private func judgeRefusal(_ outcome: MalformedOutcome, _ expected: MalformedCase) {
        let failure = outcome.failure
        #expect(failure?.code == expected.error)
        #expect(failure?.exit == expected.exit && failure?.level == "error")
        #expect(failure?.file == expected.table)
        #expect(expected.expects(failure?.line, in: "line"), "line \(failure?.line ?? 0)")
        #expect(expected.expects(failure?.column, in: "column"), "column \(failure?.column ?? 0)")
        #expect(expected.expects(failure?.byte, in: "byte_offset"), "byte \(failure?.byte ?? -1)")
        #expect(contains(failure?.message, expected["reason_has"]), "\(failure?.message ?? "")")
    }

    /// The file is read: counts as the script's, and the row put aside that was spoilt.
    private func judgeRows(_ outcome: MalformedOutcome, _ expected: MalformedCase) {
        for table in outcome.tables { #expect(table.rows == table.records + table.setAside, "\(table.name)") }
        #expect(outcome.tables.reduce(0) { $0 + $1.rows } == Int(expected["rows"]))
        #expect(outcome.tables.reduce(0) { $0 + $1.records } == Int(expected["records"]))
        #expect(outcome.quarantine.count == Int(expected["quarantined"]))
        #expect(outcome.others.allSatisfy { $0 == 0 }, "the files of other sources are good")
        let remarks = outcome.tables.reduce(into: [:]) { $0.merge($1.remarks, uniquingKeysWith: +) }
        #expect(remarks == expected.remarks)
        guard let row = outcome.quarantine.first else { return }
        #expect(outcome.quarantine.allSatisfy { $0["code"] == expected.code }, "\(row["reason"] ?? "")")
        #expect(row["file"] == expected.table)
        #expect(row["field"] == expected["field"])
        for column in ["row", "line", "byte_offset"] {
            let number = row[column].flatMap { Int($0) }
            #expect(expected.expects(number, in: column), "\(column) \(number ?? -1)")
        }
        #expect(contains(row["reason"], expected["reason_has"]), "\(row["reason"] ?? "")")
    }

    private func contains(_ text: String?, _ part: String) -> Bool {
        part.isEmpty || text?.contains(part) == true
    }
}
