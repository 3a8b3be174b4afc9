import ArgumentParser
import Foundation
import Glibc
import Pipeline

/// The two streams of the process: results on one, everything else on the other.
enum Console {
    /// A result, on standard output. A closed pipe is not an error; a full disk is one of exit 74.
    static func result(_ text: String) throws {
        let fault = write(text + "\n", to: STDOUT_FILENO)
        if fault != 0 { throw RunError.inputOutput("stdout", errno: fault) }
    }

    /// An account of what was done and stands, on standard output. Where it can't be written, that is no failure of what was
    /// done: it goes to standard error.
    static func account(_ text: String) {
        if write(text + "\n", to: STDOUT_FILENO) != 0 { message(text) }
    }

    /// A message, on standard error.
    static func message(_ text: String) {
        _ = write(text + "\n", to: STDERR_FILENO)
    }

    /// Writes all of a text and returns 0, or the number of the error that stopped it.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                return [EPIPE, EBADF].contains(errno) ? 0 : errno
            }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }

    /// The error of a run in the shape code, place, what to do.
    static func report(_ error: RunError, in language: Language) {
        var lines = ["\(language.text("错误", "error")) \(error.code) \(error.message[language])"]
        if !error.place.isEmpty { lines.append("  --> \(error.place)") }
        let hint = error.hint[language]
        if !hint.isEmpty { lines.append("  \(language.text("处理：", "help: "))\(hint)") }
        message(lines.joined(separator: "\n"))
    }
}

extension Language {
    /// The language asked for, else that of the locale: Chinese for `zh…`, English otherwise.
    init(_ choice: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
        if let choice, let language = Language(rawValue: choice) {
            self = language
            return
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
}
