package import Roster

/// What a value of an unknown column looks like.
package enum ValueShape: String, CaseIterable, Hashable, Sendable {
    /// An identity number of any standing, `idReading` tells which.
    case idNumber = "id_number"
    /// The number of a disability certificate.
    case certificate
    case creditCode = "credit_code"
    case phone
    case day = "date"
    case month
    case region
    case integer
    case money
    /// Two to four Chinese characters, or more with a dot between.
    case name
    /// A longer number or code without meaning of its own.
    case identifier
    case text
}

/// Tells values of unknown columns apart by their shape.
package struct ShapeReader: Sendable {
    private let ids: IDParser
    private let nullMarks: NullMarks
    private let acceptsSerials: Bool

    /// A reader for values as a month's parsers see them.
    package init(_ context: ParsingContext) {
        ids = IDParser(rules: context.idRules, nullMarks: context.nullMarks, asOf: context.month.lastDay)
        nullMarks = context.nullMarks
        acceptsSerials = context.acceptsSerials
    }

    /// The value without blanks around it; `nil` if it is empty or a mark for nothing.
    package func value(of cell: String) -> String? {
        let trimmed = CellText.trimmed(cell)
        return nullMarks.covers(trimmed.utf8Span.span) ? nil : trimmed
    }

    /// What an identity number comes to.
    package func idReading(_ value: String) -> IDReading { ids.read(value) }

    /// All shapes that a value has; `text` alone if it has none.
    package func shapes(of value: String) -> Set<ValueShape> {
        let bytes = CellText.unwrapped(CellText.folded(value.utf8Span.span, keepingSpaces: false))
        var shapes: Set<ValueShape> = []
        if isIDNumber(value, bytes) { shapes.insert(.idNumber) }
        if bytes.count == 20, DisabilityNumber(bytes.span).isWellFormed { shapes.insert(.certificate) }
        if OrganisationNumber(bytes) == .creditCode { shapes.insert(.creditCode) }
        if ShapeReader.isPhone(bytes) { shapes.insert(.phone) }
        addNumbers(value, bytes, to: &shapes)
        if ShapeReader.isName(value) { shapes.insert(.name) }
        if bytes.count >= 6, bytes.allSatisfy(ShapeReader.isCodeCharacter), bytes.contains(where: IDText.isDigit) {
            shapes.insert(.identifier)
        }
        return shapes.isEmpty ? [.text] : shapes
    }

    private func addNumbers(_ value: String, _ bytes: [UInt8], to shapes: inout Set<ValueShape>) {
        let years = 1900...2100
        let day = DayFormat(acceptsSerials: acceptsSerials).value(ofCell: value)
        if let day, years.contains(Int(day.month.year)) { shapes.insert(.day) }
        if let date = DateText(bytes.span), date.day == nil, (1...12).contains(date.month), years.contains(date.year) {
            shapes.insert(.month)
        }
        let isDigits = !bytes.isEmpty && bytes.allSatisfy(IDText.isDigit)
        if isDigits, [6, 9, 12].contains(bytes.count), ShapeReader.isRegion(bytes) { shapes.insert(.region) }
        if isDigits, bytes.count <= 6 { shapes.insert(.integer) }
        let isNumber = !isDigits || bytes.count <= 9
        if isNumber, bytes.count <= 14, MoneyFormat().value(ofCell: value) != nil { shapes.insert(.money) }
    }

    private func isIDNumber(_ value: String, _ bytes: [UInt8]) -> Bool {
        switch ids.read(value) {
        case .usable, .precisionLost: true
        case .masked(let text): text.utf8.count >= 12
        case .faulty: bytes.count == 18 && bytes.dropLast().allSatisfy(IDText.isDigit)
        case .missing, .otherPaper: false
        }
    }

    private static func isPhone(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.filter { $0 != 0x2D }
        guard digits.allSatisfy(IDText.isDigit) else { return false }
        if digits.count == 11, digits[0] == 0x31, (0x33...0x39).contains(digits[1]) { return true }
        return digits[...].first == 0x30 && (10...12).contains(digits.count) && digits.count < bytes.count
    }

    private static func isRegion(_ bytes: [UInt8]) -> Bool {
        (0x31...0x38).contains(bytes[0]) && (bytes[2] != 0x30 || bytes[3] != 0x30 || bytes.count == 6)
    }

    private static func isCodeCharacter(_ byte: UInt8) -> Bool {
        IDText.isDigit(byte) || IDText.isLetter(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2F
    }

    /// Two to four Han characters with placeholders for unwritable ones among them, or several such parts with dots.
    private static func isName(_ value: String) -> Bool {
        let scalars = value.unicodeScalars.filter { !$0.properties.isWhitespace }
        let dots: Set<Unicode.Scalar> = ["·", "•", "．", "・", "‧", "."]
        let holders: Set<Unicode.Scalar> = ["?", "？", "□", "*", "＊", "〓"]
        let han = scalars.count { isHan($0) }
        guard han >= 1, scalars.allSatisfy({ isHan($0) || dots.contains($0) || holders.contains($0) }) else {
            return false
        }
        let hasDot = scalars.contains(where: dots.contains)
        return hasDot ? scalars.count <= 20 : (2...4).contains(scalars.count)
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xE000...0xF8FF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
