extension String {
    /// Whether the UTF-8 bytes come before those of another string. Two strings known to be ASCII are compared as such,
    /// which is the same and many times faster.
    func isBytewiseSmaller(than other: String) -> Bool {
        if utf8Span.isKnownASCII, other.utf8Span.isKnownASCII { return self < other }
        return utf8.lexicographicallyPrecedes(other.utf8)
    }
}
