import Decisions
import Roster
import Testing

@Suite("Why a person is on a work list")
struct WorkListTests {
    /// Registered and silent since January, so that only the roster's last contact counts.
    private let longRegistered = Person().registered("2026-01-01")

    @Test("An ordinary person is on none and has no due date")
    func nobody() throws {
        let row = try Person().row()
        #expect(row.workList.isEmpty)
        #expect(row.dueDate == nil)
    }

    @Test("Suspected, and not tracked")
    func byStatus() throws {
        #expect(try Person(.insured(.workInjury)).row().workList == [.suspected])
        #expect(try Person().withoutID().row().workList == [.notComparable])
        #expect(try Person(.answered(.stillUnemployed)).withoutID().row().workList.isEmpty)
        #expect(try Person(.placed()).withoutID().row().workList == [.notComparable])
    }

    @Test("Contact is due from three months on")
    func contactDue() throws {
        #expect(try longRegistered.lastContact("2026-07-31").row().workList == [.contactDue])
        #expect(try longRegistered.lastContact("2026-08-01").row().workList.isEmpty)
        #expect(try longRegistered.lastContact("2026-04-30").row().workList == [.contactDue])
        #expect(try longRegistered.lastContact("2026-07-31").adding(.insured()).row().workList.isEmpty)
    }

    @Test("Expiring from the month's last day to thirty days after it")
    func expiring() throws {
        #expect(try Person().validUntil("2026-10-31").row().workList == [.expiring])
        #expect(try Person().validUntil("2026-11-30").row().workList == [.expiring])
        #expect(try Person().validUntil("2026-12-01").row().workList.isEmpty)
        #expect(try Person().validUntil("2026-10-30").row().workList.isEmpty)
        #expect(try Person(.insured()).validUntil("2026-11-30").row().workList.isEmpty)
    }

    @Test("Recognised and not contacted in the month")
    func difficult() throws {
        let recognised = Person().with { $0.registration.recognisedCategory = "01" }
        #expect(try recognised.row().workList == [.difficult])
        #expect(try recognised.row().isRecognised)
        #expect(try recognised.lastContact("2026-09-30").row().workList == [.difficult])
        #expect(try recognised.lastContact("2026-10-01").row().workList.isEmpty)
        #expect(try recognised.adding(.insured()).row().workList.isEmpty)
    }

    @Test("In the month in which a retirement age is reached, for women each of two")
    func retirementAge() throws {
        func reasons(_ digits: String, month: Month = "2026-10") throws -> [WorkListReason] {
            try Person().with {
                $0.registration.id = .usable(IDNumber.completing(digits))
                $0.registration.lastContactOn = month.firstDay
                $0.setting = MonthSetting(month: month, calendar: nil)
            }.row().workList
        }
        #expect(try reasons("44020119660503101") == [.retirementAge])
        #expect(try reasons("44020119660403101").isEmpty)
        #expect(try reasons("44020119660603101").isEmpty)
        let woman = "44020119760303102"
        let months = ShippedPolicy.policy.retirementMonths(sex: .female, bornIn: "1976-03")
        for (month, age) in zip(months, [600 + 8, 660 + 19]) {
            #expect(month == Month("1976-03").adding(age))
        }
        #expect(try reasons(woman, month: months[0]) == [.retirementAge])
        #expect(try reasons(woman, month: months[0].adding(1)).isEmpty)
    }

    @Test("All reasons of a person are written once, in order")
    func order() throws {
        let person = Person(.insured(.workInjury)).registered("2026-01-01").lastContact("2026-05-15")
            .validUntil("2026-11-01")
            .with {
                $0.registration.recognisedCategory = "01"
                $0.registration.id = .missing
                $0.registration.sex = .male
                $0.registration.birthDate = "1966-05-01"
                $0.hasIdentityConflict = true
            }
            .adding(.pensioned(), grade: .d)
            .rememberingEmployer(in: "2026-09", strong: true, paid: true)
        #expect(
            try person.row().workList == [
                .conflict, .weakMatch, .suspected, .lapsed, .notComparable, .contactDue, .expiring, .difficult,
                .retirementAge,
            ])
    }

    @Test("Reasons that the policy does not give are left out")
    func switchedOff() throws {
        let person = Person(.insured(.workInjury)).with { $0.policy.workList.reasons = [] }
        #expect(try person.row().workList.isEmpty)
        #expect(try person.row().dueDate == nil)
    }
}

@Suite("A job that lapsed")
struct LapsedTests {
    private let worked = Person(.insured(for: "2026-09"))

    @Test("Strong last month, not this month: a reason, not a status")
    func lapsed() throws {
        let row = try worked.row()
        #expect(row.workList == [.lapsed])
        #expect(row.rule == "R13")
        #expect(try Person().rememberingEmployer(in: "2026-09", strong: true, paid: true).row().workList == [.lapsed])
    }

    @Test("Not where last month was not strong, or is the month of registration or before")
    func notStrong() throws {
        #expect(try Person(.insured(.workInjury, for: "2026-09")).row().workList.isEmpty)
        #expect(try Person(.insured(for: "2026-09", .owed)).row().workList.isEmpty)
        #expect(try Person(.insured(for: "2026-09", .back)).row().workList.isEmpty)
        #expect(try Person(.insured(for: "2026-08")).row().workList.isEmpty)
        #expect(try worked.registered("2026-09-01").row().workList.isEmpty)
        #expect(try worked.registered("2026-08-31").row().workList == [.lapsed])
        #expect(try Person().rememberingEmployer(in: "2026-09", strong: false, paid: true).row().workList.isEmpty)
        #expect(try Person().adding(.insured(for: "2026-09"), grade: .c).row().workList.isEmpty)
        let remembered = Person().rememberingEmployer(in: "2026-09", strong: true, paid: true)
        #expect(try remembered.registered("2026-09-15").row().workList.isEmpty)
    }

    @Test("Arrears of last month behind a paid month are a job")
    func arrears() throws {
        #expect(try Person(.insured(for: "2026-08"), .insured(for: "2026-09", .owed)).row().workList == [.lapsed])
    }

    @Test("Not where a survey of the month was answered; nobody reached is no answer")
    func answered() throws {
        #expect(try worked.adding(.answered(.stillUnemployed)).row().workList.isEmpty)
        #expect(try worked.adding(.answered(.other)).row().workList.isEmpty)
        #expect(try worked.adding(.answered(.lostContact)).row().workList == [.lapsed])
    }

    @Test("Only for open statuses")
    func openOnly() throws {
        #expect(try worked.adding(.subsidised()).row().workList.isEmpty)
        #expect(try worked.adding(.insured(.workInjury)).row().workList == [.suspected, .lapsed])
    }

    @Test("Insurance by the own business counts")
    func ownBusiness() throws {
        #expect(try worked.adding(.owns(code: factory.creditCode, .deregistered)).row().workList == [.lapsed])
    }
}
