import Matching
import Normalization
import Roster
import Tabular

/// Makes a model of the columns that two lists share, or that one list has: by what their values look like.
struct LinkageGuess {
    private let left: ListProfile
    private let right: ListProfile?

    /// Samples of both lists are read. Exit 66 or 65 as for any list.
    init(left: String, right: String?) throws {
        self.left = try ListProfile(left)
        self.right = try right.map { try ListProfile($0) }
    }

    /// The model; exit 65 if the lists share no column that tells people apart.
    func definition() throws -> LinkageDefinition {
        let shared = left.columns.filter { right == nil || partner(of: $0) != nil }
        let key = shared.first.flatMap { isKey($0) ? $0 : nil }
        let used = shared.filter { $0.folded != key?.folded && type(of: $0) != .empty }
        let fields = used.prefix(LevelPattern.capacity).map { column in
            GuessedField(column.heading, other: partner(of: column)?.heading, type(of: column))
        }
        let model = LinkageModel(
            name: "guessed", fields: covering(fields), blocking: blocking(Array(used.prefix(LevelPattern.capacity))),
            assignment: .open)
        guard !model.fields.isEmpty, !model.blocking.isEmpty else { throw RunError(nothingSharedBy: left, right) }
        return LinkageDefinition(
            title: "由共有列推定的模型", model: model, columns: fields.map(\.column), key: key.map { [$0.heading] } ?? [],
            mostNamesOfID: 3, weights: nil, tables: PipelineTables(), texts: [], marks: .usual, isGuessed: true)
    }

    /// The first column, if its values are all different: the rows' own numbers.
    private func isKey(_ column: ListProfile.Column) -> Bool {
        guard type(of: column) != .idNumber, type(of: column) != .phone else { return false }
        return column.isAllDistinct && (partner(of: column)?.isAllDistinct ?? true)
    }

    /// The other list's column of the same heading; else, of names, ID numbers and telephones, its only one of that type,
    /// if this is the only one here.
    private func partner(of column: ListProfile.Column) -> ListProfile.Column? {
        guard let right else { return nil }
        if let same = right.columns.first(where: { $0.folded == column.folded }) { return same }
        guard [.idNumber, .name, .phone].contains(column.type) else { return nil }
        let (here, there) = (left.unshared(column.type, with: right), right.unshared(column.type, with: left))
        return here.count == 1 && there.count == 1 ? there.first : nil
    }

    /// What both lists' values look like; where they differ, text.
    private func type(of column: ListProfile.Column) -> ColumnType {
        guard let other = partner(of: column), other.type != column.type else { return column.type }
        if other.type == .empty || column.type == .empty { return .empty }
        return .text
    }

    /// The first ID number covers the first date that is called a birth date, and the column of sexes.
    private func covering(_ fields: [GuessedField]) -> [LinkageField] {
        var result = fields.map(\.field)
        guard let id = fields.firstIndex(where: { $0.field.kind == .id }) else { return result }
        let words: [(CoveredField.Part, [String])] = [(.birth, ["出生", "birth"]), (.sex, ["性别", "sex", "gender"])]
        for (part, headings) in words {
            let place = fields.firstIndex { field in
                headings.contains { field.field.name.lowercased().contains($0) }
            }
            if let place { result[id].covers.append(CoveredField(field: place, part: part)) }
        }
        return result
    }

    /// Each column in which nearly every value is another one, and every two of those that tell people apart best.
    private func blocking(_ columns: [ListProfile.Column]) -> [BlockingRule] {
        let order = columns.indices.sorted {
            (columns[$1].distinctness, $0) < (columns[$0].distinctness, $1)
        }
        let strong = order.filter { columns[$0].distinctness >= 0.5 }
        let good = order.filter { columns[$0].distinctness >= 0.005 }.prefix(6)
        var rules = strong.map { BlockingRule([BlockingPart($0)]) }
        for (place, first) in good.enumerated() {
            for second in good.dropFirst(place + 1) {
                rules.append(BlockingRule([BlockingPart(first), BlockingPart(second)]))
            }
        }
        return rules
    }
}

/// A field made of a column.
private struct GuessedField {
    let field: LinkageField
    let column: ListColumn

