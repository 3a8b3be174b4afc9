package import Roster

/// Rows of one source made typed records.
///
/// The key alone is cheap and is read of every row; the fields are read only of rows that belong to somebody.
package struct RecordParser: Sendable {
    private let keys: KeyReader
    private let keyColumns: [(index: Int, heading: String)]
    /// Columns of which one has to be filled for a row to say anything; empty if every row does.
    private let answerColumns: [Int]
    private let content: Content
    private let identity: IdentityReader
    private let nullMarks: NullMarks

    private enum Content: Sendable {
        case roster(RegistrationReader)
        case observations(any ObservationReader)
    }

    /// A parser for the rows of a layout in a month.
    package init(layout: SourceLayout, context: ParsingContext) {
        let columns = ColumnFinder(layout: layout, acceptsSerials: context.acceptsSerials)
        keys = KeyReader(layout, context)
        keyColumns = layout.fields.enumerated().filter(\.element.isKey).map { item in
            (item.offset, item.element.headings.first ?? item.element.field.rawValue)
        }
        let answers = layout.kind.answerFields
        answerColumns = layout.fields.indices.filter { answers.contains(layout.fields[$0].field) }
        identity = IdentityReader(columns, idHeading: keys.idHeading, regions: context.regions)
        nullMarks = context.nullMarks
        content =
            if let reader = layout.kind.reader(columns) {
                .observations(reader)
            } else {
                .roster(RegistrationReader(columns, regions: context.regions))
            }
    }

    /// By what a row names its person.
    package func key(of cells: RowCells) -> RecordKey {
        keys.key(of: cells)
    }

    /// By what a row names its person, whose ID number has been looked up already.
    package func key(of cells: RowCells, id: IDNumber) -> RecordKey {
        keys.key(of: cells, id: id)
    }

    /// The record of a row. The values stand in the layout's order of fields.
    package func parse(_ values: [String], employers: inout EmployerPool) -> ParsedRecord {
        parse(RowCells(values), employers: &employers)
    }

    /// The record of a row.
    package func parse(_ cells: RowCells, employers: inout EmployerPool) -> ParsedRecord {
        parse(cells, key: key(of: cells), employers: &employers)
    }

    /// The record of a row whose key has been read.
    package func parse(_ cells: RowCells, key: RecordKey, employers: inout EmployerPool) -> ParsedRecord {
        var row = RowReader(cells, nullMarks: nullMarks)
        swap(&row.employers, &employers)
        defer { swap(&row.employers, &employers) }
        var record = ParsedRecord(key: key)
        if isUnanswered(row) { return record }
        for column in keyColumns { row.requireValue(at: column.index, heading: column.heading) }
        if row.defect == nil { read(cells, &row, into: &record) }
        if let defect = row.defect {
            (record.observation, record.registration, record.defect) = (nil, nil, defect)
        } else {
            record.findings = row.findings
        }
        return record
    }

    /// Whether the row asks and nobody has answered: a record that says nothing.
    private func isUnanswered(_ row: RowReader) -> Bool {
        !answerColumns.isEmpty && answerColumns.allSatisfy { row.isEmpty(at: $0) }
    }

    private func read(_ cells: RowCells, _ row: inout RowReader, into record: inout ParsedRecord) {
        switch content {
        case .observations(let reader):
            record.observation = reader.observation(&row)
            identity.remark(on: record.key, &row)
        case .roster(let reader):
            let columns = identity.remark(on: record.key, &row)
            record.registration = reader.registration(
                record.key, idAsWritten: keys.idAsWritten(cells, read: record.key.id), columns: columns, &row)
        }
    }
}

/// Reads what the rows of one kind of source say.
protocol ObservationReader: Sendable {
    /// A reader for the columns of a layout.
    init(_ columns: ColumnFinder)

    /// What a row says, or `nil` if it lacks what it can't be without.
    func observation(_ row: inout RowReader) -> Observation?
}

extension SourceKind {
    /// The reader of this kind's rows; `nil` for the roster of registrations.
    func reader(_ columns: ColumnFinder) -> (any ObservationReader)? {
        switch self {
        case .unemployed: nil
        case .insurance: ContributionReader(columns)
        case .pension: PensionReader(columns)
        case .unemploymentBenefit: BenefitReader(columns)
        case .lowIncome: LowIncomeReader(columns)
        case .business: BusinessReader(columns)
        case .disability: DisabilityReader(columns)
        case .death: DeathReader(columns)
        case .household: HouseholdReader(columns)
        case .status: SpellReader(columns)
        case .category: CategoryReader(columns)
        case .certificate: CertificateReader(columns)
        case .service: ServiceReader(columns)
        case .loan: LoanReader(columns)
        case .survey: SurveyReader(columns)
        case .flexibleSubsidy: FlexibleSubsidyReader(columns)
        }
    }
}
