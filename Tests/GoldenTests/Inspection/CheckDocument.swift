import Foundation

/// What `taizhang check --json` says.
struct CheckDocument: Decodable {
    struct Problem: Decodable {
        let code: String
        let severity: String
        let source: String?
        let file: String
        let row: Int?
        let line: Int?
        let column: Int?
        let byte: Int?
        let field: String
        let message: String
        let hint: String
        let count: Int
    }

    struct File: Decodable {
        let source: String
        let name: String
        let sha256: String?
        let bytes: Int
        let encoding: String
        let delimiter: String?
        let rows: Int
        let records: Int
        let quarantined: [String: Int]
        let sampled: Bool
    }

    let problems: [Problem]
    let files: [File]

    /// The arguments that check a month's files.
    static func arguments(_ data: String, month: String = "2026-10", more: [String] = []) -> [String] {
        ["check", Program.pipeline, "--month", month, "--data", data] + more
    }

    /// Runs a check and reads its document.
    static func of(
        _ data: String, month: String = "2026-10", more: [String] = []
    ) throws -> (status: Int32, document: CheckDocument) {
        let outcome = try Program.run(arguments(data, month: month, more: more + ["--json"]))
        return (outcome.status, try JSONDecoder().decode(Self.self, from: Data(outcome.output.utf8)))
    }
}
