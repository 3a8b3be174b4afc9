import Digest
package import Matching
import Normalization
import Roster

/// A model file: how the rows of lists are compared, where the columns stand, and perhaps trained weights.
package struct LinkageDefinition: Sendable {
    package var title: String
    /// The model; its fields in the order of `columns`.
    package var model: LinkageModel
    /// By field of the model.
    var columns: [ListColumn]
    /// Headings of the column that names a row in the outputs; none: no such column.
    var key: [String]
    /// An ID number under more names than this in one list is no key.
    var mostNamesOfID: Int
    /// Weights of an earlier training.
    var weights: TrainedWeights?
    var tables: PipelineTables
    /// The tables as they were read, to be written beside the trained model.
    var texts: [ConfigurationTexts.Table]
    var marks: CellMarks
    /// The model was made from the columns that the lists share.
    package var isGuessed = false
    /// What the file says that has no effect.
    package var warnings: [ConfigurationProblem] = []
    /// The text of the file, for excerpts; empty if the model was guessed.
    package var text = ""
}

/// A column of a list that a field of the model reads.
struct ListColumn: Sendable, Equatable {
    var headings: [String]
    var kind: ListValueKind
}

extension FieldKind {
    /// How values of the kind are normalised.
    var values: ListValueKind {
        switch self {
        case .name: .name
        case .text: .text
        case .date: .date
        case .id: .id
        case .code: .code
        }
    }
}

extension LinkageDefinition {
    /// The field of ID numbers, and the one of names beside it.
    var identity: (id: Int, name: Int)? {
        guard let id = columns.firstIndex(where: { $0.kind == .id }),
            let name = columns.firstIndex(where: { $0.kind == .name })
        else { return nil }
        return (id, name)
    }

    /// The column of birth dates that an ID number covers.
    var birthColumn: Int? {
        model.fields.lazy.flatMap(\.covers).first { $0.part == .birth }?.field
    }

    /// The tables of characters that comparisons use.
    var linkageTables: LinkageTables {
        LinkageTables(names: tables.names(unreadable: marks.unreadable), pinyin: tables.pinyinOfCharacters)
    }

    /// What tells this model from others: its rules, tables and weights.
    func digest(of text: String) -> ContentDigest {
        let tables = texts.sorted { $0.name < $1.name }.map { "\($0.name) \(ContentDigest(of: $0.bytes))" }
        return ContentDigest(of: ([text] + tables).joined(separator: "\n"))
    }
}

extension LinkageDefinition {
    /// The definition for lists that lack some columns: their fields, and the blocking rules that need them, are left
    /// out. `nil` if no field or no rule is left.
    func keeping(fields kept: [Int]) -> LinkageDefinition? {
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        var definition = self
        definition.columns = kept.map { columns[$0] }
        definition.model.fields = kept.enumerated().map { model.fields[$1].renumbered(places, own: $0) }
        definition.model.blocking = model.blocking.compactMap { $0.renumbered(places) }
        definition.weights?.levels = kept.compactMap { weights?.levels[$0] }
        return definition.columns.isEmpty || definition.model.blocking.isEmpty ? nil : definition
    }
}

extension LinkageField {
    /// The field with other fields' new numbers; what speaks of a field that is gone is left out.
    fileprivate func renumbered(_ places: [Int: Int], own: Int) -> LinkageField {
        var field = self
        field.covers = covers.compactMap { covered in
            places[covered.field].map { CoveredField(field: $0, part: covered.part) }
        }
        // A level keeps its place, because weights go by it: one that asks a field that is gone asks its own, which adds
        // nothing to `exact`.
        field.levels = levels.map { level in
            guard case .inField(let other) = level else { return level }
            return .inField(places[other] ?? own)
        }
        return field
    }
}

extension BlockingRule {
    fileprivate func renumbered(_ places: [Int: Int]) -> BlockingRule? {
        let parts = parts.compactMap { part in
            places[part.field].map { BlockingPart($0, part.derivation) }
        }
        return parts.count == self.parts.count ? BlockingRule(parts) : nil
    }
}
