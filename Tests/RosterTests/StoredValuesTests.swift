import Foundation
import Roster
import Testing

@Suite("Records read back from their values")
struct StoredValuesTests {
    private func same(_ observation: Observation) -> Bool {
        Observation(kind: observation.kind, period: observation.period, values: observation.values) == observation
    }

    private let day = Day(iso: "2026-10-31")
    private let month = Month("2026-10")

    @Test("every kind comes back as it was, separators inside values included")
    func kinds() throws {
        let (day, month) = (try #require(day), try #require(month))
        let employer = Employer(creditCode: "", unitNumber: "7=;\\", name: "甲;乙=丙\\丁")
        var training = TrainingCertificate(certificateNumber: "T;1", issuedOn: day)
        (training.allowance, training.noticeUntil) = (Money(fen: -5), day)
        var loan = LoanApplication(applicationNumber: "D1", borrower: "个人", appliedOn: day)
        (loan.rateBasisPoints, loan.isInArrears, loan.otherLoans) = (350, false, Money(fen: 1))
        let all: [Observation] = [
            .contribution(
                Contribution(
                    scheme: .unemployment, payer: .employee, employer: employer, period: month, payment: .back,
                    base: Money(fen: -183_000), state: .owed, receivedOn: day)),
            .pension(PensionPayment(kind: .civilService, start: month, state: .paused, endReason: "x")),
            .benefit(BenefitMonth(month: month, amount: nil, monthsPaid: 3, monthsGranted: nil)),
            .subsidy(FlexibleSubsidyMonth(month: month, amount: Money(fen: 7), paidOn: nil)),
            .business(
                BusinessHolding(
                    creditCode: "91", name: "店", kind: .individual, foundedOn: day, state: .movedOut, stateSince: nil,
                    industry: "H", staff: 2)),
            .death(DeathRecord(diedOn: day, origin: "")),
            .spell(StatusSpell(kind: .householdMovedOut, start: day, end: nil, origin: "公安")),
            .survey(
                SurveyAnswer(
                    method: .visit, answeredOn: day, outcome: .selfEmployed, employer: "", employedOn: day,
                    note: "a;b", surveyor: "李")),
            .service(
                ServiceRecord(kind: .publicPost, appliedOn: nil, completedOn: day, postNumber: "G1", agencyCode: "")),
            .certificate(training), .loan(loan),
            .disability(
                DisabilityCertificate(
                    certificateNumber: "", category: "肢体", grade: 2, issuedOn: nil, validUntil: day)),
            .category(CategoryEntry(category: "08", recognisedOn: day, origin: "")),
            .lowIncome(
                LowIncomeMembership(
                    kind: .borderline, familyNumber: "F", since: month, amount: Money(fen: 100), relation: "",
                    ability: "")),
            .household(
                HouseholdMembership(
                    householdNumber: "H", householdKind: "家庭户", isUrban: false, region: "440203", relation: "户主")),
            .relative(
                HouseholdFact(
                    householdNumber: "H", member: 2, relation: "妻", kind: "death", detail: "died=2026-10-31",
                    period: "2026-10-31")),
        ]
        for observation in all { #expect(same(observation), "\(observation.kind)") }
        #expect(Set(all.map(\.kind)).count == 16)
    }

    @Test("values of another kind, and broken ones, are none")
    func broken() {
        #expect(Observation(kind: "contribution", period: "2026-10", values: "scheme=gold") == nil)
        #expect(Observation(kind: "death", period: "", values: "died=yesterday") == nil)
        #expect(Observation(kind: "nothing", period: "", values: "") == nil)
    }

    @Test("all evidence of the recorded months comes back with the same values")
    func recorded() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var kinds: Set<String> = []
        for month in ["2026-08", "2026-09", "2026-10"] {
            let path = root.appending(path: "fixtures/months/expected/\(month)/evidence.csv")
            let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
            let header = lines[0].split(separator: ",").map(String.init)
            let places = try ["kind", "period", "values"].map { try #require(header.firstIndex(of: $0)) }
            // Values with commas stand in quotes; the others are enough.
            for line in lines.dropFirst() where !line.contains("\"") {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let (kind, period, values) = (cells[places[0]], cells[places[1]], cells[places[2]])
                let found = try #require(Observation(kind: kind, period: period, values: values), "\(kind) \(values)")
                #expect(found.values == values && found.period == period)
                kinds.insert(kind)
            }
        }
        #expect(kinds.count >= 10)
    }
}
