import Reports

/// A page of sections as lines: a pair a line, and of larger tables a paragraph a row.
struct SectionText {
    let page: SectionPage

    /// All lines.
    var text: String {
        var lines = ["\(page.title)  \(page.period)"] + page.findings
        for section in page.sections where !section.rows.isEmpty {
            lines += ["", section.title] + section.rows.flatMap { row in rowLines(row, of: section) }
        }
        return (lines + [""] + page.notes).joined(separator: "\n")
    }

    private func rowLines(_ row: [String], of section: SectionPage.Section) -> [String] {
        if section.columns.count == 2 { return ["  \(row[0])  \(row[1])"] }
        let cells = zip(section.columns, row).dropFirst().filter { !$0.1.isEmpty }
        return ["  \(row[0])  " + cells.map { "\($0.0) \($0.1)" }.joined(separator: " · ")]
    }
}
