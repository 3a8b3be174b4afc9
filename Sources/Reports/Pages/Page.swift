/// What a page shows, ready to be put into its template. Property names are those in the template.
struct Page {
    var title: String
    var period: String
    /// How far the page may travel.
    var notice: String
    var findings: [String] = []
    var figures: [Figure] = []
    var tables: [Table] = []
    var notes: [String] = []

    init(title: String, period: String, notice: String) {
        self.title = title
        self.period = period
        self.notice = notice
    }

    /// A headline figure.
    struct Figure {
        var label: String
        var value: String
        var note: String
    }

    /// A table with a heading for each column and each row.
    struct Table {
        /// Anchor in the page.
        var id: String
        var caption: String
        /// Headings, each aligned like its column.
        var columns: [Cell]
        var rows: [Row] = []
        /// One row of sums, or none.
        var totals: [Row] = []
        /// Remark under the table, or empty.
        var note = ""

        /// - Parameter textColumns: how many columns from the left hold text; the others hold numbers.
        init(_ id: String, caption: String, columns: [String], textColumns: Int = 1) {
            self.id = id
            self.caption = caption
            self.columns = columns.enumerated().map { Cell(text: $1, style: $0 < textColumns ? "t" : "n") }
        }
    }

    /// A row of a table: its heading and its cells.
    struct Row {
        var heading: String
        var cells: [Cell]

        init(_ heading: String, _ cells: [Cell]) {
            self.heading = heading
            self.cells = cells
        }
    }

    /// A cell and its class in the style sheet: numbers stand at the right.
    struct Cell {
        var text: String
        var style: String

        static func count(_ number: Int) -> Cell { Cell(text: NumberText.grouped(number), style: "n") }
        static func share(_ part: Int, of whole: Int) -> Cell {
            Cell(text: NumberText.percent(part, of: whole), style: "n")
        }
        static func text(_ text: String) -> Cell { Cell(text: text, style: "t") }
    }
}