    init(_ heading: String, other: String?, _ type: ColumnType) {
        let (kind, levels) = GuessedField.comparison(of: type)
        field = LinkageField(
            name: heading, kind: kind, levels: levels,
            usesTermFrequency: kind == .name || kind == .text || kind == .code,
            vetoesDifference: kind == .id)
        let headings = [heading] + (other.map { $0 == heading ? [] : [$0] } ?? [])
        column = ListColumn(headings: headings, kind: kind.values)
    }

    private static func comparison(of type: ColumnType) -> (FieldKind, [ComparisonLevel]) {
        switch type {
        case .idNumber: (.id, [.exact, .masked, .oneEdit])
        case .name: (.name, [.exact, .edits(1)])
        case .date, .month: (.date, [.exact, .swappedDate, .oneDigit, .prefix(4)])
        case .phone: (.code, [.exact, .oneDigit])
        case .region: (.code, [.exact, .prefix(4)])
        case .codeList: (.code, [.exact])
        case .certificate, .creditCode, .identifier, .integer, .money: (.code, [.exact, .oneDigit, .edits(2)])
        case .text, .empty: (.text, [.exact, .edits(1), .jaroWinkler(0.9), .jaroWinkler(0.8)])
        }
    }
}

/// What the columns of a list look like, by a sample.
struct ListProfile {
    let path: String
    let columns: [Column]

    /// One column.
    struct Column {
        let heading: String
        let folded: String
        let type: ColumnType
        /// Different values as a share of those that are there.
        let distinctness: Double
        let isAllDistinct: Bool
    }

    init(_ path: String) throws {
        self.path = path
        let table = try ListTable(path: path, headings: [], marks: .usual, size: .usual)
        let reader = ShapeReader(ListProfile.context(acceptsSerials: table.countsBySheet))
        var profiles = table.header.map { _ in ColumnProfile() }
        while let stretch = try table.looked.supply.next() {
            for row in stretch.batch.rows where row.defect == nil {
                for (index, cell) in stretch.batch.values(of: row).prefix(profiles.count).enumerated() {
                    profiles[index].take(cell, reader)
                }
            }
        }
        columns = zip(table.header, profiles).compactMap { heading, profile in
            heading.isEmpty ? nil : Column(heading, profile)
        }
    }

    /// Columns of a type that another list has no namesake of.
    func unshared(_ type: ColumnType, with other: ListProfile) -> [Column] {
        columns.filter { column in
            column.type == type && !other.columns.contains { $0.folded == column.folded }
        }
    }

    /// Any region prefix may begin an ID number, and nobody is too young.
    private static func context(acceptsSerials: Bool) -> ParsingContext {
        var context = ParsingContext(
            month: Month(index: 2100 * 12), idRules: .anyPrefix, regions: RegionTable(regions: [], coveredPrefixes: []),
            nullMarks: .usual)
        context.acceptsSerials = acceptsSerials
        return context
    }
}

extension ListProfile.Column {
    fileprivate init(_ heading: String, _ profile: ColumnProfile) {
        self.heading = heading
        folded = HeadingText.folded(heading)
        type = ColumnType(profile, field: nil)
        let distinct = profile.distinct.count
        distinctness = profile.filled == 0 ? 0 : Double(distinct) / Double(min(profile.filled, 100_000))
        isAllDistinct = profile.empty == 0 && profile.filled > 1 && distinct == min(profile.filled, 100_000)
    }
}

extension IDRules {
    /// For lists of which nothing is known: every prefix of two digits may be a province.
    static let anyPrefix = IDRules(provinces: (10...99).map(String.init))
}

extension RunError {
    /// Exit 65: there is nothing to compare.
    fileprivate init(nothingSharedBy left: ListProfile, _ right: ListProfile?) {
        let headings = left.columns.map(\.heading).joined(separator: "、")
        self.init(
            .inputRefused, code: "E222",
            message: LocalizedText(
                zh: "两个名单没有可比对的共有列（左：\(headings)）",
                en: "the lists share no columns that could be compared (left: \(headings))"),
            hint: LocalizedText(zh: "用 --model 指定模型，在其中写明各列的列名", en: "name a model by --model that tells the headings"),
            place: right?.path ?? left.path)
    }
}
