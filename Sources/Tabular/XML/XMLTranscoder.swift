import CScan

/// Turns a document as delivered, piece by piece, into UTF-8 that always decodes.
///
/// libxml2 would give up a whole file at the first bad byte, and its tables of GB18030 are not ours. So the encoding is
/// found here (byte order mark, else declaration), taken out of the declaration, and bytes that do not decode become
/// U+FFFD and are remembered by place.
struct XMLTranscoder {
    /// The encoding found; `nil` as long as too little was read.
    private(set) var encoding: TextEncoding?
    /// Places of start tags in both texts.
    var index = XMLTextIndex()
    /// Places that did not decode, not yet passed by the reader.
    var badSpots: [BadSpot] = []
    private let fallback: TextEncoding
    private let keepsPlaces: Bool
    private var pending: [UInt8] = []
    /// Bytes as delivered, and of UTF-8, that have been handed on.
    private(set) var byteOffset = 0
    private(set) var textOffset = 0

    /// Bytes that did not decode.
    struct BadSpot {
        let textOffset: Int
        let byteOffset: Int
        let bytes: [UInt8]
    }

    private static let maximumPending = 4 << 20

    /// - Parameter keepsPlaces: whether the index of start tags is kept; the places of bad bytes always are.
    init(fallback: TextEncoding, keepsPlaces: Bool = true) {
        self.fallback = fallback
        self.keepsPlaces = keepsPlaces
    }

    /// Decodes the next piece, but for an incomplete character at its end. The last piece may be empty.
    mutating func decode(_ bytes: [UInt8], isLast: Bool) throws(XMLFault) -> [UInt8] {
        let piece = pending.isEmpty ? bytes : pending + bytes
        pending = []
        let isFirst = encoding == nil
        if isFirst {
            guard let prologue = XMLPrologue(piece, isLast: isLast) else {
                pending = piece
                return []
            }
            encoding = try prologue.encoding() ?? fallback
            byteOffset = prologue.markCount
            index.begin(byteOffset: byteOffset)
        }
        let start = isFirst ? byteOffset : 0
        let end = isLast ? piece.count : max(start, completeCount(piece))
        pending = Array(piece[end...])
        guard pending.count <= Self.maximumPending else {
            index.forget(before: .max)
            throw XMLFault(.limit(.textBytes, Self.maximumPending), line: index.lineEnds + 1, column: 1)
        }
        var text = decode(start == 0 && end == piece.count ? piece : Array(piece[start..<end]))
        if isFirst { XMLPrologue.removeEncoding(from: &text) }
        return text
    }

    /// Forgets bad places before one in the decoded text, and text before another.
    mutating func forget(spotsBefore spotOffset: Int, textBefore textOffset: Int) {
        if !badSpots.isEmpty { badSpots.removeAll { $0.textOffset < spotOffset } }
        index.forget(before: textOffset)
    }

    private mutating func decode(_ piece: [UInt8]) -> [UInt8] {
        let stretch =
            switch encoding ?? fallback {
            case .utf8: decodeUTF8(piece)
            case let other: decodeOther(piece, encoding: other)
            }
        byteOffset += piece.count
        textOffset += stretch.text.count
        if keepsPlaces, !piece.isEmpty { index.add(stretch) }
        return stretch.text
    }

    private mutating func decodeUTF8(_ piece: [UInt8]) -> XMLTextIndex.Stretch {
        if XMLTranscoder.isUTF8(piece) { return XMLTextIndex.Stretch(text: piece, delivered: nil) }
        return XMLTextIndex.Stretch(text: repair(piece), delivered: piece)
    }

    private mutating func repair(_ piece: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var rest = piece[...]
        while let fault = XMLTranscoder.firstFault(in: rest) {
            text += rest[..<fault.lowerBound]
            note(piece[fault], byteOffset: byteOffset + fault.lowerBound, textOffset: textOffset + text.count)
            text += "\u{FFFD}".utf8
            rest = rest[fault.upperBound...]
        }
        return text + rest
    }

