import Foundation
import Pipeline

/// The error that ended a run as one JSON object of the log: what the text says, field by field.
struct ErrorLine: Encodable {
    let ts: String
    let level = "error"
    let event = "run stopped"
    let exit: Int32
    let code: String
    let file: String?
    let line: Int?
    let column: Int?
    let byte: Int?
    let message: String
    let hint: String?

    init(_ error: RunError, language: Language) {
        ts = Date().formatted(.iso8601)
        (exit, code) = (error.kind.rawValue, error.code)
        file = error.location.file.isEmpty ? nil : error.location.file
        (line, column, byte) = (error.location.line, error.location.column, error.location.byte)
        message = error.message[language]
        hint = error.hint[language].isEmpty ? nil : error.hint[language]
    }

    /// The object on one line, its keys sorted.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            return "{\"code\":\"\(code)\",\"exit\":\(exit),\"level\":\"error\"}"
        }
    }
}
