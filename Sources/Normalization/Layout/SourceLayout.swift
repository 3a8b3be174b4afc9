package import Roster

/// How a source looks in its files, as the pipeline file declares it.
package struct SourceLayout: Sendable, Equatable {
    package var name: SourceName
    package var kind: SourceKind
    /// The program's fields, in the column order of the layout.
    package var fields: [FieldLayout]
    /// The source has no names: a usable ID alone gives grade A.
    package var isNameless: Bool
    /// Element paths of one record in XML files, by local names from the root: `["低保名册", "家庭", "成员"]`.
    package var recordPaths: [[String]]

    package init(
        name: SourceName, kind: SourceKind, fields: [FieldLayout], isNameless: Bool = false,
        recordPaths: [[String]] = []
    ) {
        self.name = name
        self.kind = kind
        self.fields = fields
        self.isNameless = isNameless
        self.recordPaths = recordPaths
    }
}

/// One field of a layout.
package struct FieldLayout: Sendable, Equatable {
    package var field: FieldName
    /// Headings under which the field may stand.
    package var headings: [String]
    /// Paths in XML files, from the root, `家庭/@类别` style without the root's own name: see `XMLLayout` in Tabular.
    package var paths: [String]
    /// A row without it, or whose value fails its type, is put aside.
    package var isKey: Bool
    /// A file without this column is refused.
    package var isRequired: Bool
    /// What the file writes → the program's word, for fields with a code list; empty for other fields.
    package var codes: [String: String]
    /// What people choose from where they fill the field in: the first spelling of each word, in the order declared.
    package var choices: [String]

    /// The heading used in messages.
    package var heading: String { headings.first ?? field.rawValue }

    package init(
        field: FieldName, headings: [String], paths: [String] = [], isKey: Bool = false, isRequired: Bool = false,
        codes: [String: String] = [:], choices: [String] = []
    ) {
        self.field = field
        self.headings = headings
        self.paths = paths
        self.isKey = isKey
        self.isRequired = isRequired
        self.codes = codes
        self.choices = choices
    }
}
