import Roster

/// People as rows of all tables, ready to be written: cells, seals, and the bytes over which the digests go.
///
/// Only keys that the tables give are missing. A batch is made of its people alone, so batches can be made side by side.
package struct PeopleRows: Sendable {
    let people: [PersonRows]
    /// The canonical bytes of each table's rows.
    let bytes: [CanonicalQuery: [UInt8]]

    /// The rows of people in ascending order of registration numbers.
    package init(_ people: [PersonMonth]) {
        var tables = TableSerializers()
        self.people = people.map { PersonRows($0, &tables) }
        bytes = tables.bytes
    }
}

/// The rows of one person.
struct PersonRows: Sendable {
    /// Registration number.
    let number: String
    /// Columns of `people`.
    let person: [Cell]
    /// Tells versions of them apart.
    let fingerprint: Int64
    /// Columns of `statuses` before the evidence.
    let decision: [Cell]
    /// The evidence that the status rests on, best first.
    let named: [RecordReference]
    /// Seal of the row in `statuses`.
    let seal: Int64
    /// Rows of `evidence`, in their order.
    let evidence: [EvidenceRow]
    /// Columns of `surveys`, the seal last.
    let surveys: [[Cell]]
    /// Rows of `employer_months`, each month and employer once.
    let employerMonths: [EmployerMonth]
    /// Columns of `changes`.
    let change: [Cell]?
    /// Columns of `listed`, the seal last.
    let listed: [Cell]?

    /// A row of `evidence` and the columns of its row in `records`.
    struct EvidenceRow: Sendable {
        let reference: RecordReference
        let record: [Cell]
        /// Tells the records of a person apart.
        let fingerprint: Int64
        let seal: Int64
    }

    fileprivate init(_ person: PersonMonth, _ tables: inout TableSerializers) {
        number = person.row.registrationNumber
        let cells = StatusCells(person.row, lastContactOn: person.lastContactOn, lastWorkedIn: person.lastWorkedIn)
        (self.person, decision, named) = (cells.person, cells.decision, person.row.evidence)
        let first = Cell.text(number)
        fingerprint = tables.statuses.beginRow(first, cells.person)
        seal = tables.statuses.finishRow(cells.decision, StatusCells.evidence(named))
        evidence = person.evidence.map { EvidenceRow($0, first, &tables.evidence) }
        surveys = SurveyAnswer.distinct(person.surveys).map { answer in
            let cells = answer.keyCells + answer.remarkCells
            return cells + [.integer(tables.surveys.row([first], cells))]
        }
        employerMonths = EmployerMonth.distinct(person.employerMonths)
        for month in employerMonths {
            _ = tables.employerMonths.row(
                [first, Cell(month.month.index), .text(month.employerKey), .text(month.employerName)], month.flagCells)
        }
        change = person.change.map { change in
            let cells = change.cells
            _ = tables.changes.row([Cell(0), first], cells)
            return cells
        }
        listed = person.listed.map { note in
            let cells = note.cells
            return cells + [.integer(tables.listed.row([first], cells))]
        }
    }
}

extension PersonRows.EvidenceRow {
    fileprivate init(_ assessed: AssessedEvidence, _ number: Cell, _ table: inout RowSerializer) {
        let record = EvidenceRecord(assessed)
        (reference, self.record) = (record.reference, record.cells)
        fingerprint = table.fingerprint(self.record)
        let place: [Cell] = [.text(reference.source.text), .text(reference.file), Cell(reference.row)]
        seal = table.row([number, self.record[0]], place, Array(self.record.dropFirst()))
    }
}

extension EmployerMonth {
    /// Columns of `employer_months` behind the employer.
    var flagCells: [Cell] { [Cell(isStrong), Cell(isPaid)] }
}

/// A serializer a table.
private struct TableSerializers {
    var statuses = RowSerializer()
    var evidence = RowSerializer()
    var surveys = RowSerializer()
    var employerMonths = RowSerializer()
    var changes = RowSerializer()
    var listed = RowSerializer()

    var bytes: [CanonicalQuery: [UInt8]] {
        [
            .statuses: statuses.bytes, .evidence: evidence.bytes, .surveys: surveys.bytes,
            .employers: employerMonths.bytes, .changes: changes.bytes, .listed: listed.bytes,
        ]
    }
}
