import Roster

/// Reads by what a record names its person. A class, because a copy of its many columns would cost more than a row.
final class KeyReader: Sendable {
    private let number: Column<IdentifierFormat>
    private let id: Column<FreeTextFormat>
    private let name: Column<FreeTextFormat>
    private let birthDate: Column<DayFormat>
    private let birthMonth: Column<MonthFormat>
    private let sex: Column<WordFormat<Sex>>
    private let phone: Column<FreeTextFormat>
    private let region: Column<FreeTextFormat>
    private let isCertificate: Bool
    private let ids: IDParser

    /// A reader for a layout. In rosters of disability certificates the certificate number holds the ID number;
    /// the person of a business is its owner.
    init(_ layout: SourceLayout, _ context: ParsingContext) {
        let columns = ColumnFinder(layout: layout, acceptsSerials: context.acceptsSerials)
        isCertificate = layout.kind == .disability
        number = columns.identifier(.registrationNumber)
        id = columns.text(isCertificate ? .certificateNumber : .idNumber)
        name = columns.text(layout.kind == .business ? .ownerName : .name)
        birthDate = columns.day(.birthDate)
        birthMonth = columns.month(.birthMonth)
        sex = columns.word(.sex, Sex.self)
        phone = columns.text(.phone)
        region = columns.text(.region)
        ids = IDParser(rules: context.idRules, nullMarks: context.nullMarks, asOf: context.month.lastDay)
    }

    /// Heading of the column that holds the ID number.
    var idHeading: String { id.heading }

    /// The key of a row.
    func key(of row: RowReader) -> RecordKey {
        var key = RecordKey(registrationNumber: row.text(number), id: reading(row), name: row.text(name))
        if key.id.number == nil {
            key.sex = row.value(sex)
            key.birthMonth = row.value(birthDate)?.month ?? row.value(birthMonth)
        }
        return key
    }

    /// The key of a row whose ID number is known to be this one.
    func key(of row: RowReader, id: IDNumber) -> RecordKey {
        RecordKey(registrationNumber: row.text(number), id: .usable(id), name: row.text(name))
    }

    /// All that a row says of its person, for comparison with the people whose number it does not give.
    func traits(of row: RowReader, key: RecordKey) -> PersonTraits {
        let birth = row.value(birthDate)?.description ?? row.value(birthMonth)?.description
        return PersonTraits { field in
            switch field {
            case .name: key.name
            case .idNumber: key.id.comparableText
            case .sex: row.value(sex)?.rawValue ?? ""
            case .birthDate: birth.map(digits) ?? ""
            case .phone: digits(row.text(phone))
            case .region: digits(row.text(region))
            }
        }
    }

    /// The ID number field as the file wrote it, trimmed; `nil` if it writes no more than the number that was read.
    func idAsWritten(_ row: RowReader, read: IDReading) -> String? {
        guard let index = id.index else { return nil }
        return row.cells.with(index) { cell in
            let text = cell.extracting(CellText.bounds(cell))
            let isPlain = read.number != nil && text.count == 18 && IDDigits(text) != nil
            return isPlain ? nil : CellText.string(text)
        }
    }

    private func reading(_ row: RowReader) -> IDReading {
        guard let index = id.index else { return .missing }
        if isCertificate {
            let certificate = row.cells.with(index) { DisabilityNumber($0) }
            return ids.read(certificate.idText)
        }
        return row.cells.with(index) { cell in ids.read(cell) { hint(row) } }
    }

    private func hint(_ row: RowReader) -> BirthHint? {
        if let day = row.value(birthDate) { return .day(day) }
        return row.value(birthMonth).map(BirthHint.month)
    }
}
