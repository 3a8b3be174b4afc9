/// Where the start tags of a document stand in the bytes as delivered.
///
/// The parser counts bytes of UTF-8. The character `<` is as frequent there as in the text as delivered, so the n-th of
/// one is the n-th of the other: both places of each are kept from when a piece is decoded until its tags were read.
struct XMLTextIndex {
    private var tags: [Tag] = []
    private var next = 0
    /// Ends of lines so far.
    private(set) var lineEnds = 0
    private var endsInCarriageReturn = false

    /// One `<`, in both texts.
    struct Tag {
        var textOffset: Int
        let byteOffset: Int
        let line: Int
    }

    /// Notes all `<` of a piece as delivered, which begins at `byteOffset`; `unit` is the number of bytes of an ASCII
    /// character, of which `position` holds the one that tells.
    mutating func add(_ delivered: Span<UInt8>, byteOffset: Int, textOffset: Int, unit: Int = 1, position: Int = 0) {
        var index = 0
        while index + unit <= delivered.count {
            let byte = delivered[index + position]
            let isASCII = unit == 1 || delivered[index + 1 - position] == 0
            if isASCII, byte <= UInt8(ascii: "<") {
                note(byte, byteOffset: byteOffset + index, textOffset: textOffset + index)
            } else {
                endsInCarriageReturn = false
            }
            index += unit
        }
    }

    /// Number of `<` noted and not yet passed by.
    var count: Int { tags.count - next }

    /// Corrects the places in the decoded text of the last `<` noted, for encodings other than UTF-8; `false` if their
    /// number differs.
    mutating func match(_ decoded: Span<UInt8>, textOffset: Int, since firstNew: Int) -> Bool {
        var tag = next + firstNew
        for index in decoded.indices where decoded[index] == UInt8(ascii: "<") {
            guard tag < tags.count else { return false }
            tags[tag].textOffset = textOffset + index
            tag += 1
        }
        return tag == tags.count
    }

    /// The tag that begins at a place in the decoded text; places are asked for in ascending order.
    mutating func tag(at textOffset: Int) -> Tag {
        while next < tags.count - 1, tags[next].textOffset < textOffset { next += 1 }
        return next < tags.count ? tags[next] : Tag(textOffset: textOffset, byteOffset: 0, line: 0)
    }

    /// Forgets the tags before a place in the decoded text.
    mutating func forget(before textOffset: Int) {
        while next < tags.count, tags[next].textOffset < textOffset { next += 1 }
        tags.removeFirst(next)
        next = 0
    }

    private mutating func note(_ byte: UInt8, byteOffset: Int, textOffset: Int) {
        switch byte {
        case UInt8(ascii: "<"): tags.append(Tag(textOffset: textOffset, byteOffset: byteOffset, line: lineEnds))
        case 0x0D: lineEnds += 1
        case 0x0A where !endsInCarriageReturn: lineEnds += 1
        default: break
        }
        endsInCarriageReturn = byte == 0x0D
    }
}
