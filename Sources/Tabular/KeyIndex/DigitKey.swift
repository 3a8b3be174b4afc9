/// Keys of 17 digits and a check character as 64-bit numbers.
package enum DigitKey {
    /// `digits × 11 + check + 1` for exactly 18 bytes, 17 ASCII digits and a digit or `X` or `x`, which counts 10; `nil`
    /// for anything else. The check character is not recomputed.
    package static func fold(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64? {
        nil
    }
}