    private mutating func decodeOther(_ piece: [UInt8], encoding: TextEncoding) -> XMLTextIndex.Stretch {
        var text = Array(encoding.decode(piece[...]).utf8)
        if XMLTranscoder.hasReplacement(text[...]) { text = decodeByCharacter(piece, encoding: encoding) }
        let stretch = XMLTextIndex.Stretch(
            text: text, delivered: piece, unit: encoding.unitBytes, position: encoding == .utf16BigEndian ? 1 : 0)
        guard keepsPlaces, stretch.deliveredTags != XMLTranscoder.tagCount(text) else { return stretch }
        return XMLTextIndex.Stretch(
            text: decodeByCharacter(piece, encoding: encoding), delivered: piece, unit: stretch.unit,
            position: stretch.position)
    }

    /// The slow way, which tells where each character stands.
    private mutating func decodeByCharacter(_ piece: [UInt8], encoding: TextEncoding) -> [UInt8] {
        badSpots.removeAll { $0.textOffset >= textOffset }
        var text: [UInt8] = []
        var place = 0
        while place < piece.count {
            let unit = piece[place..<place + encoding.characterBytes(piece[place...])]
            let decoded = Array(encoding.decode(unit).utf8)
            if XMLTranscoder.hasReplacement(decoded[...]), encoding.firstUndecodable(in: unit) != nil {
                note(unit, byteOffset: byteOffset + place, textOffset: textOffset + text.count)
            }
            text += decoded
            place = unit.endIndex
        }
        return text
    }

    private mutating func note(_ bytes: ArraySlice<UInt8>, byteOffset: Int, textOffset: Int) {
        badSpots.append(BadSpot(textOffset: textOffset, byteOffset: byteOffset, bytes: Array(bytes.prefix(8))))
    }

    private func completeCount(_ piece: [UInt8]) -> Int {
        (encoding ?? fallback).completeCount(piece)
    }

    private static func firstFault(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound + bytes.startIndex..<error.byteOffsets.upperBound + bytes.startIndex
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe Int(scan_utf8_prefix(buffer.baseAddress, buffer.count)) == buffer.count
        }
    }

    private static func tagCount(_ bytes: [UInt8]) -> Int {
        XMLTextIndex.count(UInt8(ascii: "<"), in: bytes, 0..<bytes.count)
    }

    /// Whether UTF-8 text holds U+FFFD.
    static func hasReplacement(_ text: ArraySlice<UInt8>) -> Bool {
        var place = text.startIndex
        while place + 2 < text.endIndex {
            if text[place] == 0xEF, text[place + 1] == 0xBF, text[place + 2] == 0xBD { return true }
            place += 1
        }
        return false
    }
}

extension TextEncoding {
    /// Bytes of an ASCII character.
    fileprivate var unitBytes: Int {
        switch self {
        case .utf8, .gb18030: 1
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }

    /// Length of the longest beginning that surely ends between two characters.
    fileprivate func completeCount(_ bytes: [UInt8]) -> Int {
        switch self {
        case .utf8:
            let tail = bytes.suffix(3)
            guard let lead = tail.lastIndex(where: { $0 >= 0xC0 }) else { return bytes.count }
            let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
            return lead + length > bytes.count ? lead : bytes.count
        case .gb18030:
            // These never occur inside a character.
            return (bytes.lastIndex { $0 < 0x30 || (0x3A...0x3F).contains($0) } ?? -1) + 1
        case .utf16LittleEndian, .utf16BigEndian:
            let even = bytes.count & ~1
            guard even >= 2 else { return even }
            let high = self == .utf16LittleEndian ? bytes[even - 1] : bytes[even - 2]
            return (0xD8...0xDB).contains(high) ? even - 2 : even
        }
    }

    /// Bytes of the first character; 1 or one unit where it is broken.
    fileprivate func characterBytes(_ bytes: ArraySlice<UInt8>) -> Int {
        let first = bytes.startIndex
        switch self {
        case .utf8: return 1
        case .gb18030: return unsafe bytes.withUnsafeBufferPointer { unsafe GB18030.firstLength($0) }
        case .utf16LittleEndian, .utf16BigEndian:
            guard bytes.count > 3 else { return min(2, bytes.count) }
            let high = self == .utf16LittleEndian ? bytes[first + 1] : bytes[first]
            return (0xD8...0xDB).contains(high) ? 4 : 2
        }
    }
}
