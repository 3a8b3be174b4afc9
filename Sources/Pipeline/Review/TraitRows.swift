import Matching
import Roster

/// Turns what people and records say into the rows of a linkage.
struct TraitRows: Sendable {
    /// By field of the model, the place of its text among a person's traits.
    private let places: [Int]

    /// The rows for a model all of whose fields are traits.
    init(_ model: LinkageModel) {
        places = model.fields.compactMap { field in
            PersonTraits.Field.allCases.firstIndex { $0.rawValue == field.name }
        }
    }

    /// One row a set of traits, in order.
    func rows(_ traits: some Sequence<PersonTraits>) -> [LinkageRows] {
        var rows = LinkageRows(fieldCount: places.count)
        for person in traits {
            let values = person.values
            for place in places { rows.append(values[place].utf8) }
        }
        return [rows]
    }
}
