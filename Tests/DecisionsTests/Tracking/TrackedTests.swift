import Decisions
import Roster
import Testing

@Suite("Checked in the month, and how")
struct TrackedTests {
    @Test("By comparison with a usable ID against every required source")
    func comparison() throws {
        let row = try Person().row()
        #expect(row.methods == [.match])
        #expect(row.isTracked)
        #expect(try Person().missing("pension").row().isTracked == false)
        #expect(try Person().withoutID().row().isTracked == false)
    }

    @Test("By each way of survey of the month, in a fixed order")
    func surveys() throws {
        let person = Person(
            .answered(.other, .online), .answered(.refused, .visit), .answered(.stillUnemployed, .phone))
        #expect(try person.row().methods == [.match, .phone, .visit, .online])
        #expect(try person.withoutID().row().methods == [.phone, .visit, .online])
    }

    @Test("Reaching nobody is an attempt, and an answer of another month none of this one")
    func attempts() throws {
        #expect(try Person(.answered(.lostContact)).withoutID().row().isTracked == false)
        #expect(try Person(.answered(.other, on: "2026-09-30")).withoutID().row().isTracked == false)
        #expect(try Person(.answered(.other, on: "2026-11-01")).withoutID().row().isTracked == false)
    }

    @Test("An answer of the month that the ledger remembers counts")
    func remembered() throws {
        #expect(try Person().withoutID().remembering(answer(.other, on: "2026-10-02")).row().methods == [.phone])
    }

    @Test("Low-income family at grades A and B, since the month or before, first kind of several")
    func lowIncome() throws {
        #expect(try Person(.supported(.borderline), .supported(.ruralMinimum)).row().lowIncome == .ruralMinimum)
        #expect(try Person().adding(.supported(.urbanMinimum), grade: .b).row().lowIncome == .urbanMinimum)
        #expect(try Person().adding(.supported(.urbanMinimum), grade: .c).row().lowIncome == nil)
        #expect(try Person().adding(.supported(.urbanMinimum), grade: .d).row().lowIncome == nil)
        #expect(try Person(.supported(.urbanMinimum, since: "2026-10")).row().lowIncome == .urbanMinimum)
        #expect(try Person(.supported(.urbanMinimum, since: "2026-11")).row().lowIncome == nil)
        #expect(try Person(.supported(.urbanMinimum, since: nil)).row().lowIncome == .urbanMinimum)
    }

    @Test("Sex and birth date by a usable ID, else by the roster")
    func identity() throws {
        let person = Person().with {
            $0.registration.sex = .female
            $0.registration.birthDate = "1991-01-01"
        }
        let row = try person.row()
        #expect(row.sex == .male)
        #expect(row.birthDate == "1990-03-12")
        #expect(try person.withoutID().row().sex == .female)
        #expect(try person.withoutID().row().birthDate == "1991-01-01")
    }

    @Test("Months unemployed: whole months from registration to the month's end")
    func monthsUnemployed() throws {
        #expect(try Person().registered("2026-10-01").row().monthsUnemployed == 0)
        #expect(try Person().registered("2026-09-30").row().monthsUnemployed == 1)
        #expect(try Person().registered("2025-10-31").row().monthsUnemployed == 12)
    }
}
