import Roster
import Testing

@testable import Normalization

@Suite("Normalising twice is normalising once")
struct NormalisingTwiceTests {
    /// Pieces of which cells are made, among them everything that is folded, dropped or counted.
    static let pieces = [
        "4", "0", "1", "2026", "440203", "19900101", "001", "X", "x", "Ｘ", "×", "*", "＊", "#", "●", "XX", "'", "\"",
        "=",
        "“", "”", "’", " ", "\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF}", "\t", ".", ",", "-", "/", "年", "月", "日", "E",
        "+",
        "１", "王", "H", "%", "元", "￥", "00000", "B1", "",
    ]

    /// Texts of up to eight pieces.
    static func texts(seed: UInt64, count: Int) -> [String] {
        var state = seed
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        return (0..<count).map { _ in
            (0..<next(below: 9)).map { _ in pieces[next(below: pieces.count)] }.joined()
        }
    }

    static func text(_ reading: IDReading) -> String {
        switch reading {
        case .missing: ""
        case .usable(let number): number.text
        case .masked(let text), .precisionLost(let text), .faulty(let text, _), .otherPaper(let text): text
        }
    }

    @Test("identity numbers", arguments: [UInt64(1), 2, 3])
    func identityNumbers(seed: UInt64) {
        for text in Self.texts(seed: seed, count: 5_000) {
            let reading = Samples.ids.read(text)
            let again = Samples.ids.read(Self.text(reading))
            #expect(again == reading, "seed \(seed), text \(text.debugDescription)")
        }
    }

    @Test("texts, identifiers, credit codes and headings", arguments: [UInt64(4), 5])
    func texts(seed: UInt64) {
        for text in Self.texts(seed: seed, count: 3_000) {
            let trimmed = CellText.trimmed(text)
            #expect(CellText.trimmed(trimmed) == trimmed)
            let heading = HeadingText.folded(text)
            #expect(HeadingText.folded(heading) == heading)
            if let identifier = IdentifierFormat().value(ofCell: text) {
                #expect(IdentifierFormat().value(ofCell: identifier) == identifier, "text \(text.debugDescription)")
            }
            if let code = CreditCodeFormat().value(ofCell: text) {
                #expect(CreditCodeFormat().value(ofCell: code) == code, "text \(text.debugDescription)")
            }
        }
    }

    @Test("days, months and amounts", arguments: [UInt64(6), 7])
    func values(seed: UInt64) {
        for text in Self.texts(seed: seed, count: 5_000) {
            if let day = DayFormat(acceptsSerials: true).value(ofCell: text) {
                #expect(DayFormat().value(ofCell: day.description) == day)
            }
            if let month = MonthFormat(acceptsSerials: true).value(ofCell: text) {
                #expect(MonthFormat().value(ofCell: month.description) == month)
            }
            if let money = MoneyFormat().value(ofCell: text) {
                #expect(MoneyFormat().value(ofCell: money.description) == money)
            }
        }
    }
}
