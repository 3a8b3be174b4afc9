import CScan

/// Where the start tags of a document stand in the bytes as delivered.
///
/// The parser counts bytes of UTF-8. Where the text was delivered as UTF-8 the places are the same but for a constant;
/// elsewhere the character `<` is as frequent in one text as in the other, so the n-th of one is the n-th of the other.
/// Lines are counted when a place is asked for: text is kept until then, and places are asked for in ascending order.
struct XMLTextIndex {
    private var stretches: [Stretch] = []
    private var cursor = Cursor()

    /// One `<`, in both texts.
    struct Tag {
        let textOffset: Int
        let byteOffset: Int
        let line: Int
    }

    /// A piece of the document in both texts.
    struct Stretch {
        let text: [UInt8]
        /// `nil` if it was delivered like that.
        let delivered: [UInt8]?
        /// Bytes of an ASCII character as delivered, of which `position` is the place of the one that tells.
        var unit = 1
        var position = 0
    }

    /// How far the lines are counted.
    private struct Cursor {
        /// Where the first stretch begins, in both texts.
        var textStart = 0
        var byteStart = 0
        /// Bytes of it passed, in both texts.
        var textPassed = 0
        var bytesPassed = 0
        var lineEnds = 0
        var endsInReturn = false
    }

    /// - Parameter byteOffset: bytes as delivered before the first stretch.
    mutating func begin(byteOffset: Int) {
        cursor.byteStart = byteOffset
    }

    /// Takes the next piece; both texts hold the same number of `<`.
    mutating func add(_ stretch: Stretch) {
        stretches.append(stretch)
    }

    /// Ends of lines up to the last place asked for.
    var lineEnds: Int { cursor.lineEnds }

    /// The tag that begins at a place in the decoded text.
    mutating func tag(at textOffset: Int) -> Tag {
        forget(before: textOffset)
        if let stretch = stretches.first, cursor.textStart + cursor.textPassed < textOffset {
            pass(upTo: textOffset - cursor.textStart, in: stretch)
        }
        return Tag(
            textOffset: textOffset, byteOffset: cursor.byteStart + cursor.bytesPassed, line: cursor.lineEnds)
    }

    /// Forgets the pieces that end before a place in the decoded text.
    mutating func forget(before textOffset: Int) {
        var count = 0
        while count < stretches.count, cursor.textStart + stretches[count].text.count <= textOffset {
            passAll(of: stretches[count])
            count += 1
        }
        if count > 0 { stretches.removeFirst(count) }
    }

    private mutating func passAll(of stretch: Stretch) {
        let byteCount = (stretch.delivered ?? stretch.text).count
        countLines(upTo: byteCount, in: stretch)
        cursor.textStart += stretch.text.count
        cursor.byteStart += byteCount
        (cursor.textPassed, cursor.bytesPassed) = (0, 0)
    }

    private mutating func pass(upTo textEnd: Int, in stretch: Stretch) {
        var byteEnd = textEnd
        if let delivered = stretch.delivered {
            let tags = Self.count(UInt8(ascii: "<"), in: stretch.text, cursor.textPassed..<textEnd)
            byteEnd = stretch.place(ofTag: tags, in: delivered, from: cursor.bytesPassed)
        }
        countLines(upTo: byteEnd, in: stretch)
        (cursor.textPassed, cursor.bytesPassed) = (textEnd, byteEnd)
    }

    private mutating func countLines(upTo end: Int, in stretch: Stretch) {
        let range = cursor.bytesPassed..<end
        guard !range.isEmpty else { return }
        let bytes = stretch.delivered ?? stretch.text
        if stretch.unit == 1 {
            cursor.lineEnds += unsafe bytes.withUnsafeBufferPointer { buffer in
                unsafe Int(
                    markup_line_ends(
                        buffer.baseAddress.map { unsafe $0 + range.lowerBound }, range.count,
                        cursor.endsInReturn ? 1 : 0))
            }
            cursor.endsInReturn = bytes[end - 1] == 0x0D
        } else {
            countWideLines(of: bytes, range, in: stretch)
        }
    }

    private mutating func countWideLines(of bytes: [UInt8], _ range: Range<Int>, in stretch: Stretch) {
        for place in stride(from: range.lowerBound, to: range.upperBound, by: stretch.unit) {
            let character = stretch.ascii(at: place, in: bytes)
            if character == 0x0D || character == 0x0A && !cursor.endsInReturn { cursor.lineEnds += 1 }
            cursor.endsInReturn = character == 0x0D
        }
    }

    /// How often a byte occurs in a range.
    static func count(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe Int(markup_count(base + range.lowerBound, range.count, byte))
        }
    }
}

extension XMLTextIndex.Stretch {
    /// Number of `<` in the text as delivered.
    var deliveredTags: Int {
        guard let delivered else { return XMLTextIndex.count(UInt8(ascii: "<"), in: text, 0..<text.count) }
        if unit == 1 { return XMLTextIndex.count(UInt8(ascii: "<"), in: delivered, 0..<delivered.count) }
        return stride(from: 0, to: delivered.count, by: unit).count {
            ascii(at: $0, in: delivered) == UInt8(ascii: "<")
        }
    }

    /// The ASCII character at a place, if there is one.
    fileprivate func ascii(at place: Int, in bytes: [UInt8]) -> UInt8? {
        guard unit == 2 else { return bytes[place] }
        guard place + 1 < bytes.count, bytes[place + 1 - position] == 0 else { return nil }
        return bytes[place + position]
    }

    /// Place of the `<` before which there are so many others, or the end.
    fileprivate func place(ofTag number: Int, in bytes: [UInt8], from start: Int) -> Int {
        var left = number
        for place in stride(from: start, to: bytes.count, by: unit)
        where ascii(at: place, in: bytes) == UInt8(ascii: "<") {
            if left == 0 { return place }
            left -= 1
        }
        return bytes.count
    }
}
