import Roster

/// Papers that are no identity number: recognised by their shape, so that they are not called mistakes.
enum OtherPaper {
    /// The reading of a text that is neither masked nor of an identity number's shape.
    static func reading(_ folded: IDText) -> IDReading {
        let bytes = folded.bytes
        if isOldResidenceCard(bytes) {
            return hasRightCheck(bytes) ? .otherPaper(folded.text) : .faulty(folded.text, .checkDigit)
        }
        let isKnown = isTravelPermit(bytes) || isPassport(bytes) || OrganisationNumber(bytes) == .creditCode
        return isKnown ? .otherPaper(folded.text) : .faulty(folded.text, .shape)
    }

    /// H or M and 8 or 10 digits (Hong Kong, Macao), or 8 digits (Taiwan).
    private static func isTravelPermit(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 8 { return bytes.allSatisfy(IDText.isDigit) }
        guard bytes.count == 9 || bytes.count == 11, bytes[0] == 0x48 || bytes[0] == 0x4D else { return false }
        return bytes.dropFirst().allSatisfy(IDText.isDigit)
    }

    /// One or two letters and 6 to 9 digits.
    private static func isPassport(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.drop(while: IDText.isLetter)
        return (1...2).contains(bytes.count - digits.count) && (6...9).contains(digits.count)
            && digits.allSatisfy(IDText.isDigit)
    }

    /// Three letters and 12 digits: the permanent residence card before 2023.
    private static func isOldResidenceCard(_ bytes: [UInt8]) -> Bool {
        bytes.count == 15 && bytes[..<3].allSatisfy(IDText.isLetter) && bytes[3...].allSatisfy(IDText.isDigit)
    }

    /// Weights 7, 3, 1 over the first 14 characters, letters counting from A = 10; the last digit is the sum modulo 10.
    private static func hasRightCheck(_ bytes: [UInt8]) -> Bool {
        let weights = [7, 3, 1]
        let sum = bytes.dropLast().enumerated().reduce(0) { sum, item in
            let value = Int(item.element) - (IDText.isDigit(item.element) ? 0x30 : 0x37)
            return sum + value * weights[item.offset % 3]
        }
        return Int(bytes[14] - 0x30) == sum % 10
    }
}
