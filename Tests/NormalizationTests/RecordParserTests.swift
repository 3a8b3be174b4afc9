import Roster
import Testing

@testable import Normalization

@Suite("Records of insurance")
struct ContributionTests {
    @Test("a contribution is read whole")
    func whole() throws {
        let record = Samples.parse(Samples.insurance, Samples.contribution)
        let expected = Contribution(
            scheme: .employeePension, payer: .employee,
            employer: Employer(creditCode: "91440200MA4UT0QT2D", unitNumber: "U1", name: "韶关某公司"),
            period: Samples.month, payment: .regular, base: Money(fen: 450_000), state: .received,
            receivedOn: try Samples.day("2026-10-20"))
        #expect(record.observation == .contribution(expected))
        #expect(record.key.id.number?.text == "440203197001100016")
        #expect(record.key.name == "王伟")
        #expect(record.defect == nil)
        #expect(record.findings.isEmpty)
    }

    @Test(
        "a key field that is empty or unlisted puts the row aside",
        arguments: [
            (FieldName.scheme, "", FindingCode.keyFieldEmpty), (.scheme, "999", .keyFieldInvalid),
            (.period, "无", .keyFieldEmpty), (.period, "202613", .keyFieldInvalid),
        ])
    func defects(field: FieldName, text: String, code: FindingCode) {
        let record = Samples.parse(Samples.insurance, Samples.contribution.merging([field: text]) { $1 })
        #expect(record.defect?.code == code)
        #expect(record.defect?.field == field.rawValue)
        #expect(record.defect?.message.contains("「\(field.rawValue)」") == true)
        #expect(record.observation == nil)
        #expect(record.key.name == "王伟")
    }

    @Test("of several faulty key fields the leftmost is told")
    func leftmost() {
        let both = Samples.contribution.merging([.scheme: "999", .period: "x"]) { $1 }
        #expect(Samples.parse(Samples.insurance, both).defect?.field == "scheme")
        let empty = Samples.contribution.merging([.scheme: "999", .period: ""]) { $1 }
        #expect(Samples.parse(Samples.insurance, empty).defect?.field == "period")
    }

    @Test("an unlisted code or an unreadable amount elsewhere is a finding, and the row stays")
    func findings() {
        let values = Samples.contribution.merging([.payment: "99", .base: "abc", .paymentState: ""]) { $1 }
        let record = Samples.parse(Samples.insurance, values)
        #expect(record.findings.map(\.code) == [.fieldInvalid, .fieldInvalid])
        #expect(Set(record.findings.map(\.field)) == ["payment", "base"])
        guard case .contribution(let contribution) = record.observation else {
            Issue.record("no contribution")
            return
        }
        #expect(contribution.payment == .other)
        #expect(contribution.base == nil)
        #expect(contribution.state == .other)
    }

    @Test("codes are found in full width and with blanks around")
    func codes() {
        let record = Samples.parse(
            Samples.insurance, Samples.contribution.merging([.scheme: "　１１０ ", .payer: " 1"]) { $1 })
        guard case .contribution(let contribution) = record.observation else {
            Issue.record("no contribution")
            return
        }
        #expect(contribution.scheme == .employeePension)
        #expect(contribution.payer == .employee)
    }

    @Test("rows of one employer share one object, rows of others do not")
    func employers() throws {
        let parser = RecordParser(layout: Samples.insurance, context: Samples.context())
        let values = ["U1", "U1", "U2"].map { unit in
            let values = Samples.contribution.merging([.unitNumber: unit, .creditCode: "91440200ma4ut0qt2d"]) { $1 }
            return Samples.row(Samples.insurance, values)
        }
        let (reader, rows) = Samples.reader(parser, rows: values)
        let units = rows.map { row in
            reader.move(to: row)
            guard case .contribution(let contribution) = parser.parse(reader).observation else {
                return nil as Employer?
            }
            return contribution.employer
        }
        let first = try #require(units[0])
        #expect(first === units[1])
        #expect(first !== units[2])
        #expect(first.creditCode == "91440200MA4UT0QT2D")
    }

    @Test("a row that is shorter than the layout has empty fields")
    func short() {
        let parser = RecordParser(layout: Samples.insurance, context: Samples.context())
        let record = parser.parse(Samples.reader(parser, ["1", "440203197001100016"]))
        #expect(record.defect?.code == .keyFieldEmpty)
        #expect(record.key.id.number != nil)
    }
}

