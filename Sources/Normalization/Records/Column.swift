import Roster

/// A field of a layout together with the type of its values.
struct Column<Format: ValueFormat>: Sendable {
    /// Index in the layout's order, or `nil` if the layout lacks the field.
    let index: Int?
    /// The name used in messages.
    let heading: String
    let isKey: Bool
    let format: Format
    /// The layout's code list, with cleaned keys; empty if it has none.
    private let codes: [(key: [UInt8], value: Format.Value)]

    /// The column of a field in a layout. Code list entries whose word is no value of the format are left out.
    init(_ field: FieldName, in layout: SourceLayout, as format: Format) {
        index = layout.fields.firstIndex { $0.field == field }
        let declared = index.map { layout.fields[$0] }
        heading = declared?.heading ?? field.rawValue
        isKey = declared?.isKey ?? false
        self.format = format
        let entries = (declared?.codes ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        codes = entries.compactMap { entry in
            let key = CellText.trimmed(entry.key)
            guard let value = format.value(ofCell: entry.value) else { return nil }
            return (CellText.folded(key.utf8Span.span, keepingSpaces: true), value)
        }
    }

    /// Whether the layout has a code list for the field.
    var hasCodes: Bool { !codes.isEmpty }

    /// The value of a trimmed text that is not empty, or `nil` if it has none.
    func value(of text: Span<UInt8>) -> Format.Value? {
        guard hasCodes else { return format.value(ofTrimmed: text) }
        return listed(text) ?? (format.acceptsUnlisted ? format.value(ofTrimmed: text) : nil)
    }

    private func listed(_ text: Span<UInt8>) -> Format.Value? {
        if CellText.isASCII(text) { return codes.first { text.equals($0.key) }?.value }
        let folded = CellText.folded(text, keepingSpaces: true)
        return codes.first { $0.key == folded }?.value
    }
}

/// Finds the columns of a layout: each function gives the column of a field with values of one type.
struct ColumnFinder {
    let layout: SourceLayout
    let acceptsSerials: Bool

    func text(_ field: FieldName) -> Column<FreeTextFormat> { column(field, FreeTextFormat()) }
    func identifier(_ field: FieldName) -> Column<IdentifierFormat> { column(field, IdentifierFormat()) }
    func certificateNumber(_ field: FieldName) -> Column<CertificateNumberFormat> {
        column(field, CertificateNumberFormat())
    }
    func creditCode(_ field: FieldName) -> Column<CreditCodeFormat> { column(field, CreditCodeFormat()) }
    func region(_ field: FieldName, digits: Int = 6) -> Column<RegionFormat> {
        column(field, RegionFormat(digits: digits))
    }
    func day(_ field: FieldName) -> Column<DayFormat> { column(field, DayFormat(acceptsSerials: acceptsSerials)) }
    func month(_ field: FieldName) -> Column<MonthFormat> { column(field, MonthFormat(acceptsSerials: acceptsSerials)) }
    func money(_ field: FieldName) -> Column<MoneyFormat> { column(field, MoneyFormat()) }
    func count(_ field: FieldName) -> Column<CountFormat> { column(field, CountFormat()) }
    func rate(_ field: FieldName) -> Column<RateFormat> { column(field, RateFormat()) }
    func answer(_ field: FieldName) -> Column<AnswerFormat> { column(field, AnswerFormat()) }
    func word<Word: FieldWord>(_ field: FieldName, _ type: Word.Type) -> Column<WordFormat<Word>> {
        column(field, WordFormat())
    }

    private func column<Format>(_ field: FieldName, _ format: Format) -> Column<Format> {
        Column(field, in: layout, as: format)
    }
}
