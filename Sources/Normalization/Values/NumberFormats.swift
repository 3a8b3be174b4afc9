import Roster

/// An amount in yuan, `1,830.00`, with or without `¥` and `元`.
struct MoneyFormat: ValueFormat {
    let expectation = "金额（如 1830.00）"

    func value(of text: Span<UInt8>) -> Money? {
        var bounds = 0..<text.count
        if text.starts(with: "¥") || text.starts(with: "￥") {
            bounds = (text[0] == 0xC2 ? 2 : 3)..<bounds.upperBound
        }
        if text.extracting(bounds).ends(with: "元") { bounds = bounds.lowerBound..<bounds.upperBound - 3 }
        return DecimalText(text.extracting(bounds)).map { Money(fen: $0.hundredths) }
    }
}

/// A whole number that is not negative, `1,200` or `12.0`.
struct CountFormat: ValueFormat {
    let expectation = "整数（如 12）"

    func value(of text: Span<UInt8>) -> Int? {
        guard let number = DecimalText(text), number.isWhole, number.hundredths >= 0 else { return nil }
        return Int(number.hundredths / 100)
    }
}

/// A yearly rate in percent, `3.45` or `3.45%`, in basis points.
struct RateFormat: ValueFormat {
    let expectation = "百分数（如 3.45）"

    func value(of text: Span<UInt8>) -> Int? {
        let digits = text.ends(with: "%") ? text.extracting(0..<text.count - 1) : text
        return DecimalText(digits).map { Int($0.hundredths) }
    }
}
