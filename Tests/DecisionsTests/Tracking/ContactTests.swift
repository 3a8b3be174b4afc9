import Decisions
import Roster
import Testing

@Suite("Last contact, and the six months without")
struct ContactTests {
    /// Registered long ago and never contacted since.
    private let silent = Person().registered("2026-01-01").lastContact(nil)

    @Test("Lost when the end of the month lies six months after it, or more")
    func boundary() throws {
        #expect(try silent.lastContact("2026-04-30").row().rule == "R10")
        #expect(try silent.lastContact("2026-05-01").row().rule == "R13")
        #expect(try silent.registered("2026-04-30").row().rule == "R10")
        #expect(try silent.registered("2026-05-01").row().rule == "R13")
    }

    @Test("A last contact on the 31st of a month ends with the shorter month six months later")
    func clipped() throws {
        let person = silent.registered("2025-01-01").lastContact("2025-08-31").with {
            $0.setting = MonthSetting(month: "2026-02", calendar: nil)
        }
        #expect(try person.row().effectiveDate == "2026-02-28")
    }

    @Test("Contact is the latest of registration, roster, answers, completed services and the ledger")
    func latest() throws {
        #expect(try silent.decided().lastContactOn == "2026-01-01")
        #expect(try silent.lastContact("2026-06-01").decided().lastContactOn == "2026-06-01")
        #expect(try silent.adding(.answered(.other, on: "2026-06-02")).decided().lastContactOn == "2026-06-02")
        #expect(try silent.adding(.served(on: "2026-06-03")).decided().lastContactOn == "2026-06-03")
        #expect(try silent.remembering(answer(.refused, on: "2026-06-04")).decided().lastContactOn == "2026-06-04")
        #expect(try silent.with { $0.history.lastContactOn = "2026-06-05" }.decided().lastContactOn == "2026-06-05")
    }

    @Test("Nobody reached, a service not completed, a weak link and a comparison are no contact")
    func noContact() throws {
        #expect(try silent.adding(.answered(.lostContact)).row().rule == "R10")
        #expect(try silent.adding(.served(on: nil)).row().rule == "R10")
        #expect(try silent.adding(.served(on: "2026-10-01"), grade: .c).row().rule == "R10")
        #expect(try silent.row().methods == [.match])
    }
}

@Suite("Validity")
struct ValidityTests {
    @Test("Expired from the day before the month's last on")
    func boundary() throws {
        #expect(try Person().validUntil("2026-10-30").row().rule == "R11")
        #expect(try Person().validUntil("2026-10-31").row().rule == "R13")
    }

    @Test("Where the roster gives none, six months from the last contact")
    func byContact() throws {
        let person = Person().registered("2026-01-01").lastContact("2026-05-15").validUntil(nil)
        #expect(try person.row().workList.contains(.expiring))
        #expect(try person.lastContact("2026-06-01").row().workList.contains(.expiring) == false)
    }

    @Test("A registration is in the month if registered by its end and valid on its first day")
    func scope() throws {
        func isIn(_ person: Person) throws -> Bool { try person.engine().isInMonth(person.personCase) }
        #expect(try isIn(Person().registered("2026-10-31")))
        #expect(try !isIn(Person().registered("2026-11-01")))
        #expect(try isIn(Person().validUntil("2026-10-01")))
        #expect(try !isIn(Person().validUntil("2026-09-30")))
        #expect(try isIn(Person().registered("2025-01-01").lastContact("2026-04-01").validUntil(nil)))
        #expect(try !isIn(Person().registered("2025-01-01").lastContact("2026-03-31").validUntil(nil)))
    }

    @Test("A confirmed end before the month takes it out, unless the person registered again")
    func confirmedEnd() throws {
        func isIn(_ day: Day, registered: Day = "2026-05-10") throws -> Bool {
            let person = Person().registered(registered).with { $0.history.confirmedEnd = day }
            return try person.engine().isInMonth(person.personCase)
        }
        #expect(try !isIn("2026-09-30"))
        #expect(try isIn("2026-10-01"))
        #expect(try isIn("2026-08-30", registered: "2026-09-01"))
    }
}
