import Reports
import Roster
import Tabular
import Testing

struct MachineTableTests {
    @Test("ledger.csv has the published columns in their order")
    func ledgerColumns() {
        #expect(
            header(of: LedgerRow.table)
                == "month,registration_number,id_number,name,sex,birth_date,county_code,town_code,agency_code,"
                + "registered_on,valid_until,months_unemployed,previous_status,status,change,method,tracked,"
                + "effective_date,employer,rule,grade,evidence,needs_verification,verification_reason,action,ground,"
                + "notify,due_date,worklist,confirmed_status,confirmed_by,confirmed_on,low_income,difficulty,"
                + "recognised,revision\n")
    }

    @Test("The other machine files have the published columns in their order")
    func otherColumns() {
        #expect(
            header(of: ChangeRow.table)
                == "month,registration_number,change,previous_status,status,previous_evidence,evidence,cause,"
                + "corrected_month,old_status,new_status\n")
        #expect(
            header(of: EvidenceRow.table)
                == "month,registration_number,kind,source,file,row,grade,weight,period,values,used,reason\n")
        #expect(header(of: QuarantinedRow.table) == "file,row,line,byte_offset,code,reason,field,raw\n")
    }

    @Test("A ledger row without optional values leaves their fields empty")
    func sparseRow() {
        #expect(
            text(LedgerRow.table, Samples.row("SG001"))
                == "2026-10,SG001,440201199001011234,张三,,,440203,440203001,440203001,2026-08-03,,0,,unemployed,"
                + "registered,,0,,,R13,,,0,,keep,,0,,,,,,,,0,1\n")
    }

    @Test("A full ledger row is quoted only where a comma or quote demands it")
    func fullRow() {
        #expect(
            text(LedgerRow.table, Samples.fullRow("SG002"))
                == "2026-10,SG002,440201199001011234,张三,女,1990-01-01,440203,440203001,440203001,2026-08-03,"
                + "2027-02-03,2,unemployed,suspected,suspected,match;phone,1,2026-10-01,\"甲,乙\"\"公司\"\"\",R12,B,"
                + "\"insurance:社保_202610.csv:7;survey:a,b.xlsx:12\",1,told_otherwise;weak_match,verify,X01,1,"
                + "2026-11-23,conflict;suspected,employed,李四,2026-11-05,urban_minimum,01;03,1,3\n")
    }

    @Test(
        "A field is quoted by RFC 4180",
        arguments: [
            ("", ""), ("plain", "plain"), ("=1+1", "=1+1"), (" a ", " a "), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
            ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), ("\"", "\"\"\"\""), ("甲；乙", "甲；乙"),
            ("a;b", "a;b"),
        ])
    func quoting(field: String, written: String) {
        var text = CSVText()
        text.add("x")
        text.add(field)
        text.add("y")
        text.endRow()
        #expect(String(decoding: text.bytes, as: UTF8.self) == "x,\(written),y\n")
    }

    @Test(
        "Numbers and days keep their width",
        arguments: [(0, "0"), (9, "9"), (10, "10"), (-3, "-3"), (1_000_000, "1000000")])
    func numbers(value: Int, written: String) {
        var text = CSVText()
        text.add(value)
        text.add(Samples.day(987, 3, 4))
        text.add(Month(year: 2026, month: 1))
        #expect(String(decoding: text.bytes, as: UTF8.self) == "\(written),0987-03-04,2026-01")
    }

    @Test("A person who vanished has no status in changes.csv")
    func vanished() {
        var row = ChangeRow(month: Samples.month, registrationNumber: "SG9", change: .vanished, cause: "data")
        row.previousStatus = StatusCode("unemployed")
        row.previousEvidence = ["insurance:a.csv:1", "survey:b.csv:2"]
        #expect(
            text(ChangeRow.table, row)
                == "2026-10,SG9,vanished,unemployed,,insurance:a.csv:1;survey:b.csv:2,,data,,,\n")
    }

    @Test("A piece of evidence tells its record, its values and whether it was used")
    func evidence() throws {
        let answered = try #require(Samples.day(2026, 10, 9))
        let answer = SurveyAnswer(
            method: .phone, answeredOn: answered, outcome: .employed, employer: "甲,乙", employedOn: nil, note: "",
            surveyor: "王")
        let evidence = Evidence(
            person: PersonSlot(3), reference: RecordReference(source: SourceName("survey"), file: "s.xlsx", row: 4),
            grade: .a, observation: .survey(answer))
        let row = EvidenceRow(
            month: Samples.month, registrationNumber: "SG1",
            assessed: AssessedEvidence(evidence: evidence, weight: .told, isUsed: true, reason: "told"))
        #expect(
            text(EvidenceRow.table, row)
                == "2026-10,SG1,survey,survey,s.xlsx,4,A,told,2026-10-09,\"method=phone;answered=2026-10-09;"
                + "outcome=employed;employer=甲,乙;surveyor=王\",1,told\n")
    }

    @Test("A quarantined row keeps its text with line ends and quotes")
    func quarantine() {
        let row = QuarantinedRow(
            place: RowPlace(file: "甲.csv", row: 2, line: 3, byteOffset: 40), code: .fieldCount, reason: "应为 3 列",
            raw: "a,\"b\n", fields: ["a", "b"])
        #expect(
            text(QuarantinedRow.table, row) == "甲.csv,2,3,40,field_count,应为 3 列,,\"a,\"\"b\n\"\n")
    }

    @Test("A file takes single rows and batches in the order in which they come")
    func file() throws {
        let scratch = try Scratch()
        let rows = (1...5).map { Samples.row("SG\($0)") }
        var file = try MachineFile(creating: scratch.file("ledger.csv"), table: LedgerRow.table)
        try file.append(rows[0])
        try file.append(batch: LedgerRow.table.text(of: rows[1...2]))
        try file.append(rows[3])
        try file.append(rows[4])
        #expect(try file.finish() == 5)
        let expected = header(of: LedgerRow.table) + rows.map { text(LedgerRow.table, $0) }.joined()
        #expect(try scratch.text("ledger.csv") == expected)
    }

    @Test("A file that exists is not written over")
    func existing() throws {
        let scratch = try Scratch()
        try OutputFile.write(Array("old".utf8), to: scratch.file("x"))
        let error = #expect(throws: OutputFileError.self) {
            try OutputFile.write(Array("new".utf8), to: scratch.file("x"))
        }
        #expect(error?.operation == .create)
        #expect(error?.path == scratch.file("x"))
        #expect(try scratch.text("x") == "old")
    }

    @Test("A file of many blocks arrives whole and only its owner may read it")
    func largeFile() throws {
        let scratch = try Scratch()
        let rows = (0..<30_000).map { Samples.row("SG\($0)") }
        var file = try MachineFile(creating: scratch.file("ledger.csv"), table: LedgerRow.table)
        for row in rows { try file.append(row) }
        #expect(try file.finish() == rows.count)
        var expected = CSVText()
        LedgerRow.table.writeHeader(to: &expected)
        #expect(try scratch.bytes("ledger.csv") == expected.bytes + LedgerRow.table.text(of: rows).bytes)
        #expect(try scratch.permissions("ledger.csv") == 0o600)
    }

    private func header<Row>(of table: MachineTable<Row>) -> String {
        var text = CSVText()
        table.writeHeader(to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private func text<Row>(_ table: MachineTable<Row>, _ row: Row) -> String {
        String(decoding: table.text(of: [row]).bytes, as: UTF8.self)
    }
}
