import Roster

/// Seventeen digits and a check character, of whatever value.
struct IDDigits {
    private let digits: InlineArray<18, UInt8>

    /// The digits of a text of 18 characters: 17 digits and a digit or `X`; else `nil`.
    init?(_ text: Span<UInt8>) {
        guard text.count == 18 else { return nil }
        var digits = InlineArray<18, UInt8>(repeating: 0)
        for index in 0..<17 {
            let digit = text[index] &- 0x30
            guard digit <= 9 else { return nil }
            digits[index] = digit
        }
        let last = text[17] &- 0x30
        guard last <= 9 || text[17] == 0x58 else { return nil }
        digits[17] = last <= 9 ? last : 10
        self.digits = digits
    }

    /// The digit at a position from 0.
    subscript(position: Int) -> Int { Int(digits[position]) }

    /// Whether the check character is right (ISO 7064 MOD 11-2). Digits are taken in by doubling, so the sum stays
    /// below 2²² and one division is enough.
    var hasRightCheck: Bool {
        var sum = 0
        for index in 0..<17 { sum = (sum + Int(digits[index])) * 2 }
        return (sum + Int(digits[17])) % 11 == 1
    }

    /// Whether it is one digit 18 times.
    var areAllEqual: Bool {
        for index in 1..<18 where digits[index] != digits[0] { return false }
        return true
    }

    /// Whether the last three digits are 0, as a spreadsheet leaves them that keeps 15 digits.
    var endsInZeros: Bool { digits[15] == 0 && digits[16] == 0 && digits[17] == 0 }

    /// The day in digits 7 to 14, or `nil` if there is no such day.
    var birthDate: Day? {
        Day(year: decimal(6..<10), month: decimal(10..<12), day: decimal(12..<14))
    }

    /// The number; the caller has checked it.
    var number: IDNumber { IDNumber(folded: UInt64(decimal(0..<17)) * 11 + UInt64(digits[17]) + 1) }

    private func decimal(_ positions: Range<Int>) -> Int {
        var value = 0
        for index in positions { value = value * 10 + Int(digits[index]) }
        return value
    }
}
