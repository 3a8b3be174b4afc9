/// Tables under headings, as text for a terminal and as a page in the manner of all pages.
package struct SectionPage: Sendable, Equatable {
    package var title: String
    package var period: String
    /// Sentences before the tables.
    package var findings: [String]
    package var sections: [Section]
    package var notes: [String]

    /// A table; its first column heads the rows.
    package struct Section: Sendable, Equatable {
        package var title: String
        package var columns: [String]
        package var rows: [[String]]

        package init(_ title: String, columns: [String], rows: [[String]]) {
            (self.title, self.columns, self.rows) = (title, columns, rows)
        }
    }

    package init(title: String, period: String, findings: [String], sections: [Section], notes: [String] = []) {
        (self.title, self.period, self.findings) = (title, period, findings)
        (self.sections, self.notes) = (sections, notes)
    }

    /// The page as HTML: one file, without script. Sections without rows are left out.
    package func html() throws -> String {
        var page = Page(title: title, period: period, notice: internalNotice)
        page.findings = findings
        page.notes = notes
        page.tables = sections.filter { !$0.rows.isEmpty }.enumerated().map { place, section in
            var table = Page.Table(
                "t\(place + 1)", caption: section.title, columns: section.columns, textColumns: section.columns.count)
            table.rows = section.rows.map { row in
                Page.Row(row.first ?? "", row.dropFirst().map { Page.Cell.text($0) })
            }
            return table
        }
        return try PageTemplate.html(of: page)
    }
}
