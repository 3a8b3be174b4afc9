import Digest
import Ledger
import Roster
import Testing

@Suite("What is remembered before a month")
struct HistoryTests {
    @Test("The previous status, rule and evidence are those of the month before and of no other")
    func previous() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        var one = person(1, in: april, status: "employed")
        one.row.rule = "R05"
        one.row.evidence = [RecordReference(source: SourceName("insurance"), file: "a.csv", row: 4)]
        try ledger.run(basis(march), [person(1, in: march), person(2, in: march)])
        try ledger.run(basis(april), [one])
        let history = try ledger.history(before: may, of: ["DJ1001", "DJ1002", "DJ1003"])
        #expect(history["DJ1001"].previousStatus == StatusCode("employed"))
        #expect(history["DJ1001"].previousRule == "R05")
        #expect(history["DJ1001"].previousEvidence == ["insurance:a.csv:4"])
        #expect(history["DJ1002"].previousStatus == nil)
        #expect(history["DJ1002"].isKnown)
        #expect(history["DJ1003"] == PersonHistory())
        #expect(history.lastMonth == ["DJ1001"])
    }

    @Test("A month run again sees neither itself nor later months")
    func rerun() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), [person(1, in: march)])
        try ledger.run(basis(april), [person(1, in: april), person(2, in: april)])
        try ledger.run(basis(may), [person(1, in: may), person(3, in: may)])
        let history = try ledger.history(before: april, of: ["DJ1001", "DJ1002", "DJ1003"])
        #expect(history["DJ1001"].isKnown)
        #expect(!history["DJ1002"].isKnown)
        #expect(!history["DJ1003"].isKnown)
        let first = try ledger.history(before: march, of: ["DJ1001"])
        #expect(first["DJ1001"] == PersonHistory())
        #expect(first.lastMonth.isEmpty)
    }

    @Test("A person whom only a superseded revision holds is not known")
    func superseded() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), [person(1, in: march), person(2, in: march)])
        try ledger.run(basis(april), [person(2, in: april)])
        try ledger.run(basis(march, inputs: "v2"), [person(3, in: march)])
        let history = try ledger.history(before: april, of: ["DJ1001", "DJ1002", "DJ1003"])
        #expect(history.lastMonth == ["DJ1003"])
        #expect(!history["DJ1001"].isKnown)
        #expect(!history["DJ1002"].isKnown)
        #expect(history["DJ1003"].isKnown)
        #expect(try ledger.history(before: may, of: [])["DJ1002"].isKnown)
        try ledger.run(basis(march, inputs: "v3"), [person(1, in: march)])
        #expect(try ledger.history(before: april, of: ["DJ1001"])["DJ1001"].isKnown)
    }

    @Test("Answers of earlier months come oldest first, each once, as first seen")
    func surveys() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let (old, new) = (march.firstDay, april.firstDay)
        var one = person(1, in: march)
        one.surveys = [answer(new, .refused, note: "first"), answer(old, .lostContact)]
        try ledger.run(basis(march), [one])
        one.row.month = april
        one.surveys = [answer(new, .refused, note: "again"), answer(new, .employed), answer(new, .employed)]
        try ledger.run(basis(april), [one])
        one.row.month = may
        one.surveys = [answer(may.firstDay, .retired)]
        try ledger.run(basis(may), [one])
        let found = try ledger.history(before: may, of: [])["DJ1001"].surveys
        #expect(
            found == [answer(old, .lostContact), answer(new, .employed), answer(new, .refused, note: "first")])
        #expect(try ledger.history(before: april, of: [])["DJ1001"].surveys.count == 2)
    }

    @Test("An answer that a corrected file no longer holds is forgotten")
    func withdrawnAnswer() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        var one = person(1, in: march)
        one.surveys = [answer(march.firstDay, .refused)]
        try ledger.run(basis(march), [one])
        try ledger.run(basis(march, inputs: "v2"), [person(1, in: march)])
        #expect(try ledger.history(before: april, of: [])["DJ1001"].surveys.isEmpty)
    }

    @Test("Employer months are those of the six months before, strong or paid if any file said so")
    func employerMonths() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        func insured(_ month: Month, strong: Bool, paid: Bool) -> EmployerMonth {
            EmployerMonth(month: month, employerKey: "91440200X", employerName: "某厂", isStrong: strong, isPaid: paid)
        }
        var one = person(1, in: march)
        one.employerMonths = [
            insured(march, strong: true, paid: false), insured(march.adding(-5), strong: true, paid: true),
            insured(march.adding(-4), strong: true, paid: true),
        ]
        try ledger.run(basis(march), [one])
        one.row.month = april
        one.employerMonths = [insured(march, strong: false, paid: true)]
        try ledger.run(basis(april), [one])
        let found = try ledger.history(before: may, of: [])["DJ1001"].employerMonths
        #expect(
            found == [insured(march.adding(-4), strong: true, paid: true), insured(march, strong: true, paid: true)])
    }

    @Test("The latest month of work comes from the latest month that holds the person, also after a gap")
    func lastWorked() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        var (one, two) = (person(1, in: march), person(2, in: march))
        (one.lastWorkedIn, two.lastWorkedIn) = (march.adding(-2), march)
        try ledger.run(basis(march), [one, two, person(3, in: march)])
        one.row.month = april
        one.lastWorkedIn = april
        try ledger.run(basis(april), [one])
        let history = try ledger.history(before: may, of: ["DJ1001", "DJ1002", "DJ1003"])
        #expect(history["DJ1001"].lastWorkedIn == april)
        #expect(history["DJ1002"].lastWorkedIn == march)
        #expect(history["DJ1002"].isKnown && history["DJ1002"].previousStatus == nil)
        #expect(history["DJ1003"].isKnown && history["DJ1003"].lastWorkedIn == nil)
    }

    @Test("The last contact is the one recorded last, also of a person who was away")
    func lastContact() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        var (one, two) = (person(1, in: march), person(2, in: march))
        (one.lastContactOn, two.lastContactOn) = (march.firstDay, march.lastDay)
        try ledger.run(basis(march), [one, two])
        one.row.month = april
        one.lastContactOn = april.firstDay
        try ledger.run(basis(april), [one])
        let history = try ledger.history(before: may, of: ["DJ1002"])
        #expect(history["DJ1001"].lastContactOn == april.firstDay)
        #expect(history["DJ1002"].lastContactOn == march.lastDay)
        #expect(try ledger.history(before: april, of: [])["DJ1001"].lastContactOn == march.firstDay)
    }
}
