import Normalization

/// Where the columns of a list stand.
struct ListColumns {
    private let places: [String: Int]

    /// The columns of a header; of a heading that stands twice the first.
    init(_ header: [String]) {
        places = Dictionary(header.enumerated().map { (HeadingText.folded($1), $0) }) { first, _ in first }
    }

    /// The first of some headings that the list has.
    func place(of headings: [String]) -> Int? {
        headings.lazy.compactMap { places[HeadingText.folded($0)] }.first
    }
}
