import Normalization
import Roster

/// How well a source's layout fits a table, by headings or, in XML, by paths.
struct LayoutFit {
    let source: SourceDefinition
    /// Column of each field of the layout, from 0, or `nil`.
    let columns: [Int?]
    /// 0 to 100.
    let score: Int

    /// The columns of a table as far as layouts look at them.
    struct Columns {
        var headings: [String]
        /// In XML the path of each column, relative to the root, and the record's path.
        var paths: [String] = []
        var record: [String] = []
    }

    /// - Parameter file: the file's name, which decides between layouts that fit equally.
    init(_ source: SourceDefinition, _ table: Columns, file: String) {
        self.source = source
        let fields = source.layout.fields
        let index = HeadingIndex(source.layout)
        var columns = [Int?](repeating: nil, count: fields.count)
        for (column, heading) in table.headings.enumerated() {
            let field =
                table.paths.isEmpty
                ? index.field(of: heading) : fields.firstIndex { $0.paths.contains(table.paths[column]) }
            if let field, columns[field] == nil { columns[field] = column }
        }
        self.columns = columns
        score = LayoutFit.score(source, columns, table, file: file)
    }

    /// Fields found among fields and columns together; each required one that is missing costs its share.
    private static func score(
        _ source: SourceDefinition, _ columns: [Int?], _ table: Columns, file: String
    ) -> Int {
        let found = columns.count { $0 != nil }
        guard found > 0 else { return 0 }
        let all = columns.count + table.headings.count { !$0.isEmpty }
        let needed = zip(source.layout.fields, columns).filter { $0.0.isRequired || $0.0.isKey }
        let there = needed.count { $0.1 != nil }
        let share = 200 * found / all
        let kept = needed.isEmpty ? share : share * (needed.count + there) / (2 * needed.count)
        let isNamed = source.includes(file: file) || source.layout.recordPaths.contains(table.record)
        return min(100, kept * 95 / 100 + (isNamed ? 5 : 0))
    }

    /// The layouts of a pipeline, the best first.
    static func ranked(_ definition: PipelineDefinition, _ table: Columns, file: String) -> [LayoutFit] {
        let fits = definition.sources.map { LayoutFit($0, table, file: file) }
        return fits.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element).filter { $0.score > 0 }
    }
}

/// What a layout found in a table, fit to be shown.
package struct FitReport: Sendable, Encodable {
    package let source: String
    package let title: String
    /// 0 to 100.
    package let score: Int
    package let fields: [Field]
    /// The layouts that fit next best.
    package let others: [Other]

    /// Where one field of the layout stands.
    package struct Field: Sendable, Encodable {
        package let field: String
        package let isRequired: Bool
        package var heading: String?
        /// From 1.
        package var column: Int?
        /// For a field that was not found: columns that might be it.
        package var candidates: [Candidate] = []
    }

    /// A column that might be a field.
    package struct Candidate: Sendable, Encodable {
        package let heading: String
        package let column: Int
        /// `heading` or `type`.
        package let by: String
    }

    /// Another layout.
    package struct Other: Sendable, Encodable {
        package let source: String
        package let score: Int
    }

    init(_ fits: [LayoutFit], columns: [ColumnInspection]) {
        let best = fits[0]
        (source, title, score) = (best.source.name.text, best.source.title, best.score)
        others = fits.dropFirst().prefix(2).map { Other(source: $0.source.name.text, score: $0.score) }
        let taken = Set(best.columns.compactMap(\.self))
        let unused = columns.filter { !taken.contains($0.column - 1) }
        fields = zip(best.source.layout.fields, best.columns).map { layout, column in
            var field = Field(field: layout.field.rawValue, isRequired: layout.isRequired || layout.isKey)
            if let column {
                (field.heading, field.column) = (columns[column].heading, column + 1)
            } else {
                field.candidates = FitReport.candidates(for: layout, among: unused)
            }
            return field
        }
    }

    private static func candidates(for field: FieldLayout, among columns: [ColumnInspection]) -> [Candidate] {
        let near = HeaderBinding.nearest(to: field.headings, among: columns.map(\.heading))
        let byHeading = columns.filter { near.contains($0.heading) }
        let byType = columns.filter { column in
            column.type == field.field.columnType && !near.contains(column.heading)
        }
        return byHeading.map { Candidate(heading: $0.heading, column: $0.column, by: "heading") }
            + byType.prefix(3).map { Candidate(heading: $0.heading, column: $0.column, by: "type") }
    }
}
