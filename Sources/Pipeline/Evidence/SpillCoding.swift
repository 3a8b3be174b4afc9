import Roster

/// A value that can be written to the scratch file of a run and read back by the same program.
///
/// The form is our own: whole numbers in groups of seven bits, the least first; texts with their length before them; what
/// may be missing behind a byte that says so; fields one after another without names.
protocol SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault)
    func write(to writer: inout SpillWriter)
}

/// The scratch file does not hold what was written to it.
struct SpillFault: Error, Equatable {}

/// Takes values and makes bytes of them.
struct SpillWriter {
    private(set) var bytes: [UInt8] = []
    /// Table of a source by the number that stands for it.
    private(set) var origins: [RecordOrigin] = []
    private var numbers: [ObjectIdentifier: Int] = [:]

    /// Appends a value.
    mutating func put(_ value: some SpillValue) {
        value.write(to: &self)
    }

    mutating func put(byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends a number that is not negative, in seven bits a byte.
    mutating func put(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(text: String) {
        put(number: UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends the number of an origin, one for each object: they are few.
    mutating func put(origin: RecordOrigin) {
        let number = numbers[ObjectIdentifier(origin)] ?? origins.count
        if number == origins.count {
            numbers[ObjectIdentifier(origin)] = number
            origins.append(origin)
        }
        put(number: UInt64(number))
    }

    /// Forgets the bytes, not the origins.
    mutating func removeBytes() {
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Reads back what a writer made.
struct SpillReader {
    private let bytes: ArraySlice<UInt8>
    private let origins: [RecordOrigin]
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>, origins: [RecordOrigin]) {
        self.bytes = bytes
        self.origins = origins
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// The next value, of the type that is asked for.
    mutating func next<Value: SpillValue>() throws(SpillFault) -> Value {
        try Value(from: &self)
    }

    mutating func byte() throws(SpillFault) -> UInt8 {
        guard position < bytes.endIndex else { throw SpillFault() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(SpillFault) -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while shift < 64 {
            let byte = try byte()
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw SpillFault()
    }

    mutating func text() throws(SpillFault) -> String {
        let count = try number()
        guard count <= UInt64(bytes.endIndex - position) else { throw SpillFault() }
        let end = position + Int(count)
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    mutating func origin() throws(SpillFault) -> RecordOrigin {
        let number = try number()
        guard number < UInt64(origins.count) else { throw SpillFault() }
        return origins[Int(number)]
    }
}
