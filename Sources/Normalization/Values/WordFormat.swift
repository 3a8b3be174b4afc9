/// An enumeration whose raw values are words of the program.
typealias FieldWord = RawRepresentable<String> & CaseIterable & Sendable

/// One of the program's words; a layout's code list says what a file writes for each.
struct WordFormat<Word: FieldWord>: ValueFormat {
    let expectation = "代码表中的值"
    let acceptsUnlisted = false

    private let words: [(bytes: [UInt8], word: Word)]

    init() {
        words = Word.allCases.map { (Array($0.rawValue.utf8), $0) }
    }

    func value(of text: Span<UInt8>) -> Word? {
        words.first { text.equals($0.bytes) }?.word
    }
}

/// 是 or 否.
enum Answer: String, CaseIterable {
    case yes = "是"
    case no = "否"
}
