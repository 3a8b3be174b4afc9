/// Puts UTF-8 into memory that is known to be large enough.
@safe
struct UTF8Writer {
    private let output: UnsafeMutableBufferPointer<UInt8>
    /// Bytes written.
    private(set) var count = 0

    init(_ output: UnsafeMutableBufferPointer<UInt8>) {
        unsafe self.output = unsafe output
    }

    /// Writes an ASCII character.
    mutating func append(ascii byte: UInt8) {
        unsafe output[count] = byte
        count &+= 1
    }

    /// Writes a UTF-16 unit as a character of its own: a lone surrogate becomes the three bytes that no decoder takes.
    mutating func append(unit: UInt16) {
        if unit < 0x80 {
            append(ascii: UInt8(truncatingIfNeeded: unit))
        } else if unit < 0x800 {
            unsafe output[count] = 0xc0 | UInt8(truncatingIfNeeded: unit >> 6)
            unsafe output[count + 1] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3f)
            count &+= 2
        } else {
            unsafe output[count] = 0xe0 | UInt8(truncatingIfNeeded: unit >> 12)
            unsafe output[count + 1] = 0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3f)
            unsafe output[count + 2] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3f)
            count &+= 3
        }
    }

    /// Writes a character beyond the basic plane.
    mutating func append(supplementary scalar: UInt32) {
        unsafe output[count] = 0xf0 | UInt8(truncatingIfNeeded: scalar >> 18)
        unsafe output[count + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3f)
        unsafe output[count + 2] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3f)
        unsafe output[count + 3] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3f)
        count &+= 4
    }
}
