import CScan

/// Why a scan of plain markup can't go on.
enum MarkupStop: Error {
    /// The piece ends here; with more bytes it may go on.
    case incomplete
    /// Something stands here that only the real parser should judge.
    case notPlain
}

/// A place in a piece of plain markup: the safe face of a pointer, which must not outlive the piece.
@safe
struct MarkupCursor {
    private let base: UnsafeMutablePointer<UInt8>
    private let count: Int
    private(set) var place: Int

    /// - Parameter count: bytes of the buffer that may be looked at.
    init?(_ bytes: UnsafeMutableBufferPointer<UInt8>, from place: Int, count: Int) {
        guard let base = bytes.baseAddress, place >= 0, place <= count, count <= bytes.count else { return nil }
        unsafe self.base = unsafe base
        self.count = count
        self.place = place
    }

    /// Whether all bytes have been passed.
    var isAtEnd: Bool { place == count }

    subscript(index: Int) -> UInt8 {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return unsafe base[index]
        }
        nonmutating set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            unsafe base[index] = newValue
        }
    }

    /// The byte at the place.
    @inline(__always)
    func byte() throws(MarkupStop) -> UInt8 {
        guard place < count else { throw .incomplete }
        return unsafe base[place]
    }

    /// Passes one byte.
    @inline(__always)
    mutating func step() throws(MarkupStop) {
        guard place < count else { throw .incomplete }
        place &+= 1
    }

    /// Passes a byte that has to be this one.
    @inline(__always)
    mutating func expect(_ wanted: UInt8) throws(MarkupStop) {
        guard try byte() == wanted else { throw .notPlain }
        place &+= 1
    }

    /// Passes white space; `true` if there was some.
    @inline(__always)
    mutating func skipSpace() -> Bool {
        let start = place
        while place < count, markup_class(unsafe base[place]) & 4 != 0 { place &+= 1 }
        return place > start
    }

    /// Passes bytes of text that mean nothing.
    @inline(__always)
    mutating func skipPlain() {
        place &+= unsafe Int(markup_plain_length(base + place, count &- place))
    }

    /// Passes bytes of a value that mean nothing, up to a quote at the latest.
    @inline(__always)
    mutating func skipPlain(upTo quote: UInt8) {
        while place < count, unsafe base[place] != quote, markup_is_special(unsafe base[place]) == 0 { place &+= 1 }
    }

    /// A name of ASCII letters with at most one colon.
    @inline(__always)
    mutating func name() throws(MarkupStop) -> MarkupName {
        var name = MarkupName(start: place)
        guard markup_class(try byte()) & 1 != 0 else { throw .notPlain }
        while true {
            let byte = try byte()
            if markup_class(byte) & 2 != 0 {
                name.key = name.key << 8 | UInt64(byte)
                name.localKey = name.localKey << 8 | UInt64(byte)
            } else if byte == UInt8(ascii: ":"), name.localStart == name.start {
                place &+= 1
                guard markup_class(try self.byte()) & 1 != 0 else { throw .notPlain }
                (name.key, name.localKey) = (name.key << 8 | UInt64(byte), 0)
                name.localStart = place
                continue
            } else {
                guard byte != UInt8(ascii: ":") else { throw .notPlain }
                name.end = place
                return name
            }
            place &+= 1
        }
    }

    /// The bytes of two ranges are the same.
    func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        return zip(first, second).allSatisfy { self[$0] == self[$1] }
    }

    /// The bytes of a range are those given.
    func holds(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
        range.count == bytes.count && zip(range, bytes).allSatisfy { self[$0] == $1 }
    }
}

/// Where a name stands; its last eight bytes as one number each, with and without a prefix.
struct MarkupName {
    var start: Int
    var localStart: Int
    var end: Int
    var key: UInt64 = 0
    var localKey: UInt64 = 0

    init(start: Int) {
        (self.start, localStart, end) = (start, start, start)
    }

    var hasPrefix: Bool { localStart > start }
    var range: Range<Int> { start..<end }
    var localRange: Range<Int> { localStart..<end }
    /// The key is the whole name.
    var isShort: Bool { end - start <= 8 }
}
