import Roster
import Testing

@testable import Normalization

/// One row of a kind of source, and the values its observation should have.
struct KindSample: Sendable, CustomTestStringConvertible {
    var kind: SourceKind
    var keys: Set<FieldName>
    var codes: [FieldName: [String: String]]
    var values: [FieldName: String]
    var expected: String
    var period: String

    var testDescription: String { kind.rawValue }

    static let all: [KindSample] = [
        KindSample(
            kind: .pension, keys: [.pensionKind, .startMonth, .pensionState],
            codes: [.pensionKind: ["1": "employee"], .pensionState: ["1": "in_pay"]],
            values: [.pensionKind: "1", .startMonth: "202405", .pensionState: "1"],
            expected: "kind=employee;start=2024-05;state=in_pay", period: "2024-05"),
        KindSample(
            kind: .unemploymentBenefit, keys: [.period], codes: [:],
            values: [.period: "2026年10月", .amount: "1,728.00", .monthsPaid: "3", .monthsGranted: "12"],
            expected: "amount=1728.00;paid=3;granted=12", period: "2026-10"),
        KindSample(
            kind: .lowIncome, keys: [], codes: [.familyKind: ["城市低保": "urban_minimum"]],
            values: [
                .familyKind: "城市低保", .familyNumber: "440203000123", .startMonth: "202401", .amount: "1830.00",
                .relation: "配偶", .ability: "有",
            ],
            expected:
                "family=440203000123;kind=urban_minimum;since=2024-01;amount=1830.00;relation=配偶;ability=有",
            period: "2024-01"),
        KindSample(
            kind: .business, keys: [.businessState, .foundedOn],
            codes: [.businessKind: ["个体工商户": "individual"], .businessState: ["存续": "active"]],
            values: [
                .creditCode: "92440203ma5x2k1p2t", .businessName: "某店", .businessKind: "个体工商户",
                .foundedOn: "2026/1/5", .businessState: "存续", .industry: "F", .staff: "2",
            ],
            expected:
                "credit_code=92440203MA5X2K1P2T;name=某店;kind=individual;founded=2026-01-05;state=active;industry=F;staff=2",
            period: "2026-01-05"),
        KindSample(
            kind: .disability, keys: [.certificateNumber], codes: [.disabilityGrade: ["三级": "3"]],
            values: [
                .certificateNumber: "44020319790520004443", .disabilityCategory: "肢体", .disabilityGrade: "三级",
                .issuedOn: "20200101", .validUntil: "20300101",
            ],
            expected: "category=肢体;grade=3;issued=2020-01-01;valid_until=2030-01-01", period: "2030-01-01"),
        KindSample(
            kind: .death, keys: [.diedOn], codes: [:], values: [.diedOn: "2026.10.03", .origin: "民政"],
            expected: "died=2026-10-03;origin=民政", period: "2026-10-03"),
        KindSample(
            kind: .household, keys: [], codes: [.setting: ["城镇": "城镇"]],
            values: [
                .householdNumber: "H1", .householdKind: "家庭户", .setting: "城镇", .region: "440203001", .relation: "户主",
            ], expected: "household=H1;kind=家庭户;setting=urban;region=440203001;relation=户主", period: ""),
        KindSample(
            kind: .status, keys: [.spellKind, .startedOn], codes: [.spellKind: ["服兵役": "military"]],
            values: [.spellKind: "服兵役", .startedOn: "2026-09-01"], expected: "state=military;start=2026-09-01",
            period: "2026-09-01"),
        KindSample(
            kind: .category, keys: [.category], codes: [.category: ["失地农民": "landless_farmer"]],
            values: [.category: "失地农民", .recognisedOn: "2025-01-01", .origin: "某局"],
            expected: "category=landless_farmer;recognised=2025-01-01;origin=某局", period: "2025-01-01"),
        KindSample(
            kind: .certificate, keys: [.certificateNumber, .issuedOn], codes: [:],
            values: [
                .certificateNumber: "S1", .occupation: "保育师", .level: "五级", .issuedOn: "2026-05-01",
                .appliedOn: "2026-06-01", .subsidyAmount: "1500", .allowanceAmount: "500",
            ],
            expected:
                "certificate=S1;occupation=保育师;level=五级;issued=2026-05-01;applied=2026-06-01;subsidy=1500.00;allowance=500.00",
            period: "2026-05-01"),
        KindSample(
            kind: .service, keys: [.serviceKind], codes: [.serviceKind: ["公益性岗位": "public_post"]],
            values: [.serviceKind: "公益性岗位", .appliedOn: "2026-10-08 09:15", .postNumber: "P7"],
            expected: "service=public_post;applied=2026-10-08;post=P7", period: "2026-10-08"),
        KindSample(
            kind: .loan, keys: [.applicationNumber, .appliedOn], codes: [.isInArrears: ["是": "yes", "否": "no"]],
            values: [
                .applicationNumber: "L1", .borrower: "个人", .appliedOn: "2026-10-09", .amount: "300000",
                .yearlyRate: "3.45%", .jobs: "5", .isInArrears: "否",
            ],
            expected:
                "application=L1;borrower=个人;applied=2026-10-09;amount=300000.00;rate_bp=345;jobs=5;arrears=0",
            period: "2026-10-09"),
        KindSample(
            kind: .survey, keys: [.answeredOn, .outcome],
            codes: [.surveyMethod: ["电话": "phone"], .outcome: ["仍失业": "still_unemployed"]],
            values: [.surveyMethod: "电话", .answeredOn: "46303", .outcome: "仍失业", .surveyor: "李"],
            expected: "method=phone;answered=2026-10-08;outcome=still_unemployed;surveyor=李", period: "2026-10-08"),
        KindSample(
            kind: .flexibleSubsidy, keys: [.period], codes: [:],
            values: [.period: "202610", .amount: "350.5", .paidOn: "2026-11-02"],
            expected: "amount=350.50;paid=2026-11-02", period: "2026-10"),
    ]
}

