import ArgumentParser
import Foundation
import Logging

/// Log lines on standard error: plain text for people, or one JSON object a line. Without personal data, because the
/// stages log counts and names of stages only.
struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    let isJSON: Bool

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
        Console.message(isJSON ? json(event, pairs) : text(event, pairs))
    }

    private func text(_ event: LogEvent, _ pairs: [(String, String)]) -> String {
        "\(event.level): \(event.message)" + pairs.map { " \($0.0)=\($0.1)" }.joined()
    }

    private func json(_ event: LogEvent, _ pairs: [(String, String)]) -> String {
        var object = ["ts": Date().formatted(.iso8601), "level": "\(event.level)", "event": "\(event.message)"]
        for (key, value) in pairs { object[key] = value }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(object), as: UTF8.self)
        } catch {
            return text(event, pairs)
        }
    }
}

/// How a log is written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
