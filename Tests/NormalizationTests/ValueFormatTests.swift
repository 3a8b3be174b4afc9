import Roster
import Testing

@testable import Normalization

@Suite("Values of cells")
struct ValueFormatTests {
    @Test(
        "days in every form of the exports",
        arguments: [
            "2026-10-08", "20261008", "2026/10/08", "2026/10/8", "2026年10月8日", "2026年10月08日", "2026.10.08",
            "2026-10-08 09:15", "2026-10-08T09:15:00Z", "20261008091500", "2026年10月8日 9时15分", " 2026-10-08\u{3000}",
            "２０２６－１０－０８", "２０２６年１０月８日", "2026/10/8 0:00:00", "20261008 0915",
        ])
    func days(text: String) {
        #expect(DayFormat().value(ofCell: text)?.description == "2026-10-08")
    }

    @Test(
        "what is no day",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-10-32", "202610", "2026-10", "2026-10/08", "20261308", "10-08-2026",
            "2026-10-08约", "2026-10-08 约", "46303", "2026月10月8日", "26-10-08", "2026-10-8-", "明天", "2026100",
        ])
    func noDays(text: String) {
        #expect(DayFormat().value(ofCell: text) == nil)
    }

    @Test("serial numbers are days in workbooks only", arguments: ["46303", "46303.0", "46303.39583"])
    func serials(text: String) {
        #expect(DayFormat(acceptsSerials: true).value(ofCell: text)?.description == "2026-10-08")
        #expect(DayFormat().value(ofCell: text) == nil)
        #expect(MonthFormat(acceptsSerials: true).value(ofCell: text)?.description == "2026-10")
    }

    @Test(
        "months in every form of the exports",
        arguments: [
            "202610", "2026-10", "2026年10月", "2026/10", "2026.10", "２０２６１０", "2026-10-01", "20261001", "2026年10月1日",
        ])
    func months(text: String) {
        #expect(MonthFormat().value(ofCell: text)?.description == "2026-10")
    }

    @Test(
        "what is no month", arguments: ["202613", "2026-00", "2026", "2026-10-", "20261", "2026年10", "20261032", "-"])
    func noMonths(text: String) {
        #expect(MonthFormat().value(ofCell: text) == nil)
    }

    @Test(
        "amounts in fen",
        arguments: [
            ("1830.00", 183_000), ("1830", 183_000), ("1,830.5", 183_050), ("￥1,234,567.89", 123_456_789),
            ("¥12元", 1200), ("-300.00", -30_000), ("１８３０．００", 183_000), ("0.005", 1), ("0.0049", 0), ("-0.005", -1),
            ("+7", 700), ("1830.0000000001", 183_000),
        ])
    func money(text: String, fen: Int64) {
        #expect(MoneyFormat().value(ofCell: text) == Money(fen: fen))
    }

    @Test("what is no amount", arguments: ["1,83", "1,8300", ",183", "1.", ".5", "12a", "1 830", "--1", "", "1,", "元"])
    func noMoney(text: String) {
        #expect(MoneyFormat().value(ofCell: text) == nil)
    }

    @Test("whole numbers", arguments: [("12", 12), ("12.0", 12), ("1,200", 1200), ("１２", 12), ("0", 0)])
    func counts(text: String, value: Int) {
        #expect(CountFormat().value(ofCell: text) == value)
    }

    @Test("what is no whole number", arguments: ["12.5", "-1", "十二", "0.001"])
    func noCounts(text: String) {
        #expect(CountFormat().value(ofCell: text) == nil)
    }

    @Test(
        "rates in basis points", arguments: [("3.45", 345), ("3.45%", 345), ("３．４５％", 345), ("4", 400), ("3.455", 346)])
    func rates(text: String, points: Int) {
        #expect(RateFormat().value(ofCell: text) == points)
    }

    @Test("yes and no", arguments: [("是", Answer.yes), ("否", .no), ("yes", .yes), (" 否 ", .no)])
    func answers(text: String, answer: Answer) {
        #expect(AnswerFormat().value(ofCell: text) == answer)
    }

    @Test(
        "region codes are cut to their level",
        arguments: [
            ("440203", 6, "440203"), ("440203001", 6, "440203"), ("440203001002", 9, "440203001"),
            ("４４０２０３００１", 9, "440203001"), ("'440203001", 9, "440203001"), ("440203", 9, "440203"),
        ])
    func regions(text: String, digits: Int, code: String) {
        #expect(RegionFormat(digits: digits).value(ofCell: text) == code)
    }

    @Test("what is no region code", arguments: ["44020", "44020A", "4402031", "韶关"])
    func noRegions(text: String) {
        #expect(RegionFormat(digits: 9).value(ofCell: text) == nil)
    }

    @Test(
        "credit codes in upper case and half width",
        arguments: ["92440203ma5x2k1p2t", "９２440203MA5X2K1P2T", "'92440203MA5X2K1P2T ", "=\"92440203MA5X2K1P2T\""])
    func creditCodes(text: String) {
        #expect(CreditCodeFormat().value(ofCell: text) == "92440203MA5X2K1P2T")
    }

    @Test("null marks in any case and width", arguments: ["-", "－", "—", "无", "NULL", "null", "ＮＵＬＬ", "/", "／"])
    func nullMarks(text: String) {
        let longer = text + "1"
        let (isMark, isLongerMark) = (
            NullMarks.usual.covers(text.utf8Span.span), NullMarks.usual.covers(longer.utf8Span.span)
        )
        #expect(isMark)
        #expect(!isLongerMark)
    }

    @Test(
        "a value written in the program's own form is read as itself",
        arguments: ["2026-10-08", "1999-02-28", "2024-02-29"])
    func idempotent(text: String) throws {
        let day = try #require(DayFormat().value(ofCell: text))
        #expect(DayFormat().value(ofCell: day.description) == day)
        #expect(MonthFormat().value(ofCell: day.month.description) == day.month)
        let money = Money(fen: Int64(day.number) * 7)
        #expect(MoneyFormat().value(ofCell: money.description) == money)
    }
}
