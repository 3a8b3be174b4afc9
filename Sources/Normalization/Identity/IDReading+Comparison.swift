package import Roster

extension IDReading {
    /// The number as two readings are compared: 18 characters of a usable or damaged one, `*` for what is hidden; empty
    /// where it says nothing.
    package var comparableText: String {
        switch self {
        case .missing, .precisionLost, .faulty(_, .placeholder): ""
        case .usable(let number): number.text
        case .masked(let mask): String(decoding: MaskText.widened(mask), as: UTF8.self)
        case .faulty(let text, _), .otherPaper(let text): text
        }
    }
}

extension PersonTraits {
    /// What the roster says of a registered person. The town that keeps the registration stands for the region.
    package init(_ registration: Registration) {
        let birth = registration.birthDate.map { digits($0.description) } ?? ""
        self.init { field in
            switch field {
            case .name: registration.name
            case .idNumber: registration.id.comparableText
            case .sex: (registration.sex ?? registration.id.number?.sex)?.rawValue ?? ""
            case .birthDate:
                birth.isEmpty ? registration.id.number?.birthDate.map { digits($0.description) } ?? "" : birth
            case .phone: registration.details.phone
            case .region: registration.agencyCode
            }
        }
    }
}

/// The digits of a text.
func digits(_ text: String) -> String {
    String(text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(Character.init))
}
