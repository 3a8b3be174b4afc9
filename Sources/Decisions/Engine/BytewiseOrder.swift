extension String {
    /// Whether this text comes before another by its bytes; `nil` if they are the same bytes. (`==` would also take
    /// two spellings of one character for equal.)
    func precedesBytewise(_ other: String) -> Bool? {
        utf8.elementsEqual(other.utf8) ? nil : utf8.lexicographicallyPrecedes(other.utf8)
    }
}
