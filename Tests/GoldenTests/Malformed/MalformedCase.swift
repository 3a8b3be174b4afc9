import Foundation
import Testing

/// A file of the malformed corpus and what is expected of it, as the script that planted the defect wrote it down.
struct MalformedCase: Sendable, CustomTestStringConvertible {
    let fields: [String: String]

    /// All of them, in the order of their names.
    static let all: [MalformedCase] = {
        do {
            return try CSVTable("\(MalformedCase.folder)/expected.csv").records.map(MalformedCase.init)
        } catch {
            return []
        }
    }()

    static let folder = Program.root.appending(path: "fixtures/malformed").path

    var testDescription: String { file }
    /// Path below `files`.
    var file: String { self["file"] }
    /// The finding: a code of a row or field, the name of what ends a file, or `kept`.
    var code: String { self["code"] }
    /// Exit code of a run on the file.
    var exit: Int32 { Int32(self["exit"]) ?? -1 }
    /// Code of the error that ends the run, or empty.
    var error: String { self["error"] }
    /// Why the program does not do it yet, or empty.
    var pending: String { self["pending"] }
    /// The file lies in the repository; others are made for the test.
    var isStored: Bool { self["stored"] == "1" }
    /// Name of the table at fault.
    var table: String { self["delivered_as"] + self["table"] }

    subscript(column: String) -> String { fields[column] ?? "" }

    /// Whether a number is the one expected in a column, or in the stretch `from-to` expected there.
    func expects(_ number: Int?, in column: String) -> Bool {
        let bounds = self[column].split(separator: "-").compactMap { Int($0) }
        guard let first = bounds.first, let last = bounds.last else { return true }
        return number.map { (first...last).contains($0) } ?? false
    }

    /// Field remarks that the file's manifest entry must hold.
    var remarks: [String: Int] {
        if !self["remark"].isEmpty { return [self["remark"]: 1] }
        return exit == 0 && self["quarantined"] == "0" && code != "kept" ? [code: 1] : [:]
    }
}

/// What a run on a file came to.
struct MalformedOutcome: Decodable, Sendable {
    let file: String
    let status: Int32
    let seconds: Double
    let processorSeconds: Double
    let peakKiB: Int
    let isPublished: Bool
    let log: [String]
    let quarantine: [[String: String]]
    let tables: [Table]
    /// Rows put aside and fields remarked on in each file of the other sources.
    let others: [Int]

    /// A table in the manifest.
    struct Table: Decodable, Sendable {
        let name: String
        let rows: Int
        let records: Int
        let quarantined: [String: Int]
        let remarks: [String: Int]

        var setAside: Int { quarantined.values.reduce(0, +) }
    }

    /// The error that ended the run, as a line of its log.
    struct Failure: Decodable {
        let level: String
        let code: String
        let exit: Int32
        let file: String?
        let line: Int?
        let column: Int?
        let byte: Int?
        let message: String
    }

    var failure: Failure? {
        log.lazy.compactMap { try? JSONDecoder().decode(Failure.self, from: Data($0.utf8)) }.first
    }
}
