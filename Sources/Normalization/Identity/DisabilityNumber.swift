/// The number of a disability certificate: an ID number of 18 characters, the kind (1–7), the grade (1–4), and `B1`,
/// `B2` … if it was issued again.
struct DisabilityNumber {
    /// The first 18 characters, which may be masked or no valid ID number.
    let idText: String
    /// Whether kind, grade and ending are ones that exist.
    let isWellFormed: Bool

    /// Takes the number of a field apart; a field shorter than 18 characters is all ID.
    init(_ field: Span<UInt8>) {
        let bytes = IDText(field).bytes
        idText = String(decoding: bytes.prefix(18), as: UTF8.self)
        isWellFormed = DisabilityNumber.isEnding(bytes.dropFirst(18))
    }

    private static func isEnding(_ ending: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(ending)
        guard bytes.count >= 2, (0x31...0x37).contains(bytes[0]), (0x31...0x34).contains(bytes[1]) else { return false }
        if bytes.count == 2 { return true }
        return bytes.count <= 5 && bytes.count >= 4 && bytes[2] == 0x42 && bytes[3...].allSatisfy(IDText.isDigit)
    }
}

/// The number of a disability certificate as a value: well formed, whoever's ID it holds.
struct CertificateNumberFormat: ValueFormat {
    let expectation = "残疾人证号（18 位证件号码、1 位类别、1 位等级）"

    func value(of text: Span<UInt8>) -> String? {
        let number = DisabilityNumber(text)
        return number.isWellFormed ? IDText(text).text : nil
    }
}
