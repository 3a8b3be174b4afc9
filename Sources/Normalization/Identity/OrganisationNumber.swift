/// The kinds of number that name an organisation, told apart by shape and check character.
enum OrganisationNumber {
    /// Unified social credit code, 18 characters (GB 32100-2015).
    case creditCode
    /// Organisation code of 9 characters, with or without `-` before the last (GB 11714).
    case organisationCode
    /// Licence number of 15 digits (ISO 7064 MOD 11,10).
    case licence

    /// The kind of a cleaned, upper-case number, or `nil` if it is none or its check character is wrong.
    init?(_ bytes: [UInt8]) {
        let plain = bytes.filter { $0 != 0x2D }
        switch plain.count {
        case 18 where bytes.count == 18 && OrganisationNumber.isCreditCode(plain): self = .creditCode
        case 9 where OrganisationNumber.isOrganisationCode(plain): self = .organisationCode
        case 15 where bytes.count == 15 && OrganisationNumber.isLicence(plain): self = .licence
        default: return nil
        }
    }

    /// The check character is 31 − the sum of the others, weighted by powers of 3, modulo 31; the alphabet leaves out
    /// I, O, S, V and Z, and the region in characters 3 to 8 is digits.
    private static func isCreditCode(_ bytes: [UInt8]) -> Bool {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
        let values = bytes.compactMap { alphabet.firstIndex(of: $0) }
        guard values.count == 18, bytes[2..<8].allSatisfy(IDText.isDigit) else { return false }
        var (sum, weight) = (0, 1)
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return values[17] == (31 - sum % 31) % 31
    }

    /// The check character is 11 − the weighted sum modulo 11: 10 is written X, 11 is written 0.
    private static func isOrganisationCode(_ bytes: [UInt8]) -> Bool {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        guard bytes.dropLast().allSatisfy({ IDText.isDigit($0) || IDText.isLetter($0) }) else { return false }
        let sum = zip(bytes, weights).reduce(0) { sum, item in
            sum + (Int(item.0) - (IDText.isDigit(item.0) ? 0x30 : 0x37)) * item.1
        }
        let check = 11 - sum % 11
        return bytes[8] == (check == 10 ? 0x58 : UInt8(0x30 + check % 11))
    }

    private static func isLicence(_ bytes: [UInt8]) -> Bool {
        guard bytes.allSatisfy(IDText.isDigit) else { return false }
        var product = 10
        for byte in bytes.dropLast() {
            let sum = (product + Int(byte - 0x30)) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (product + Int(bytes[14] - 0x30)) % 10 == 1
    }
}
