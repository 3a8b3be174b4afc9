/// A cell to be written.
package enum WorkbookCell: Sendable, Hashable {
    /// Always a string cell, whatever the text looks like.
    case text(String)
    case number(Double)
    case integer(Int)
    /// A real date, shown as `yyyy-mm-dd`.
    case date(year: Int, month: Int, day: Int)
    case empty

    /// Nothing would be seen of it.
    var isEmpty: Bool { self == .empty || self == .text("") }
}
