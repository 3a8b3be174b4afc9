import Roster

/// An ID number as far as it can be compared with others.
///
/// The 18 characters lie in two words and a short one, so that two numbers are compared place by place without a loop;
/// a hidden character is `*`.
struct IDValue: Sendable {
    private let words: Words
    /// Which places are visible, bit by bit.
    let visible: UInt32
    let state: State

    /// What can be made of it.
    enum State: UInt8, Sendable {
        /// It checks out.
        case valid
        /// Some of 18 characters are hidden.
        case masked
        /// 18 characters that do not check out.
        case damaged
        /// Another shape: nothing is compared but the whole.
        case other
    }

    /// A number from its text; that a whole one has a real birth date the reader has seen to.
    init(_ text: ArraySlice<UInt8>) {
        guard text.count == 18 else {
            (words, visible, state) = (Words(), 0, .other)
            return
        }
        words = Words(text)
        visible = text.enumerated().reduce(0) { $0 | ($1.element == IDValue.hidden ? 0 : 1 << UInt32($1.offset)) }
        state = visible != IDValue.allPlaces ? .masked : IDValue.checks(text) ? .valid : .damaged
    }

    init(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    /// The character at a place from 0 to 17.
    @inline(__always)
    func character(_ place: Int) -> UInt8 { words[place] }

    static let hidden: UInt8 = 0x2A
    /// All 18 places.
    static let allPlaces: UInt32 = 0x3_FFFF
    /// Places of the birth date.
    static let birthPlaces: UInt32 = 0b11_1111_1100_0000
    /// The place that tells the sex.
    static let sexPlace: UInt32 = 1 << 16

    private static func checks(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.prefix(17)
        guard digits.allSatisfy({ $0 &- 0x30 <= 9 }), let last = text.last else { return false }
        return IDNumber.checkCharacter(of: digits) == last
    }
}

extension IDValue {
    /// Places, bit by bit, that differ from another number's, hidden ones among them.
    @inline(__always)
    private func differences(from other: IDValue) -> UInt32 { words.differences(from: other.words) }

    /// Whether two numbers agree in every place that both show.
    func fits(_ other: IDValue) -> Bool {
        differences(from: other) & visible & other.visible == 0
    }

    /// Whether one character differs, or two neighbours are swapped.
    func isOneEdit(from other: IDValue) -> Bool {
        let differing = differences(from: other)
        guard differing.nonzeroBitCount == 2 else { return differing.nonzeroBitCount == 1 }
        let first = differing.trailingZeroBitCount
        guard differing == 3 << UInt32(first) else { return false }
        return character(first) == other.character(first + 1) && character(first + 1) == other.character(first)
    }
}

/// Eighteen characters.
private struct Words: Sendable {
    var head: UInt64 = 0
    var middle: UInt64 = 0
    var tail: UInt64 = 0

    init() {}

    init(_ text: ArraySlice<UInt8>) {
        for (index, byte) in text.enumerated() {
            let shift = UInt64(index % 8 * 8)
            switch index / 8 {
            case 0: head |= UInt64(byte) << shift
            case 1: middle |= UInt64(byte) << shift
            default: tail |= UInt64(byte) << shift
            }
        }
    }

    @inline(__always)
    subscript(place: Int) -> UInt8 {
        let word = place < 8 ? head : place < 16 ? middle : tail
        return UInt8(truncatingIfNeeded: word &>> UInt64(place & 7 &* 8))
    }

    @inline(__always)
    func differences(from other: Words) -> UInt32 {
        Words.bits(head ^ other.head) | Words.bits(middle ^ other.middle) << 8 | Words.bits(tail ^ other.tail) << 16
    }

    /// A bit for each byte that is not 0, the lowest byte's first.
    @inline(__always)
    private static func bits(_ bytes: UInt64) -> UInt32 {
        let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
        let marks = ((bytes & low) &+ low | bytes) & ~low
        return UInt32(truncatingIfNeeded: ((marks &>> 7) &* 0x0102_0408_1020_4080) &>> 56)
    }
}
