package import Roster

/// Reads fields that should hold an identity number.
///
/// A number is usable with 18 characters, the right check character (GB 11643-1999), a known prefix and a birth date
/// from 1900 up to the day of reading; or with 15 digits that can be upgraded to that. Nothing is ever repaired.
package struct IDParser: Sendable {
    private let rules: IDRules
    private let nullMarks: NullMarks
    private let asOf: Day
    private let earliest = Day(number: -25_567)

    /// A parser for data as of a day: nobody is born after it.
    package init(rules: IDRules, nullMarks: NullMarks = .usual, asOf: Day) {
        self.rules = rules
        self.nullMarks = nullMarks
        self.asOf = asOf
    }

    /// What a field holds. `birth` tells what a birth date column of the same row says; it is asked only of a number of
    /// 15 digits, whose upgrade it may forbid.
    package func read(_ field: String, birth: () -> BirthHint? = { nil }) -> IDReading {
        read(field.utf8Span.span, birth: birth)
    }

    /// What a field holds, given as its bytes in UTF-8.
    func read(_ bytes: Span<UInt8>, birth: () -> BirthHint?) -> IDReading {
        if bytes.count == 18, let digits = IDDigits(bytes) { return judge(digits) { CellText.string(bytes) } }
        let trimmed = bytes.extracting(CellText.bounds(bytes))
        if nullMarks.covers(trimmed) { return .missing }
        return classify(IDText(trimmed), birth: birth)
    }

    private func classify(_ folded: IDText, birth: () -> BirthHint?) -> IDReading {
        let bytes = folded.bytes
        if nullMarks.covers(bytes.span) { return .missing }
        if folded.isMasked { return .masked(folded.text) }
        if folded.isScientific { return .precisionLost(folded.text) }
        if let digits = IDDigits(bytes.span) { return judge(digits) { folded.text } }
        if bytes.count == 15, bytes.allSatisfy(IDText.isDigit) { return upgrade(folded, birth: birth) }
        return OtherPaper.reading(folded)
    }

    private func judge(_ digits: IDDigits, text: () -> String) -> IDReading {
        if digits.areAllEqual { return .faulty(text(), .placeholder) }
        guard digits.hasRightCheck else {
            return digits.endsInZeros ? .precisionLost(text()) : .faulty(text(), .checkDigit)
        }
        guard rules.knows(digits[0], digits[1], digits[2]) else { return .faulty(text(), .province) }
        guard let birth = digits.birthDate, birth >= earliest, birth <= asOf else {
            return .faulty(text(), .birthDate)
        }
        return .usable(digits.number)
    }

    /// The number of 18 characters for one of 15 digits: `19` before the year, a check character behind.
    private func upgrade(_ folded: IDText, birth: () -> BirthHint?) -> IDReading {
        let old = folded.bytes
        if old.allSatisfy({ $0 == old[0] }) { return .faulty(folded.text, .placeholder) }
        var new = old[0..<6] + [0x31, 0x39] + old[6...]
        new.append(IDNumber.checkCharacter(of: new))
        guard let digits = IDDigits(Array(new).span) else { return .faulty(folded.text, .shape) }
        let reading = judge(digits) { folded.text }
        guard let date = reading.number?.birthDate else { return reading }
        let sequence = String(decoding: old[12...], as: UTF8.self)
        let isCentenarian = sequence >= "996"
        let contradicts = birth().map { !$0.agrees(with: date) } ?? false
        return isCentenarian || contradicts ? .faulty(folded.text, .notUpgraded) : reading
    }
}
