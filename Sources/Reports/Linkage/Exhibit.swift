/// A numbered thing of the linkage page: a table, with the chart that shows it. Property names are those in the template.
struct Exhibit {
    /// Anchor in the page.
    let id: String
    /// What the table of contents calls it.
    let entry: String
    /// One chart or none.
    let drawings: [Drawing]
    let table: Page.Table
    /// Sentences under the table.
    let remarks: [String]

    /// A table that stands alone.
    init(_ table: Page.Table, remarks: [String] = []) {
        (id, entry, drawings) = (table.id, table.caption, [])
        (self.table, self.remarks) = (table, remarks)
    }

    /// A chart with its numbers.
    init(_ drawing: Drawing, _ table: Page.Table, remarks: [String] = []) {
        (id, entry, drawings) = (table.id, drawing.heading, [drawing])
        (self.table, self.remarks) = (table, remarks)
    }
}

extension Page.Cell {
    /// A number that is text already.
    static func number(_ text: String) -> Page.Cell { Page.Cell(text: text, style: "n") }

    /// A weight in bits.
    static func bits(_ value: Double) -> Page.Cell { .number(DecimalText.bits(value)) }

    /// A probability.
    static func probability(_ value: Double) -> Page.Cell { .number(DecimalText.probability(value)) }
}
