import Normalization
import Roster
import Tabular
import Testing

/// Layouts, contexts and rows that the tests of normalisation share.
enum Samples {
    static let provinces = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
    ]
    static let rules = IDRules(provinces: provinces)
    static let ids = IDParser(rules: rules, asOf: month.lastDay)
    static let month = Month(index: 2026 * 12 + 9)

    static func context(workbook: Bool = false, regions: RegionTable = .empty) -> ParsingContext {
        ParsingContext(month: month, idRules: rules, regions: regions, acceptsSerials: workbook)
    }

    static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    static func layout(_ kind: SourceKind, keys: Set<FieldName>, codes: [FieldName: [String: String]] = [:])
        -> SourceLayout
    {
        SourceLayout(
            name: SourceName(kind.rawValue), kind: kind,
            fields: kind.fields.map { field in
                FieldLayout(
                    field: field, headings: [field.rawValue], isKey: keys.contains(field), codes: codes[field] ?? [:])
            })
    }

    /// A row of the layout with these values; the other fields are empty.
    static func row(_ layout: SourceLayout, _ values: [FieldName: String]) -> [String] {
        layout.fields.map { values[$0.field] ?? "" }
    }

    static func parse(_ layout: SourceLayout, _ values: [FieldName: String], _ context: ParsingContext = context())
        -> ParsedRecord
    {
        let parser = RecordParser(layout: layout, context: context)
        return parser.parse(reader(parser, row(layout, values)))
    }

    /// A reader that stands at a row with these values, in the layout's order.
    static func reader(_ parser: RecordParser, _ values: [String]) -> RowReader {
        let (reader, rows) = reader(parser, rows: [values])
        reader.move(to: rows[0])
        return reader
    }

    /// A reader for the rows of one batch.
    static func reader(_ parser: RecordParser, rows: [[String]]) -> (RowReader, [RowBatch.Row]) {
        var batch = RowBatch(encoding: .utf8)
        for row in rows { batch.append(row, number: 0, line: 0, byteOffset: 0) }
        let columns = (rows.first ?? []).indices.map { $0 as Int? }
        return (parser.reader(of: RowCells(batch, columns: columns)), batch.rows)
    }

    static let insurance = layout(
        .insurance, keys: [.scheme, .period],
        codes: [
            .scheme: ["110": "employee_pension", "210": "unemployment", "310": "employee_medical"],
            .payer: ["1": "employee", "2": "self_paid", "3": "resident"],
            .payment: ["10": "regular", "20": "back", "30": "ahead"],
            .paymentState: ["1": "received", "0": "not_received", "2": "owed"],
        ])

    static let contribution: [FieldName: String] = [
        .idNumber: "440203197001100016", .name: "王伟", .scheme: "110", .payer: "1", .unitNumber: "U1",
        .creditCode: "91440200MA4UT0QT2D", .unitName: "韶关某公司", .period: "202610", .payment: "10", .base: "4,500.00",
        .paymentState: "1", .receivedOn: "2026-10-20",
    ]

    static let roster = layout(
        .unemployed, keys: [.registrationNumber, .registeredOn], codes: [.sex: ["男": "男", "女": "女", "1": "男"]])

    static let registration: [FieldName: String] = [
        .registrationNumber: "R0001", .name: "王伟", .idNumber: "440203197001100016", .sex: "男",
        .birthDate: "1970-01-10", .householdKind: "城镇", .householdRegion: "440203001", .agencyCode: "440203001",
        .registeredOn: "2026-03-05", .wantsTraining: "是", .wantsBusiness: "否",
    ]
}
