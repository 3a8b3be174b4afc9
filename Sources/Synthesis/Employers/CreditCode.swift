/// Unified social credit codes (GB 32100-2015) whose check character is right.
enum CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    /// The code of a unit: kind (`91` firm, `92` individual household …), region, and an ordinal below 31⁶ that tells
    /// units of one kind and region apart.
    static func text(kind: String, region: String, ordinal: Int) -> String {
        var values = (kind + region).utf8.map { Int($0) - 0x30 }
        values += [10, 0, 1]
        var rest = ordinal
        var tail: [Int] = []
        for _ in 0..<6 {
            tail.append(rest % 31)
            rest /= 31
        }
        values += tail.reversed()
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        values.append((31 - sum % 31) % 31)
        return String(decoding: values.map { alphabet[$0] }, as: UTF8.self)
    }
}
