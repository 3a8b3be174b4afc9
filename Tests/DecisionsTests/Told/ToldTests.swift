import Decisions
import Roster
import Testing

@Suite("What was told holds for its time")
struct ToldTests {
    @Test(
        "A job, flexible work or own business holds for the month of the answer and the next two, then is suspected",
        arguments: [SurveyOutcome.employed, .flexible, .selfEmployed])
    func threeMonths(_ outcome: SurveyOutcome) throws {
        for day in ["2026-08-01", "2026-08-31", "2026-10-31"] as [Day] {
            #expect(try Person().remembering(answer(outcome, on: day)).row().rule == "R08", "\(day)")
        }
        for day in ["2026-07-31", "2026-05-10"] as [Day] {
            #expect(try Person().remembering(answer(outcome, on: day)).row().rule == "R12", "\(day)")
        }
    }

    @Test(
        "Retirement, school, army, death and the end of the wish to work hold on",
        arguments: [
            (SurveyOutcome.retired, "R08"), (.student, "R08"), (.military, "R08"), (.deceased, "R08"),
            (.withdrawn, "R09"),
        ])
    func holdsOn(_ outcome: SurveyOutcome, _ rule: String) throws {
        let person = Person().registered("2024-01-01").remembering(answer(outcome, on: "2024-02-01"))
        #expect(try person.row().rule == rule)
    }

    @Test("A later answer that says a status takes its place")
    func laterAnswer() throws {
        let person = Person().remembering(
            answer(.student, on: "2026-06-01"), answer(.stillUnemployed, on: "2026-09-01"))
        #expect(try person.row().rule == "R13")
    }

    @Test(
        "Answers that say no status do not end what was told",
        arguments: [SurveyOutcome.other, .refused, .lostContact])
    func silentAnswer(_ outcome: SurveyOutcome) throws {
        let person = Person(.answered(outcome)).remembering(answer(.employed, on: "2026-09-01"))
        #expect(try person.row().rule == "R08")
    }

    @Test("A later registration ends it, one of the same day does not")
    func laterRegistration() throws {
        let person = Person().remembering(answer(.student, on: "2026-09-01"))
        #expect(try person.registered("2026-09-02").row().rule == "R13")
        #expect(try person.registered("2026-09-01").row().rule == "R08")
    }

    @Test("Stronger evidence wins for its month only")
    func strongerEvidence() throws {
        let person = Person().remembering(answer(.employed, on: "2026-09-01"))
        #expect(try person.adding(.owns()).row().rule == "R06")
        #expect(try person.row().rule == "R08")
    }

    @Test("An answer of the month before does not say that the person still is unemployed")
    func lastMonth() throws {
        let person = Person().withoutID().remembering(answer(.stillUnemployed, on: "2026-09-30"))
        #expect(try person.row().rule == "R14")
    }

    @Test("An answer after the end of the month is not told for it, but is a contact")
    func afterTheMonth() throws {
        let person = Person(.answered(.employed, on: "2026-11-01")).registered("2026-01-01").lastContact(nil)
        let decision = try person.decided()
        #expect(decision.row.rule == "R13")
        #expect(decision.lastContactOn == "2026-11-01")
    }

    @Test("A late answer counts by its date")
    func lateAnswer() throws {
        #expect(try Person(.answered(.employed, on: "2026-08-03")).row().rule == "R08")
        #expect(try Person(.answered(.employed, on: "2026-07-03")).row().rule == "R12")
    }

    @Test("Of two answers the later one is told; on one day that of the greater values")
    func severalAnswers() throws {
        let later = Person(.answered(.student, on: "2026-10-12"), .answered(.employed, on: "2026-10-13"))
        #expect(try later.row().status == "employed")
        let sameDay = Person(.answered(.student), .answered(.employed))
        #expect(try sameDay.row().status == "student")
    }

    @Test("An answer of grade C tells nothing")
    func weakLink() throws {
        let row = try Person().adding(.answered(.employed), grade: .c).row()
        #expect(row.rule == "R13")
        #expect(row.verificationReasons == [.weakMatch])
    }

    @Test("Still unemployed in the month clears weak evidence")
    func clearsSuspicion() throws {
        let person = Person(.insured(.workInjury))
        #expect(try person.adding(.answered(.stillUnemployed)).row().rule == "R13")
        #expect(try person.adding(.answered(.other)).row().rule == "R12")
        #expect(try person.remembering(answer(.stillUnemployed, on: "2026-09-30")).row().rule == "R12")
    }

    @Test("The same answer by file and by ledger is one, and its file's text is kept")
    func sameAnswer() throws {
        let person = Person(.answered(.employed, employer: "甲厂")).remembering(
            answer(.employed, on: "2026-10-12", employer: "乙坊"))
        let decision = try person.decided()
        #expect(decision.row.employer == "甲厂")
        #expect(decision.answers.count == 1)
    }

    @Test("The same answer twice in the files is one; the other is listed as repeated")
    func repeatedAnswer() throws {
        let person = Person(.answered(.employed, note: "a"), .answered(.employed, note: "b"))
        let decision = try person.decided()
        #expect(decision.answers.map(\.note) == ["b"])
        #expect(decision.evidence.map(\.reason).sorted() == ["decides", "repeated"])
    }

    @Test("Only answers of this month's files are handed over to be remembered")
    func remembered() throws {
        let person = Person(.answered(.other, on: "2026-10-03")).remembering(answer(.other, on: "2026-09-03"))
        #expect(try person.decided().answers.map(\.answeredOn) == ["2026-10-03"])
    }
}
