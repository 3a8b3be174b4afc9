/// Names asked for, to be found by the bytes of a name.
struct MarkupNames {
    private let names: [(key: UInt64, bytes: [UInt8])]

    init(_ names: [String]) {
        self.names = names.map { name in
            (name.utf8.reduce(0) { $0 << 8 | UInt64($1) }, Array(name.utf8))
        }
    }

    /// The place in the list of a name without its prefix, else `XMLEvent.otherName`.
    @inline(__always)
    func number(of name: MarkupName, at cursor: MarkupCursor) -> Int32 {
        for index in names.indices where names[index].key == name.localKey {
            let length = name.end - name.localStart
            guard names[index].bytes.count == length else { continue }
            if length <= 8 || cursor.holds(names[index].bytes, in: name.localRange) { return Int32(index) }
        }
        return XMLEvent.otherName
    }
}
