/// The lists that are too long to stand in a rule itself, each in a column of a sheet of its own.
struct ChoiceSheet {
    /// Name of the sheet.
    let name: String
    private(set) var lists: [Column] = []

    /// A list under the heading of the first column that offers it.
    struct Column {
        let heading: String
        let values: [String]
    }

    private static let maximumInline = 255

    init(name: String) {
        self.name = name
    }

    /// What a rule says to offer a list: the texts themselves, or where they stand on the sheet.
    mutating func formula(for list: ChoiceList, heading: String) -> String {
        let inline = list.values.joined(separator: ",")
        let isPlain = list.values.allSatisfy { !$0.contains(",") && !$0.contains("\"") }
        if isPlain, inline.utf16.count <= Self.maximumInline { return "\"\(inline)\"" }
        let column = lists.firstIndex { $0.values == list.values } ?? lists.count
        if column == lists.count { lists.append(Column(heading: heading, values: list.values)) }
        let letters = SheetRowReader.letters(of: column)
        return "='\(name)'!$\(letters)$2:$\(letters)$\(list.values.count + 1)"
    }

    /// The lists side by side, row by row, without headings.
    var rows: [[WorkbookCell]] {
        let count = lists.map(\.values.count).max() ?? 0
        return (0..<count).map { row in
            lists.map { $0.values.indices.contains(row) ? .text($0.values[row]) : .empty }
        }
    }
}
