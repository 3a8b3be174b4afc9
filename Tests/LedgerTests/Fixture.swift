import Digest
import Foundation
import Ledger
import Roster

/// A folder for one test's ledger, gone when the test is.
final class Workplace: Sendable {
    let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { _ = Result { try FileManager.default.removeItem(at: folder) } }

    func open(_ access: LedgerAccess = .write) throws -> Ledger { try Ledger.open(path, access: access) }

    /// Name and content of every file in the folder.
    func content() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return files
    }
}

let march = Month(index: 2026 * 12 + 2)
let april = march.adding(1)
let may = march.adding(2)

extension Workplace {
    /// Flips the lowest bit of each byte of a text in the file, one after the other, and hands what is found each time to
    /// `body`. The file is then as it was.
    func flippingBytes(of mark: String, _ body: ([LedgerFault]) throws -> Void) throws {
        let whole = try Data(contentsOf: URL(filePath: path))
        guard let place = whole.firstRange(of: Data(mark.utf8)) else { throw CocoaError(.fileReadUnknown) }
        for offset in place {
            var bytes = whole
            bytes[offset] ^= 1
            try replace(with: bytes)
            try body(try faults())
        }
        try replace(with: whole)
    }

    private func replace(with bytes: Data) throws {
        try bytes.write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}

/// What a run of a month stands on; `inputs` stands for the files.
func basis(_ month: Month, inputs: String = "v1", pipeline: String = "rules: []") -> RevisionBasis {
    RevisionBasis(
        month: month, inputs: ContentDigest(of: "\(month) \(inputs)"), pipelineText: pipeline, programVersion: "1.0")
}

/// A plain person: unemployed, seen by comparison, with nothing to remember.
func person(_ number: Int, in month: Month, status: String = "unemployed") -> PersonMonth {
    var registration = Registration(
        registrationNumber: "DJ\(1000 + number)", name: "王\(number)", id: .missing, registeredOn: march.firstDay)
    registration.idAsWritten = "44020119900101\(1000 + number)"
    registration.agencyCode = "440203001"
    var row = LedgerRow(month: month, registration: registration, status: StatusCode(status), rule: "R13")
    row.methods = [.match]
    row.isTracked = true
    return PersonMonth(row: row)
}

/// A piece of evidence for whoever stands at `row` of a file.
func evidence(_ observation: Observation, row: Int, file: String = "a;b\\c.csv") -> AssessedEvidence {
    let reference = RecordReference(source: SourceName("insurance"), file: file, row: row)
    return AssessedEvidence(
        evidence: Evidence(person: PersonSlot(0), reference: reference, grade: .b, observation: observation),
        weight: .strong, isUsed: true, reason: "in_month")
}

/// An answer by phone.
func answer(_ day: Day, _ outcome: SurveyOutcome, note: String = "") -> SurveyAnswer {
    SurveyAnswer(
        method: .phone, answeredOn: day, outcome: outcome, employer: "", employedOn: nil, note: note, surveyor: "李")
}

extension Ledger {
    /// Records a month without a folder to publish.
    @discardableResult
    func run(_ basis: RevisionBasis, _ people: [PersonMonth], otherChanges: [ChangeRow] = []) throws -> Revision {
        var basis = basis
        basis.intakes = try intakeState(upTo: basis.month).head
        return try record(try plan(basis), people: people, otherChanges: otherChanges) { head in
            ContentDigest(of: "folder \(head)")
        }
    }

    func dump() throws -> [String] {
        var lines: [String] = []
        try canonicalDump { lines.append($0) }
        return lines
    }

    func rows(of month: Month, revision: Int? = nil) throws -> [LedgerRow] {
        var rows: [LedgerRow] = []
        try forEachRow(of: month, revision: revision) { rows.append($0) }
        return rows
    }
}

extension Workplace {
    /// What verifying finds in the file as it is.
    func faults() throws -> [LedgerFault] {
        let ledger = try open(.readOnly)
        defer { try? ledger.close() }
        return try ledger.faults()
    }
}

/// Does something to a database behind the program's back; the first column of the result, a line a row.
@discardableResult
func sqlite(_ path: String, _ sql: String) throws -> String {
    let script = """
        import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as base:
            for row in base.execute(sys.argv[2]): print(row[0])
        """
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, path, sql]
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    return String(decoding: output, as: UTF8.self)
}
