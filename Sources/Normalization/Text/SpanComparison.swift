extension Span<UInt8> {
    /// Whether both hold the same bytes.
    func equals(_ other: [UInt8]) -> Bool {
        count == other.count && matches(other.span, at: 0)
    }

    /// Whether the bytes begin with those of `mark`.
    func starts(with mark: String) -> Bool {
        let bytes = mark.utf8Span.span
        return count >= bytes.count && matches(bytes, at: 0)
    }

    /// Whether the bytes end with those of `mark`.
    func ends(with mark: String) -> Bool {
        let bytes = mark.utf8Span.span
        return count >= bytes.count && matches(bytes, at: count - bytes.count)
    }

    private func matches(_ other: Span<UInt8>, at start: Int) -> Bool {
        for index in 0..<other.count where self[start + index] != other[index] { return false }
        return true
    }
}
