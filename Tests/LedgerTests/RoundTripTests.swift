import Digest
import Ledger
import Roster
import Testing

@Suite("What is recorded comes back")
struct RoundTripTests {
    /// A row in which every field holds something.
    private func fullRow() -> LedgerRow {
        var row = person(1, in: march, status: "employed").row
        (row.sex, row.birthDate) = (.female, Day(year: 1965, month: 2, day: 3))
        (row.countyCode, row.townCode, row.agencyCode) = ("440203", "440203009", "440203001")
        (row.validUntil, row.monthsUnemployed) = (march.lastDay, 14)
        (row.previousStatus, row.change, row.rule) = (StatusCode("unemployed"), .foundJob, "R05")
        (row.methods, row.effectiveDate) = ([.match, .visit], march.firstDay)
        (row.employer, row.grade, row.isRecognised) = ("韶关\t某厂\n二", .b, true)
        row.evidence = [
            RecordReference(source: SourceName("insurance"), file: "社保;一.csv", row: 7),
            RecordReference(source: SourceName("business"), file: "a.zip!b:c.xml", row: 123_456),
        ]
        row.verificationReasons = [.toldOtherwise, .weakMatch]
        (row.action, row.ground, row.notify) = (.cancel, "X01", true)
        (row.dueDate, row.workList) = (april.lastDay, [.conflict, .sample])
        (row.confirmedStatus, row.confirmedBy, row.confirmedOn) = (StatusCode("employed"), "赵", april.firstDay)
        (row.lowIncome, row.difficulty) = (.ruralMinimum, ["01", "03"])
        return row
    }

    @Test("A full and a bare row are read back equal")
    func rows() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let people = [PersonMonth(row: fullRow()), person(2, in: march)]
        try ledger.run(basis(march), people)
        #expect(try ledger.rows(of: march) == people.map(\.row))
    }

    @Test("Evidence is read back as its line of evidence.csv")
    func evidenceLines() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        var one = person(1, in: march)
        one.evidence = [
            evidence(.death(DeathRecord(diedOn: march.firstDay, origin: "民政;一")), row: 3),
            evidence(.pension(PensionPayment(kind: .employee, start: march, state: .inPay, endReason: "")), row: 2),
        ]
        try ledger.run(basis(march), [one])
        var found: [EvidenceRecord] = []
        try ledger.forEachEvidence(of: march) { number, record in
            #expect(number == "DJ1001")
            found.append(record)
        }
        #expect(found == one.evidence.map(EvidenceRecord.init))
    }

    @Test("Changes are read back, those of people outside the month last")
    func changes() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), [person(1, in: march), person(2, in: march)])
        var two = person(2, in: april, status: "employed")
        var found = ChangeRow(month: april, registrationNumber: "DJ1002", change: .foundJob, cause: "data")
        (found.previousStatus, found.status) = (StatusCode("unemployed"), StatusCode("employed"))
        (found.previousEvidence, found.evidence) = (["a:b;c:1", "d:e:2"], ["f:g:3"])
        two.change = found
        var vanished = ChangeRow(month: april, registrationNumber: "DJ1001", change: .vanished, cause: "data")
        vanished.previousStatus = StatusCode("unemployed")
        try ledger.run(basis(april), [two], otherChanges: [vanished])
        var changes: [ChangeRow] = []
        try ledger.forEachChange(of: april) { changes.append($0) }
        #expect(changes == [found, vanished])
    }

    @Test("The pipeline's text is kept with the revision")
    func pipelineText() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march, pipeline: "# 规则"), [])
        #expect(try ledger.pipeline(of: march)?.text == "# 规则")
        #expect(try ledger.pipeline(of: april) == nil)
    }

    @Test("People out of order are refused and nothing is recorded", arguments: [[2, 1], [1, 1]])
    func order(numbers: [Int]) throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        #expect(throws: LedgerError(.outOfOrder, path: workplace.path)) {
            try ledger.run(basis(march), numbers.map { person($0, in: march) })
        }
        #expect(try ledger.months().isEmpty)
        try ledger.run(basis(march), [person(1, in: march)])
    }

    @Test("A list survives its own separator", arguments: [[], ["a"], ["a;b", "c\\"], ["a", "", "b"], [";"]])
    func lists(list: [String]) throws {
        var change = ChangeRow(month: march, registrationNumber: "DJ1001", change: .registered, cause: "data")
        change.evidence = list
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), [], otherChanges: [change])
        var found: [[String]] = []
        try ledger.forEachChange(of: march) { found.append($0.evidence) }
        #expect(found == [list])
    }
}
