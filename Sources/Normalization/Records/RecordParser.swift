package import Roster

/// Rows of one source made typed records.
///
/// The key alone is cheap and is read of every row; the fields are read only of rows that belong to somebody. An object,
/// because its many columns never change.
package final class RecordParser: Sendable {
    private let keys: KeyReader
    private let keyColumns: [(index: Int, heading: String)]
    /// Columns of which one has to be filled for a row to say anything; empty if every row does.
    private let answerColumns: [Int]
    /// The reader of what rows say; `nil` for the roster of registrations.
    private let observations: (any ObservationReader)?
    private let registrations: RegistrationReader?
    private let identity: IdentityReader
    private let nullMarks: NullMarks

    /// A parser for the rows of a layout in a month.
    package init(layout: SourceLayout, context: ParsingContext) {
        let columns = ColumnFinder(layout: layout, acceptsSerials: context.acceptsSerials)
        keys = KeyReader(layout, context)
        keyColumns = layout.fields.enumerated().filter(\.element.isKey).map { item in
            (item.offset, item.element.heading)
        }
        let answers = layout.kind.answerFields
        answerColumns = layout.fields.indices.filter { answers.contains(layout.fields[$0].field) }
        identity = IdentityReader(columns, idHeading: keys.idHeading, regions: context.regions)
        nullMarks = context.nullMarks
        observations = layout.kind.reader(columns)
        registrations = observations == nil ? RegistrationReader(columns, regions: context.regions) : nil
    }

    /// A reader for the rows of a batch, whose cells stand in the layout's order of fields.
    package func reader(of cells: RowCells) -> RowReader {
        RowReader(cells, nullMarks: nullMarks)
    }

    /// By what a row names its person.
    package func key(of row: RowReader) -> RecordKey {
        keys.key(of: row)
    }

    /// By what a row names its person, whose ID number has been looked up already.
    package func key(of row: RowReader, id: IDNumber) -> RecordKey {
        keys.key(of: row, id: id)
    }

    /// All that a row says of its person, beyond its key.
    package func traits(of row: RowReader, key: RecordKey) -> PersonTraits {
        keys.traits(of: row, key: key)
    }

    /// The record of a row.
    package func parse(_ row: RowReader) -> ParsedRecord {
        parse(row, key: key(of: row))
    }

    /// The record of a row whose key has been read.
    package func parse(_ row: RowReader, key: RecordKey) -> ParsedRecord {
        row.forgetFaults()
        var record = ParsedRecord(key: key)
        if isUnanswered(row) { return record }
        for column in keyColumns { row.requireValue(at: column.index, heading: column.heading) }
        if row.defect == nil { read(row, into: &record) }
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

    private func read(_ row: RowReader, into record: inout ParsedRecord) {
        if let observations {
            record.observation = observations.observation(row)
            identity.remark(on: record.key, row)
        } else if let registrations {
            let columns = identity.remark(on: record.key, row)
            record.registration = registrations.registration(
                record.key, idAsWritten: keys.idAsWritten(row, read: record.key.id), columns: columns, row)
        }
    }
}

/// Reads what the rows of one kind of source say.
protocol ObservationReader: Sendable {
    /// A reader for the columns of a layout.
    init(_ columns: ColumnFinder)

    /// What a row says, or `nil` if it lacks what it can't be without.
    func observation(_ row: RowReader) -> Observation?
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
