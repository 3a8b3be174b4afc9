import Roster

/// Hides in a record's values what tells of persons.
enum MaskedValues {
    /// `key=value` pairs with names, notes and family numbers masked.
    static func masking(_ values: String) -> String {
        var parts: [String] = []
        var (part, isEscaped) = ("", false)
        for character in values.unicodeScalars {
            if character == ";", !isEscaped {
                parts.append(masked(part))
                part = ""
            } else {
                part.unicodeScalars.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return (parts + [masked(part)]).joined(separator: ";")
    }

    private static func masked(_ pair: String) -> String {
        guard let mark = pair.firstIndex(of: "=") else { return pair }
        let (key, value) = (pair[..<mark], String(pair[pair.index(after: mark)...]))
        switch key {
        case "surveyor": return "\(key)=\(Masking.name(value))"
        case "note": return "\(key)=***"
        case "household", "family", "certificate", "application": return "\(key)=\(Masking.idNumber(value))"
        default: return pair
        }
    }
}
