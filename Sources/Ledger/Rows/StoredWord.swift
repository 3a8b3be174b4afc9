import Digest

/// Reads texts back that must be one of some words.
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

    private static func fault(_ column: String) -> LedgerError {
        LedgerError(.unreadableRow, path: "", detail: column)
    }
}
