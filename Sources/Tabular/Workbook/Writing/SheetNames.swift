/// The names of a workbook's sheets: legal, and each once.
struct SheetNames {
    private var taken: Set<String> = []

    private static let maximumLength = 31
    private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

    /// A legal name as near to the wished one as possible; taken from now on.
    mutating func claim(_ wish: String) -> String {
        let base = Self.legal(wish)
        var name = Self.cut(base, to: Self.maximumLength)
        var count = 1
        while !taken.insert(name.lowercased()).inserted {
            count += 1
            let suffix = "(\(count))"
            name = Self.cut(base, to: Self.maximumLength - suffix.utf16.count) + suffix
        }
        return name
    }

    private static func legal(_ wish: String) -> String {
        var name = wish.map { forbidden.contains($0) || $0.isNewline ? "_" : String($0) }.joined()
        while name.first == "'" { name.removeFirst() }
        while name.last == "'" { name.removeLast() }
        return name.isEmpty || name.lowercased() == "history" ? "表\(name)" : name
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var cut = name
        while cut.utf16.count > length { cut.removeLast() }
        while cut.last == "'" { cut.removeLast() }
        return cut
    }
}
