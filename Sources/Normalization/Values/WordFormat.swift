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

/// Yes or no.
enum Answer: String, CaseIterable {
    case yes
    case no
}

/// Yes or no, by the program's words or as 是 and 否.
struct AnswerFormat: ValueFormat {
    let expectation = "是或否"
    let acceptsUnlisted = false

    private let words = WordFormat<Answer>()

    func value(of text: Span<UInt8>) -> Answer? {
        if text.equals([0xE6, 0x98, 0xAF]) { return .yes }
        if text.equals([0xE5, 0x90, 0xA6]) { return .no }
        return words.value(of: text)
    }
}
