/// An employer as a contribution names it: by credit code, else unit number, else name.
///
/// A shared object, because the rows of one employer are many.
package final class Employer: Sendable, Codable {
    /// Unified social credit code (GB 32100-2015), 18 characters, or empty.
    package let creditCode: String
    /// The insurance agency's unit number, or empty.
    package let unitNumber: String
    /// The unit's name, or empty.
    package let name: String

    package init(creditCode: String, unitNumber: String, name: String) {
        self.creditCode = creditCode
        self.unitNumber = unitNumber
        self.name = name
    }

    /// The key by which employers are told apart: credit code, else unit number, else name.
    package var key: String { Employer.key(creditCode: creditCode, unitNumber: unitNumber, name: name) }

    /// The key of an employer with these numbers and name.
    package static func key(creditCode: String, unitNumber: String, name: String) -> String {
        if !creditCode.isEmpty { return creditCode }
        return unitNumber.isEmpty ? name : unitNumber
    }
}

extension Employer: Hashable {
    package static func == (left: Employer, right: Employer) -> Bool {
        left === right
            || (left.creditCode == right.creditCode && left.unitNumber == right.unitNumber && left.name == right.name)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(creditCode)
        hasher.combine(unitNumber)
        hasher.combine(name)
    }
}

/// An amount of money in fen (1/100 yuan).
package struct Money: Hashable, Comparable, Sendable, Codable {
    /// Fen; may be negative.
    package let fen: Int64

    package init(fen: Int64) {
        self.fen = fen
    }

    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
    package static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
}

extension Money: CustomStringConvertible {
    /// Yuan with two decimals, `1830.00`.
    package var description: String {
        let absolute = fen.magnitude
        return (fen < 0 ? "-" : "") + "\(absolute / 100)." + padded(Int(absolute % 100), 2)
    }
}
