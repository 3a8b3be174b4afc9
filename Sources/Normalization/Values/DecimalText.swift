/// A decimal number as exports write it: sign, thousands separators, decimals.
struct DecimalText {
    /// The number in hundredths, further decimals rounded half away from zero.
    let hundredths: Int64
    /// Whether there is nothing behind the decimal point but zeros.
    let isWhole: Bool

    /// The number that a text holds and nothing else; thousands separators must stand before groups of three.
    init?(_ text: Span<UInt8>) {
        var index = 0
        let isNegative = !text.isEmpty && text[0] == 0x2D
        if !text.isEmpty, text[0] == 0x2D || text[0] == 0x2B { index = 1 }
        guard let whole = DecimalText.whole(text, &index),
            let fraction = DecimalText.fraction(text, &index), index == text.count
        else { return nil }
        let magnitude = whole * 100 + fraction.hundredths
        hundredths = isNegative ? -magnitude : magnitude
        isWhole = fraction.isZero
    }

    private static func whole(_ text: Span<UInt8>, _ index: inout Int) -> Int64? {
        var value: Int64 = 0
        var (digits, group, hasGroups) = (0, 0, false)
        while index < text.count {
            if text[index] == 0x2C {
                guard hasGroups ? group == 3 : (1...3).contains(group) else { return nil }
                (group, hasGroups) = (0, true)
            } else {
                guard text[index] &- 0x30 <= 9, digits < 15 else { break }
                value = value * 10 + Int64(text[index] - 0x30)
                digits += 1
                group += 1
            }
            index += 1
        }
        return digits > 0 && (!hasGroups || group == 3) ? value : nil
    }

    private static func fraction(_ text: Span<UInt8>, _ index: inout Int) -> (hundredths: Int64, isZero: Bool)? {
        guard index < text.count, text[index] == 0x2E else { return (0, true) }
        index += 1
        var (value, place, isZero): (Int64, Int64, Bool) = (0, 100, true)
        let start = index
        while index < text.count, text[index] &- 0x30 <= 9 {
            let digit = Int64(text[index] - 0x30)
            value += digit * place
            place /= 10
            isZero = isZero && digit == 0
            index += 1
        }
        return index > start ? ((value + 5) / 10, isZero) : nil
    }
}
