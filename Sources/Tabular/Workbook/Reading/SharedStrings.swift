/// The distinct texts of a workbook, in one buffer.
struct SharedStrings {
    private var text: [UInt8] = []
    private var ends: [Int] = []

    /// A workbook without such a part.
    init() {}

    /// Reads the part. The runs of a rich text are joined; phonetic guides are left out.
    init(_ part: WorkbookPart, limit: Int) throws(TabularError) {
        var events = XMLEvents()
        var phonetics = 0
        while try part.next(&events) {
            for event in events.list {
                #if FUZZ_PLANT
                    if event.kind == .text, phonetics == 2 { plantedRead(phonetics) }
                #endif
                switch (event.kind, Name(rawValue: event.name)) {
                case (.start, .phonetic): phonetics += 1
                case (.end, .phonetic): phonetics -= 1
                case (.text, .text) where phonetics == 0:
                    text.append(contentsOf: events.text[Int(event.start)..<Int(event.end)])
                case (.end, .item): endItem()
                default: break
                }
            }
            guard text.count <= limit, ends.count <= limit else {
                throw part.fault(.workbookLimit, .exceeded("sharedStringBytes", limit))
            }
        }
    }

    /// Names of elements, for reading the part.
    static let names = ["si", "t", "rPh"]

    private enum Name: Int32 {
        case item, text, phonetic
    }

    /// The text of this number; `nil` if there is none.
    func text(at index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return text[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    private mutating func endItem() {
        let start = ends.last ?? 0
        if let plain = CellText.undoingEscapes(text[start...]) {
            text.removeSubrange(start...)
            text.append(contentsOf: plain)
        }
        ends.append(text.count)
    }
}