@Suite("Records of the other sources")
struct RecordKindTests {
    @Test("each kind is read", arguments: KindSample.all)
    func kinds(sample: KindSample) throws {
        let layout = Samples.layout(sample.kind, keys: sample.keys, codes: sample.codes)
        let record = Samples.parse(layout, sample.values, Samples.context(workbook: sample.kind == .survey))
        let observation = try #require(record.observation)
        #expect(observation.values == sample.expected)
        #expect(observation.period == sample.period)
        #expect(record.findings.isEmpty)
    }

    @Test("each key field of each kind puts the row aside if it is empty or unreadable", arguments: KindSample.all)
    func keys(sample: KindSample) {
        let layout = Samples.layout(sample.kind, keys: sample.keys, codes: sample.codes)
        for field in sample.keys {
            let empty = Samples.parse(layout, sample.values.merging([field: "-"]) { $1 })
            #expect(empty.defect?.code == .keyFieldEmpty)
            #expect(empty.defect?.field == field.rawValue)
            guard field != .certificateNumber || sample.kind == .disability, field != .applicationNumber else {
                continue
            }
            let unreadable = Samples.parse(layout, sample.values.merging([field: "！"]) { $1 })
            #expect(unreadable.defect?.code == .keyFieldInvalid)
            #expect(unreadable.observation == nil)
        }
    }

    @Test("a row of a work list that nobody has answered is a record that says nothing", arguments: ["", "-", "　"])
    func unanswered(blank: String) {
        let layout = Samples.layout(.survey, keys: [.answeredOn, .outcome])
        let person: [FieldName: String] = [.registrationNumber: "R0001", .name: "王伟", .surveyor: "李"]
        let answers: [FieldName] = [.surveyMethod, .answeredOn, .outcome, .employer, .employedOn, .note]
        let blanks = person.merging(answers.map { ($0, blank) }) { $1 }
        let record = Samples.parse(layout, blanks)
        #expect(record.key.registrationNumber == "R0001")
        #expect(record.observation == nil)
        #expect(record.defect == nil)
        #expect(record.findings.isEmpty)
    }

    @Test(
        "a row of a work list with any answer needs day and outcome",
        arguments: [FieldName.surveyMethod, .employer, .employedOn, .note])
    func halfAnswered(field: FieldName) {
        let layout = Samples.layout(.survey, keys: [.answeredOn, .outcome])
        let record = Samples.parse(layout, [.registrationNumber: "R0001", field: "x"])
        #expect(record.defect?.code == .keyFieldEmpty)
    }

    @Test("all kinds but the roster and insurance have a sample here")
    func complete() {
        #expect(Set(KindSample.all.map(\.kind)) == Set(SourceKind.allCases).subtracting([.unemployed, .insurance]))
    }

    @Test("a certificate's number names the person by its first 18 characters")
    func certificate() {
        let layout = Samples.layout(.disability, keys: [.certificateNumber])
        let reissued = Samples.parse(layout, [.certificateNumber: "44020319790520004412B1", .name: "李"])
        #expect(reissued.key.id.number?.text == "440203197905200044")
        #expect(reissued.observation != nil)
        let short = Samples.parse(layout, [.certificateNumber: "440203197905200044"])
        #expect(short.key.id.number?.text == "440203197905200044")
        #expect(short.defect?.code == .keyFieldInvalid)
    }

    @Test("a row that lacks what it can't be without is kept with a finding if the field is no key")
    func needed() {
        let record = Samples.parse(Samples.layout(.death, keys: []), [.origin: "民政"])
        #expect(record.observation == nil)
        #expect(record.defect == nil)
        #expect(record.findings.map(\.field) == ["diedOn"])
    }

    @Test("a firm's credit code in the ID column of a loan is no mistake, a wrong one of a business is remarked on")
    func creditCodes() {
        let loan = Samples.parse(
            Samples.layout(.loan, keys: []), [.idNumber: "91440200MA4UT0QT2D", .appliedOn: "20261001"])
        #expect(loan.key.id == .otherPaper("91440200MA4UT0QT2D"))
        #expect(loan.findings.isEmpty)
        let business = Samples.parse(
            Samples.layout(.business, keys: []), [.creditCode: "91440200MA4UT0QT20", .foundedOn: "20261001"])
        #expect(business.findings.map(\.field) == ["creditCode"])
    }
}
