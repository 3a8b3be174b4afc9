/// A cell to be written.
package enum WorkbookCell: Sendable, Hashable {
    /// Always a string cell, whatever the text looks like.
    case text(String)
    /// A string cell some of whose characters are marked.
    case marked([MarkedText])
    case number(Double)
    case integer(Int)
    /// A real date, shown as `yyyy-mm-dd`.
    case date(year: Int, month: Int, day: Int)
    case empty

    /// Nothing would be seen of it.
    var isEmpty: Bool { self == .empty || self == .text("") || self == .marked([]) }
}

/// A run of characters of a cell.
package struct MarkedText: Sendable, Hashable {
    package var text: String
    /// Bold and red.
    package var isMarked: Bool

    package init(text: String, isMarked: Bool) {
        (self.text, self.isMarked) = (text, isMarked)
    }
}
