/// The encoding found for a text, and how.
package struct DetectedEncoding: Hashable, Sendable {
    package var encoding: TextEncoding
    /// Bytes of the byte order mark before the text.
    package var markLength: Int
    /// It was found by trial: neither a mark nor a declaration told it.
    package var isGuessed: Bool
}

extension TextEncoding {
    /// Bytes of a text on which encodings are tried.
    package static let trialSize = 4 << 20

    /// The encoding of a text by its start: the byte order mark, else what is declared, else the first of UTF-8 and
    /// GB18030 that decodes it, else the one with fewer undecodable lines. `isWhole` says that nothing follows `start`.
    package static func detect(_ start: [UInt8], isWhole: Bool, declared: TextEncoding? = nil) -> DetectedEncoding {
        for encoding in allCases where start.starts(with: encoding.byteOrderMark) {
            return DetectedEncoding(encoding: encoding, markLength: encoding.byteOrderMark.count, isGuessed: false)
        }
        if let declared { return DetectedEncoding(encoding: declared, markLength: 0, isGuessed: false) }
        let encoding = guess(start.prefix(trialSize), isWhole: isWhole && start.count <= trialSize)
        return DetectedEncoding(encoding: encoding, markLength: 0, isGuessed: true)
    }

    /// A text guessed UTF-8 turned out to be something else: more than one in a hundred of its rows beyond ASCII do not
    /// decode. It is then read again from the start as GB18030, once.
    package static func isWrongGuess(undecodableRows: Int, nonASCIIRows: Int) -> Bool {
        undecodableRows * 100 > nonASCIIRows
    }

    private static func guess(_ start: ArraySlice<UInt8>, isWhole: Bool) -> TextEncoding {
        let candidates: [TextEncoding] = [.utf8, .gb18030]
        for encoding in candidates {
            guard let bad = encoding.firstUndecodable(in: start) else { return encoding }
            if !isWhole, bad > start.endIndex - 4 { return encoding }
        }
        let faults = candidates.map { $0.undecodableLines(in: start) }
        return faults[1] < faults[0] ? .gb18030 : .utf8
    }

    private func undecodableLines(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }).count { firstUndecodable(in: $0) != nil }
    }
}
