/// A usable identity number: 18 characters, right check character, real birth date.
///
/// Resident numbers (GB 11643-1999), residence permits of Hong Kong, Macao and Taiwan residents, and the 2023 permanent
/// residence card share this shape. The value is kept folded: 17 digits and the check character in 61 bits.
package struct IDNumber: Hashable, Sendable, Codable {
    /// `digits × 11 + check + 1`, where `check` is 0–10 (10 stands for `X`). Never 0.
    package let folded: UInt64

    /// The number from 18 characters of digits with a digit or `X` at the end, or `nil` if the shape or the check
    /// character (ISO 7064 MOD 11-2) is wrong. Birth date and region are not looked at.
    package init?(checking text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 18, let digits = IDNumber.digits(bytes[0..<17]) else { return nil }
        guard bytes[17] == IDNumber.checkCharacter(of: bytes[0..<17]) else { return nil }
        let check: UInt64 = bytes[17] == UInt8(ascii: "X") ? 10 : UInt64(bytes[17] - 0x30)
        folded = digits * 11 + check + 1
    }

    /// The number with this folded value; the caller knows that it is one.
    package init(folded: UInt64) {
        self.folded = folded
    }

    /// The 18 characters.
    package var text: String {
        var (digits, check) = (folded - 1).quotientAndRemainder(dividingBy: 11)
        var bytes = [UInt8](repeating: check == 10 ? UInt8(ascii: "X") : 0x30 + UInt8(truncatingIfNeeded: check), count: 18)
        for place in (0..<17).reversed() {
            (digits, check) = digits.quotientAndRemainder(dividingBy: 10)
            bytes[place] = 0x30 + UInt8(truncatingIfNeeded: check)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first six digits: where the number was first given, not where the person lives.
    package var regionCode: String { padded(regionNumber, 6) }

    /// The number that the first six digits write.
    package var regionNumber: Int { Int((folded - 1) / 11 / 100_000_000_000) }

    /// The birth date in digits 7 to 14, or `nil` if there is no such day.
    package var birthDate: Day? {
        let digits = (folded - 1) / 11 / 1000 % 100_000_000
        return Day(year: Int(digits / 10_000), month: Int(digits / 100 % 100), day: Int(digits % 100))
    }

    /// The sex in digit 17: odd is male.
    package var sex: Sex { (folded - 1) / 11 % 2 == 1 ? .male : .female }

    /// `4402**********1234`, for logs and terminals.
    package var masked: String { Masking.idNumber(text) }

    /// The check character for 17 ASCII digits, weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2 (GB 11643-1999).
    package static func checkCharacter(of digits: ArraySlice<UInt8>) -> UInt8 {
        let weights: [Int] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 &- 0x30) * $1.1 }
        return Array("10X98765432".utf8)[sum % 11]
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        decimal(bytes).map(UInt64.init)
    }
}

/// What could be read from a field that should hold an identity number.
package enum IDReading: Hashable, Sendable, Codable {
    /// Empty or a null mark.
    case missing
    /// A number that can be matched.
    case usable(IDNumber)
    /// Some characters are hidden: the text after trimming, mask characters folded to `*`.
    case masked(String)
    /// Digits lost to a spreadsheet: scientific notation, or `…000` with a failing check.
    case precisionLost(String)
    /// 18 characters of the right shape with a wrong check character, or another fault; never a key.
    case faulty(String, IDFault)
    /// Another paper: passport, travel permit, old 15-character card. Not comparable.
    case otherPaper(String)

    /// The number, if it can be matched.
    package var number: IDNumber? {
        if case .usable(let number) = self { number } else { nil }
    }
}

/// Why an identity number is not usable.
package enum IDFault: String, Hashable, Sendable, Codable {
    case checkDigit = "id_check_digit"
    case birthDate = "id_birth_date"
    case province = "id_province"
    case shape = "id_shape"
    case placeholder = "id_placeholder"
    case notUpgraded = "id_15_not_upgraded"
}

/// Sex as the rosters write it.
package enum Sex: String, CaseIterable, Hashable, Sendable, Codable {
    case male = "男"
    case female = "女"
}
