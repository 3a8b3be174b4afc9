package import Roster

/// Rows of a machine table as bytes: UTF-8, LF, quoted by RFC 4180 only where a field needs it.
///
/// Values are appended field by field without making Strings; a batch may be made anywhere and appended to its file
/// later.
package struct CSVText: Sendable {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    /// Finished rows.
    package private(set) var rowCount = 0
    private var isAtRowStart = true

    package init() {}

    /// Forgets what was written and keeps the room.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        (rowCount, isAtRowStart) = (0, true)
    }

    /// Ends the row.
    package mutating func endRow() {
        bytes.append(Byte.lineFeed)
        rowCount += 1
        isAtRowStart = true
    }

    /// Appends a field of text.
    package mutating func add(_ text: String) {
        let start = beginField()
        bytes.append(contentsOf: text.utf8)
        quoteIfNeeded(from: start)
    }

    /// Appends a whole number.
    package mutating func add(_ number: Int) {
        _ = beginField()
        appendDecimal(number)
    }

    /// Appends a whole number, or an empty field.
    package mutating func add(_ number: Int?) {
        if let number { add(number) } else { add("") }
    }

    /// Appends an amount in yuan with two decimals, or an empty field.
    package mutating func add(_ amount: Money?) {
        add(amount?.description ?? "")
    }

    /// Appends `1` or `0`.
    package mutating func add(_ flag: Bool) {
        _ = beginField()
        bytes.append(flag ? Byte.zero + 1 : Byte.zero)
    }

    /// Appends `1` if the field that `write` would append holds anything, else `0`.
    package mutating func addFlag(_ write: (inout CSVText) -> Void) {
        let start = bytes.count + (isAtRowStart ? 0 : 1)
        write(&self)
        let isFilled = bytes.count > start
        bytes.removeSubrange(start...)
        bytes.append(isFilled ? Byte.zero + 1 : Byte.zero)
    }

    /// Appends a day as `2026-10-31`, or an empty field.
    package mutating func add(_ day: Day?) {
        _ = beginField()
        guard let day else { return }
        let parts = day.components
        appendMonth(year: parts.year, month: parts.month)
        bytes.append(Byte.hyphen)
        appendTwoDigits(parts.day)
    }

    /// Appends a month as `2026-10`, or an empty field.
    package mutating func add(_ month: Month?) {
        _ = beginField()
        guard let month else { return }
        appendMonth(year: month.year, month: month.month)
    }

    /// Appends a status by its code, or an empty field.
    package mutating func add(_ status: StatusCode?) {
        add(status?.text ?? "")
    }

    /// Appends several words as one field, joined by `;`.
    package mutating func add(joining words: some Sequence<String>) {
        let start = beginField()
        for word in words {
            separate(from: start)
            bytes.append(contentsOf: word.utf8)
        }
        quoteIfNeeded(from: start)
    }

    /// Appends record references as one field, `source:file:row` joined by `;`.
    package mutating func add(joining references: [RecordReference]) {
        let start = beginField()
        for reference in references {
            separate(from: start)
            bytes.append(contentsOf: reference.source.text.utf8)
            bytes.append(Byte.colon)
            bytes.append(contentsOf: reference.file.utf8)
            bytes.append(Byte.colon)
            appendDecimal(reference.row)
        }
        quoteIfNeeded(from: start)
    }
}

extension CSVText {
    private mutating func beginField() -> Int {
        if isAtRowStart { isAtRowStart = false } else { bytes.append(Byte.comma) }
        return bytes.count
    }

    private mutating func separate(from start: Int) {
        if bytes.count > start { bytes.append(Byte.semicolon) }
    }

    private mutating func quoteIfNeeded(from start: Int) {
        for index in start..<bytes.count where Byte.needsQuotes(bytes[index]) {
            return quote(from: start)
        }
    }

    private mutating func quote(from start: Int) {
        let field = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(Byte.quote)
        for byte in field {
            if byte == Byte.quote { bytes.append(Byte.quote) }
            bytes.append(byte)
        }
        bytes.append(Byte.quote)
    }

    private mutating func appendMonth(year: Int, month: Int) {
        appendTwoDigits(year / 100)
        appendTwoDigits(year % 100)
        bytes.append(Byte.hyphen)
        appendTwoDigits(month)
    }

    private mutating func appendTwoDigits(_ value: Int) {
        bytes.append(Byte.zero + UInt8(truncatingIfNeeded: value / 10))
        bytes.append(Byte.zero + UInt8(truncatingIfNeeded: value % 10))
    }

    private mutating func appendDecimal(_ value: Int) {
        if (0...9).contains(value) {
            bytes.append(Byte.zero + UInt8(truncatingIfNeeded: value))
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
    }
}

/// The bytes that CSV is made of.
private enum Byte {
    static let lineFeed: UInt8 = 0x0A
    static let quote: UInt8 = 0x22
    static let comma: UInt8 = 0x2C
    static let hyphen: UInt8 = 0x2D
    static let zero: UInt8 = 0x30
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B

    static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == quote || byte == comma || byte == lineFeed || byte == 0x0D
    }
}
