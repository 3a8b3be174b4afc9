import Normalization
import Roster
import Tabular

/// Goes through rows of one table as a run would, but looks at the fields of every row, whomever it concerns.
struct RowAudit {
    /// Counts as a run takes them, as far as rows were looked at.
    private(set) var yield = BatchYield()
    private(set) var findings = RowFindings()
    /// Values that a field holds, by its place in the layout.
    private(set) var filled: [Int]
    private let table: BoundTable
    private let shapes: ShapeReader
    private let isRoster: Bool
    private let periodField: Int?
    private let nameFields: [Int]
    private let fieldsByHeading: [String: Int]
    private let hasColumns: Bool
    /// The path of a plain file, to number lines behind a gap.
    private let path: String

    /// - Parameter hasColumns: the fields stand in columns, which those of XML do not.
    init(_ table: BoundTable, source: SourceDefinition, context: ParsingContext, hasColumns: Bool, path: String) {
        self.table = table
        self.hasColumns = hasColumns
        self.path = path
        shapes = ShapeReader(context)
        isRoster = source.kind == .unemployed
        let fields = table.layout.fields
        periodField = source.periodField.flatMap { name in fields.firstIndex { $0.field == name } }
        nameFields = fields.indices.filter { FieldName.personNames.contains(fields[$0].field) }
        fieldsByHeading = Dictionary(
            fields.enumerated().map { ($0.element.heading, $0.offset) }
        ) { first, _ in first }
        filled = Array(repeating: 0, count: fields.count)
    }

    /// Goes through the rows of a stretch.
    mutating func take(_ stretch: Stretch) throws(TabularError) {
        var position = stretch.position
        var hasLines = stretch.isCounted
        let reader = table.reader(of: stretch.batch)
        for row in stretch.batch.rows {
            var found = look(at: row, in: stretch.batch, reader)
            guard !found.isEmpty else { continue }
            if !hasLines {
                position.lines = try TextStretch.lineEnds(path: path, before: position.bytes)
                hasLines = true
            }
            var place = table.place(of: row, in: stretch.batch)
            if !table.countsBySheet { place.shift(by: position) }
            if !stretch.isCounted { place.row = 0 }
            for index in found.indices { findings.add(&found[index], at: place) }
        }
        yield.rows += stretch.batch.rows.count
    }

    private mutating func look(at row: RowBatch.Row, in batch: RowBatch, _ reader: RowReader) -> [RowFinding] {
        if let refused = table.refused(row, in: batch) {
            putAside(refused)
            return [RowFinding(refused.code, message: RowAudit.reason(refused))]
        }
        let values = table.columns.map { column in column.map { batch.value($0, of: row) } ?? "" }
        reader.move(to: row)
        noteValues(values, reader)
        let record = table.parser.parse(reader)
        if let defect = record.defect {
            if isRoster { putAside(table.quarantined(row, in: batch, defect)) } else { yield.records += 1 }
            return [finding(defect.code, defect.field, defect.message, values)]
        }
        yield.records += 1
        if let registration = record.registration {
            yield.idsRead += 1
            if registration.id.number != nil { yield.idsUsable += 1 }
        }
        return record.findings.map { finding($0.code, $0.field, $0.message, values) }
    }

    /// Why a row is put aside, without its bytes, which may be those of a name.
    private static func reason(_ row: QuarantinedRow) -> String {
        row.code == .undecodable ? "有字节不能按文件编码解读；请用正确的编码重新导出" : row.reason
    }

    /// Counts a row put aside; its text is not kept.
    private mutating func putAside(_ row: QuarantinedRow) {
        var row = row
        (row.raw, row.fields) = ("", [])
        yield.quarantined.append(row)
    }

    private mutating func noteValues(_ values: [String], _ reader: RowReader) {
        for (index, value) in values.enumerated() where !value.isEmpty && shapes.value(of: value) != nil {
            filled[index] += 1
        }
        for index in nameFields { if let name = shapes.value(of: values[index]) { findings.shown.noteName(name) } }
        guard let periodField, let month = reader.leadingMonth(periodField) else { return }
        yield.periods[month, default: 0] += 1
    }

    private func finding(_ code: FindingCode, _ field: String, _ message: String, _ values: [String]) -> RowFinding {
        var finding = RowFinding(code, message: message)
        finding.field = fieldsByHeading[field]
        guard let index = finding.field else { return finding }
        finding.column = hasColumns ? table.columns[index].map { $0 + 1 } : nil
        let isCode = code == .fieldInvalid || code == .keyFieldInvalid
        if isCode, !table.layout.fields[index].codes.isEmpty { finding.value = shapes.value(of: values[index]) }
        return finding
    }
}

extension FieldName {
    /// Fields that hold people's names.
    static let personNames: Set<FieldName> = [.name, .ownerName, .headName, .clerk, .surveyor]
}
