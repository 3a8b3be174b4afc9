/// The check code beside a registration number in a work list: it tells a number that was changed by hand.
///
/// CRC-16 with the polynomial x¹⁶+x¹²+x⁵+1 (ITU-T V.41), start value 0xFFFF, over the UTF-8 bytes, as four letters. It
/// finds every fault within 16 successive bits, so any changed character of ASCII and any swap of two neighbours.
/// Letters, so that no spreadsheet takes it for a number. It is no secret and proves nothing of who wrote it.
package enum RowChecksum {
    /// The check code of a registration number.
    package static func code(of registrationNumber: String) -> String {
        var remainder: UInt16 = 0xFFFF
        for byte in registrationNumber.utf8 {
            remainder ^= UInt16(byte) << 8
            for _ in 0..<8 {
                remainder = remainder & 0x8000 == 0 ? remainder << 1 : (remainder << 1) ^ 0x1021
            }
        }
        let digits = [12, 8, 4, 0].map { alphabet[Int(remainder >> UInt16($0)) & 0xF] }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Whether a check code, in either case and with spaces around it, belongs to a registration number.
    package static func matches(_ code: String, registrationNumber: String) -> Bool {
        let letters = code.utf8.filter { $0 != 0x20 }
        return String(decoding: letters, as: UTF8.self).uppercased() == self.code(of: registrationNumber)
    }

    /// Sixteen letters that are not taken for digits or for each other.
    private static let alphabet = Array("ACDEFHJKLMNPRTXY".utf8)
}
