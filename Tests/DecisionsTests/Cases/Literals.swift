import Roster

extension Day: ExpressibleByStringLiteral {
    /// `"2026-10-31"`.
    public init(stringLiteral text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("no such day: \(text)") }
        self = day
    }
}

extension Month: ExpressibleByStringLiteral {
    /// `"2026-10"`.
    public init(stringLiteral text: String) {
        guard let month = Month(text) else { preconditionFailure("no such month: \(text)") }
        self = month
    }
}

extension StatusCode: ExpressibleByStringLiteral {
    /// `"employed"`.
    public init(stringLiteral text: String) { self.init(text) }
}

extension IDNumber {
    /// The number with these 17 digits and the check character that fits.
    static func completing(_ digits: String) -> IDNumber {
        let check = IDNumber.checkCharacter(of: Array(digits.utf8)[...])
        guard let number = IDNumber(checking: digits + String(decoding: [check], as: UTF8.self)) else {
            preconditionFailure("not 17 digits: \(digits)")
        }
        return number
    }
}
