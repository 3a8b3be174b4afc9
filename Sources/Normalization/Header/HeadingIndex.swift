/// Which field of a layout a heading stands for.
package struct HeadingIndex: Sendable {
    private let fields: [String: Int]

    /// The headings of a layout; if two fields claim one, it is the first field's.
    package init(_ layout: SourceLayout) {
        var fields: [String: Int] = [:]
        for (index, field) in layout.fields.enumerated() {
            for heading in field.headings {
                let folded = HeadingText.folded(heading)
                if fields[folded] == nil { fields[folded] = index }
            }
        }
        self.fields = fields
    }

    /// Index of the field in the layout, or `nil` if the heading is not known.
    package func field(of heading: String) -> Int? {
        fields[HeadingText.folded(heading)]
    }

    /// How many different fields a row names: the header of a table is the row that names most.
    package func recognised(in row: [String]) -> Int {
        Set(row.compactMap(field(of:))).count
    }
}
