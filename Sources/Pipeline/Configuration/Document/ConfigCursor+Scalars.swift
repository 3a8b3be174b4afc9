/// A share of a whole, exact to a millionth.
package struct Share: Hashable, Comparable, Sendable {
    /// 1,000,000 is the whole.
    package let millionths: Int

    package init(millionths: Int) { self.millionths = millionths }
    package static func < (left: Share, right: Share) -> Bool { left.millionths < right.millionths }

    /// Whether `part` of `whole` is more than this share. Nothing of nothing is not.
    package func isExceeded(by part: Int, of whole: Int) -> Bool { part * 1_000_000 > millionths * whole }
}

extension Share: CustomStringConvertible {
    /// `2.5%`.
    package var description: String {
        let fraction = String(1_000_000 + millionths % 10_000 * 100).dropFirst()
        let digits = fraction.reversed().drop { $0 == "0" }.reversed()
        return "\(millionths / 10_000)" + (digits.isEmpty ? "" : "." + String(digits)) + "%"
    }
}

extension ConfigCursor {
    /// A text that is not empty.
    func text() -> String? {
        if case .scalar(let text) = node.content, !text.isEmpty { return text }
        return wrong(.text)
    }

    /// A single character.
    func character() -> String? {
        guard let text = text() else { return nil }
        return text.unicodeScalars.count == 1 ? text : wrong(.character)
    }

    /// A whole number in a range; `_` and `,` may group its digits.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let value = Int(scalar.filter { $0 != "_" && $0 != "," }) else { return wrong(.integer) }
        return checked(value, in: range, as: "\(range.lowerBound)–\(range.upperBound)")
    }

    /// A share written `5%`, `2.5%` or `0.05`.
    func share(in range: ClosedRange<Int> = 0...1_000_000) -> Share? {
        let isPercent = scalar.hasSuffix("%")
        let digits = isPercent ? String(scalar.dropLast()) : scalar
        guard let value = Decimals.scaled(digits, places: isPercent ? 4 : 6) else { return wrong(.share) }
        let bounds = "\(Share(millionths: range.lowerBound))–\(Share(millionths: range.upperBound))"
        return checked(value, in: range, as: bounds).map(Share.init)
    }

    /// yes, no, true, false, 是 or 否.
    func flag() -> Bool? {
        switch scalar.lowercased() {
        case "yes", "true", "是": true
        case "no", "false", "否": false
        default: wrong(.flag)
        }
    }

    /// A duration in milliseconds, `200ms`, `2s`, `1min`.
    func milliseconds(in range: ClosedRange<Int>) -> Int? {
        let units = [("ms", 1), ("min", 60_000), ("s", 1000)]
        guard let value = scaled(by: units) else { return wrong(.duration) }
        return checked(value, in: range, as: "\(range.lowerBound)ms–\(range.upperBound)ms")
    }

    /// A size in bytes, `512`, `64KiB`, `1MiB`, `4GiB`.
    func byteCount(in range: ClosedRange<Int>) -> Int? {
        let units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("", 1)]
        guard let value = scaled(by: units) else { return wrong(.size) }
        return checked(value, in: range, as: "\(range.lowerBound)–\(range.upperBound)")
    }

    /// Digits, so many of them; kept as text, because codes may begin with 0.
    func digits(in range: ClosedRange<Int>) -> String? {
        guard let text = text() else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return wrong(.integer) }
        if range.contains(text.utf8.count) { return text }
        report(
            .outOfRange(
                range.lowerBound == range.upperBound
                    ? "×\(range.lowerBound)" : "×\(range.lowerBound)–\(range.upperBound)"))
        return nil
    }

    /// One of a closed list of words.
    func word<Word: RawRepresentable & CaseIterable>(_ kind: NameKind) -> Word? where Word.RawValue == String {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text) { return word }
        report(.unknownWord(kind), candidates: Word.allCases.map(\.rawValue))
        return nil
    }

    /// One of the names given; reported if it is none of them.
    func name(_ kind: NameKind, among names: [String]) -> String? {
        guard let text = text() else { return nil }
        if names.contains(text) { return text }
        report(.unknownWord(kind), candidates: names)
        return nil
    }

    private func wrong<Value>(_ expected: ExpectedValue) -> Value? {
        report(.wrongType(expected: expected))
        return nil
    }

    private func checked(_ value: Int, in range: ClosedRange<Int>, as bounds: String) -> Int? {
        if range.contains(value) { return value }
        report(.outOfRange(bounds))
        return nil
    }

    private func scaled(by units: [(suffix: String, factor: Int)]) -> Int? {
        guard let unit = units.first(where: { scalar.hasSuffix($0.suffix) }) else { return nil }
        let digits = scalar.dropLast(unit.suffix.count).filter { $0 != " " && $0 != "_" }
        guard let number = Int(digits), number >= 0 else { return nil }
        let (product, overflows) = number.multipliedReportingOverflow(by: unit.factor)
        return overflows ? nil : product
    }
}
