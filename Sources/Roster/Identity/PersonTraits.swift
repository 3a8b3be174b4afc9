/// What a record or a registration says of its person, as far as people are told apart by it: normalised texts, empty where
/// nothing is said.
package struct PersonTraits: Sendable, Hashable {
    /// What may be said.
    package enum Field: String, CaseIterable, Sendable {
        case name, idNumber, sex
        /// `20261031`, or `202610` where only the month is told.
        case birthDate
        case phone
        /// Nine digits down to the town, or fewer.
        case region
    }

    /// The texts in the order of the fields, each but the first after U+001F.
    package let text: String

    /// The traits with these texts.
    package init(_ value: (Field) -> String) {
        text = Field.allCases.map(value).joined(separator: "\u{1F}")
    }

    /// The texts in the order of the fields.
    package var values: [String] {
        text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    }

    /// The same traits with another text for some fields.
    package func replacing(_ change: (Field, String) -> String) -> PersonTraits {
        let values = values
        return PersonTraits { field in
            Field.allCases.firstIndex(of: field).map { change(field, values[$0]) } ?? ""
        }
    }
}
