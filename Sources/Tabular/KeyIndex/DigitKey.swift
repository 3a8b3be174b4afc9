/// Keys of 17 digits and a check character as 64-bit numbers.
package enum DigitKey {
    /// `digits × 11 + check + 1` for exactly 18 bytes, 17 ASCII digits and a digit or `X` or `x`, which counts 10; `nil`
    /// for anything else. Never 0. The check character is not recomputed.
    package static func fold(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        guard range.count == 18 else { return nil }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            return unsafe fold(base + range.lowerBound)
        }
    }

    /// Whether the check character of a folded key is the one that its digits ask for, by ISO 7064 MOD 11-2: the sum of the
    /// digits, each times two to the power of its place from the right (the check character has place 0), is 1 modulo 11.
    package static func hasRightCheck(_ key: UInt64) -> Bool {
        let parts = (key &- 1).quotientAndRemainder(dividingBy: 11)
        var (digits, sum, weight) = (parts.quotient, parts.remainder, UInt64(2))
        while digits > 0 {
            let (rest, three) = digits.quotientAndRemainder(dividingBy: 1000)
            sum &+= weight &* UInt64(threeDigits[Int(three)])
            weight = weight &* 8 % 11
            digits = rest
        }
        return sum % 11 == 1
    }

    /// By three digits: the last, twice the middle and four times the first, modulo 11.
    private static let threeDigits: [UInt8] = (0..<1000).map { (number: Int) -> UInt8 in
        let (first, middle, last) = (number / 100, number / 10 % 10, number % 10)
        return UInt8((last + 2 * middle + 4 * first) % 11)
    }

    /// The key in the 18 bytes at `bytes`.
    @inline(__always)
    static func fold(_ bytes: UnsafePointer<UInt8>) -> UInt64? {
        let raw = unsafe UnsafeRawPointer(bytes)
        let first = unsafe UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        let second = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        let last = unsafe UInt64(bytes[16] &- 0x30)
        guard areDigits(first), areDigits(second), last <= 9, let check = unsafe check(bytes[17]) else { return nil }
        return ((number(first) &* 100_000_000 &+ number(second)) &* 10 &+ last) &* 11 &+ check &+ 1
    }

    @inline(__always)
    private static func check(_ byte: UInt8) -> UInt64? {
        if byte &- 0x30 <= 9 { return UInt64(byte &- 0x30) }
        return byte | 0x20 == UInt8(ascii: "x") ? 10 : nil
    }

    /// Eight bytes are all ASCII digits: the high halves are 3 and stay 3 when 6 is added to the low ones.
    @inline(__always)
    private static func areDigits(_ bytes: UInt64) -> Bool {
        let high: UInt64 = 0xf0f0_f0f0_f0f0_f0f0
        let threes: UInt64 = 0x3030_3030_3030_3030
        return (bytes & high) == threes && ((bytes &+ 0x0606_0606_0606_0606) & high) == threes
    }

    /// The number that eight digits write, the first byte lowest: neighbours are joined to twos, fours and eight.
    @inline(__always)
    private static func number(_ bytes: UInt64) -> UInt64 {
        let digits = bytes & 0x0f0f_0f0f_0f0f_0f0f
        let twos = (digits &* 10 &+ digits >> 8) & 0x00ff_00ff_00ff_00ff
        let fours = (twos &* 100 &+ twos >> 16) & 0x0000_ffff_0000_ffff
        return (fours &* 10_000 &+ fours >> 32) & 0xffff_ffff
    }
}
