/// What exports write where they know nothing: `-`, `无`, `NULL` …
package struct NullMarks: Sendable, Equatable {
    private let marks: [[UInt8]]
    private let longest: Int
    /// Whether some mark begins with a byte; most values are told from marks by their first.
    private let beginnings: [Bool]

    /// The marks, with or without case; ASCII marks count in full width too.
    package init(_ marks: [String]) {
        let plain = marks.map { Array($0.utf8.map(NullMarks.lowered)) }.filter { !$0.isEmpty }
        let ascii = plain.filter { $0.allSatisfy { (0x21...0x7E).contains($0) } }
        let wide = (ascii + ascii.map { $0.map(NullMarks.raised) }).map(NullMarks.fullWidth)
        self.marks = plain + wide
        longest = self.marks.map(\.count).max() ?? 0
        let firsts = Set(self.marks.compactMap(\.first))
        beginnings = (UInt8.min...UInt8.max).map { firsts.contains(NullMarks.lowered($0)) }
    }

    /// The marks seen in every office's exports.
    package static let usual = NullMarks(["-", "—", "无", "NULL", "/"])

    /// Whether a trimmed text is empty or a mark.
    func covers(_ text: Span<UInt8>) -> Bool {
        if text.isEmpty { return true }
        guard text.count <= longest, beginnings[Int(text[0])] else { return false }
        return marks.contains { mark in
            guard mark.count == text.count else { return false }
            for index in 0..<mark.count where NullMarks.lowered(text[index]) != mark[index] { return false }
            return true
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func raised(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte ^ 0x20 : byte
    }

    /// U+FF01–FF5E in UTF-8 for the characters `!`–`~`.
    private static func fullWidth(_ mark: [UInt8]) -> [UInt8] {
        mark.flatMap { byte in
            byte < 0x60 ? [0xEF, 0xBC, byte + 0x60] : [0xEF, 0xBD, byte + 0x20]
        }
    }
}
