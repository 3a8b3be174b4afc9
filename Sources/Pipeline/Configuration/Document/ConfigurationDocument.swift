/// The text of a pipeline file as a tree of values with places.
package struct ConfigurationDocument: Sendable {
    /// Largest file that is read, in bytes.
    package static let largestFile = 1 << 20
    /// Deepest nesting of lists and mappings.
    package static let deepestNesting = 24

    /// The file, as the user named it.
    package let file: String
    package let text: String
    /// The root mapping; empty if the file is.
    package let root: ConfigNode

    /// Reads bytes as a document. Everything found goes to `log`; `nil` if there is no tree to go on with.
    init?(bytes: [UInt8], file: String, log: ProblemLog) {
        guard bytes.count <= Self.largestFile else {
            log.report(.tooLarge(limitBytes: Self.largestFile), at: .start)
            return nil
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            log.report(.notUTF8, at: Self.firstFault(in: content))
            return nil
        }
        self.init(text: text, file: file, log: log)
    }

    /// Reads a text as a document.
    init?(text: String, file: String, log: ProblemLog) {
        log.keep(text: text)
        guard let root = YAMLReader(text: text, log: log).read() else { return nil }
        self.file = file
        self.text = text
        self.root = root
    }

    /// Where the first bytes stand that are no UTF-8.
    private static func firstFault(in bytes: ArraySlice<UInt8>) -> ConfigPlace {
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil {
                let decoded = String(decoding: part, as: UTF8.self).unicodeScalars
                return ConfigPlace(line: line, column: decoded.prefix { $0 != "\u{FFFD}" }.count + 1)
            }
            line += 1
        }
        return .start
    }
}
