import Roster

extension [UInt8] {
    /// Appends a number in decimal, padded with zeros on the left to `width`.
    mutating func appendDecimal(_ value: Int, width: Int = 1) {
        var divisor = 1
        var digits = 1
        while digits < width || value / divisor >= 10 {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            append(UInt8(truncatingIfNeeded: value / divisor % 10) + 0x30)
            divisor /= 10
        }
    }
}
