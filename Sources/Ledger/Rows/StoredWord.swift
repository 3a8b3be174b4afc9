import Digest
import Roster

/// Reads texts back that must be one of some words, and numbers that must be days and months.
enum StoredWord {
    /// The value with this raw value; a text that is none of them means that the row was tampered with.
    static func value<Value: RawRepresentable<String>>(_ text: String, column: String) throws -> Value {
        guard let value = Value(rawValue: text) else { throw fault(column) }
        return value
    }

    /// The same of a column that may be empty.
    static func optional<Value: RawRepresentable<String>>(_ text: String?, column: String) throws -> Value? {
        try text.map { try value($0, column: column) }
    }

    /// The same of a list joined by `;`.
    static func list<Value: RawRepresentable<String>>(_ text: String?, column: String) throws -> [Value] {
        try ListText.split(text ?? "").map { try value($0, column: column) }
    }

    /// A digest in hexadecimal digits.
    static func digest(_ text: String, column: String) throws -> ContentDigest {
        guard let digest = ContentDigest(hex: text) else { throw fault(column) }
        return digest
    }

    /// A day of the years 1 to 9999.
    static func day(_ number: Int64) throws -> Day {
        guard (-719_162...2_932_896).contains(number) else { throw fault("day \(number)") }
        return Day(number: Int32(number))
    }

    /// A month of the years 1 to 9999.
    static func month(_ index: Int64) throws -> Month {
        guard let month = Month(stored: index) else { throw fault("month \(index)") }
        return month
    }

    private static func fault(_ column: String) -> LedgerError {
        LedgerError(.unreadableRow, path: "", detail: column)
    }
}

extension Month {
    /// `nil` outside the years 1 to 9999.
    init?(stored index: Int64) {
        guard (12..<120_000).contains(index) else { return nil }
        self.init(index: Int32(index))
    }
}
