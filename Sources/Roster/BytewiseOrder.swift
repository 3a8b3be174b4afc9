extension String {
    /// Whether this text comes before another by its bytes; `nil` if they are the same bytes. (`==` would also take
    /// two spellings of one character for equal.)
    package func precedesBytewise(_ other: String) -> Bool? {
        utf8.elementsEqual(other.utf8) ? nil : utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Whether the UTF-8 bytes come before those of another string. Two strings known to be ASCII are compared as such,
    /// which is the same and many times faster.
    package func isBytewiseSmaller(than other: String) -> Bool {
        if utf8Span.isKnownASCII, other.utf8Span.isKnownASCII { return self < other }
        return utf8.lexicographicallyPrecedes(other.utf8)
    }
}
