/// Exact decimal numbers as whole multiples of a power of ten.
enum Decimals {
    /// The number × 10^`places`, or `nil` if the text is no decimal number or has more places.
    static func scaled(_ text: String, places: Int) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, isDigits(whole), parts.count == 1 || isDigits(parts[1]) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= places, whole.count + places <= 18 else { return nil }
        return Int(whole + fraction + String(repeating: "0", count: places - fraction.count))
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