@Suite("Records of the roster")
struct RegistrationTests {
    @Test("a registration is read whole")
    func whole() throws {
        let record = Samples.parse(Samples.roster, Samples.registration)
        let registration = try #require(record.registration)
        #expect(registration.registrationNumber == "R0001")
        #expect(registration.id.number?.text == "440203197001100016")
        #expect(registration.idText == "440203197001100016")
        #expect(registration.sex == .male)
        #expect(registration.birthDate == registration.id.number?.birthDate)
        #expect(registration.details.householdKind == .urban)
        #expect(registration.details.householdRegion == "440203")
        #expect(registration.agencyCode == "440203001")
        #expect(registration.registeredOn == (try Samples.day("2026-03-05")))
        #expect(registration.details.wantsTraining == true)
        #expect(registration.details.wantsBusiness == false)
        #expect(registration.validUntil == nil)
        #expect(record.observation == nil)
        #expect(record.findings.isEmpty)
    }

    @Test("sex and birth date come from the usable number, a difference is told with both values")
    func differences() throws {
        let values = Samples.registration.merging([.sex: "女", .birthDate: "1970-01-11"]) { $1 }
        let record = Samples.parse(Samples.roster, values)
        let registration = try #require(record.registration)
        #expect(registration.sex == .male)
        #expect(registration.birthDate?.description == "1970-01-10")
        #expect(record.findings.map(\.code) == [.sexDiffers, .birthDateDiffers])
        #expect(record.findings[0].message.contains("为女，证件号码中为男"))
        #expect(record.findings[1].message.contains("为 1970-01-11，证件号码中为 1970-01-10"))
    }

    @Test("without a usable number they come from the columns")
    func columns() throws {
        let values = Samples.registration.merging([.idNumber: " 440203197001100017", .sex: "女"]) { $1 }
        let record = Samples.parse(Samples.roster, values)
        let registration = try #require(record.registration)
        #expect(registration.sex == .female)
        #expect(registration.birthDate?.description == "1970-01-10")
        #expect(registration.idText == "440203197001100017")
        #expect(record.findings.map(\.code) == [.idInvalid])
    }

    @Test("a number of 15 digits is upgraded only with the row's birth date")
    func upgrade() throws {
        let values = Samples.registration.merging([.idNumber: "440203700615001", .sex: ""]) { $1 }
        let contradicted = try #require(Samples.parse(Samples.roster, values).registration)
        #expect(contradicted.id == .faulty("440203700615001", .notUpgraded))
        let agreeing = values.merging([.birthDate: "1970年6月15日"]) { $1 }
        let upgraded = try #require(Samples.parse(Samples.roster, agreeing).registration)
        #expect(upgraded.id.number?.text == "440203197006150012")
    }

    @Test("digits lost to a spreadsheet and unknown regions are remarked on")
    func remarks() {
        let regions = RegionTable(regions: [.init(code: "440204")], coveredPrefixes: ["4402"])
        let lost = Samples.registration.merging([.idNumber: "4.40E+17"]) { $1 }
        #expect(Samples.parse(Samples.roster, lost).findings.map(\.code) == [.idPrecisionLost])
        let record = Samples.parse(Samples.roster, Samples.registration, Samples.context(regions: regions))
        #expect(record.findings.map(\.code) == [.regionUnknown, .regionUnknown])
        #expect(record.findings.map(\.field) == ["idNumber", "householdRegion"])
    }

    @Test(
        "number and day of registration are key fields, name and ID number are not",
        arguments: [
            (FieldName.registrationNumber, FindingCode?.some(.keyFieldEmpty)), (.registeredOn, .keyFieldEmpty),
            (.name, nil), (.idNumber, nil),
        ])
    func keys(field: FieldName, code: FindingCode?) {
        let record = Samples.parse(Samples.roster, Samples.registration.merging([field: " "]) { $1 })
        #expect(record.defect?.code == code)
        #expect((record.registration == nil) == (code != nil))
    }

    @Test("parsing with a key read before gives the same record")
    func splitInTwo() {
        let parser = RecordParser(layout: Samples.roster, context: Samples.context())
        let row = Samples.row(Samples.roster, Samples.registration)
        let whole = parser.parse(Samples.reader(parser, row))
        let reader = Samples.reader(parser, row)
        #expect(parser.parse(reader, key: parser.key(of: reader)) == whole)
    }
}

@Suite("Readers that go from row to row")
struct RowReaderTests {
    @Test("what is taken down of one row is not said of the next")
    func rows() {
        let parser = RecordParser(layout: Samples.roster, context: Samples.context())
        let good = Samples.row(Samples.roster, Samples.registration)
        let bad = Samples.row(Samples.roster, Samples.registration.merging([.birthDate: "！"]) { $1 })
        let (reader, rows) = Samples.reader(parser, rows: [bad, good])
        reader.move(to: rows[0])
        _ = parser.key(of: reader)
        #expect(parser.parse(reader).findings.count == 1)
        reader.move(to: rows[1])
        #expect(parser.parse(reader).findings.isEmpty)
    }
}
