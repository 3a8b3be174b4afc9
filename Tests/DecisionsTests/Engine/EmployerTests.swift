import Decisions
import Roster
import Testing

@Suite("Who the employer is")
struct EmployerTests {
    @Test("Of two employers the one paid for last, whatever the order or grade")
    func laterPayment() throws {
        let first = Observation.insured(by: factory, on: "2026-10-25")
        let second = Observation.insured(by: workshop, on: "2026-10-20")
        #expect(try Person(first, second).row().employer == "甲厂")
        #expect(try Person(second, first).row().employer == "甲厂")
        #expect(try Person(second).adding(first, grade: .b).row().employer == "甲厂")
        #expect(try Person(.insured(by: factory, on: nil), second).row().employer == "乙坊")
    }

    @Test("On the same day the greater values, in any order of rows")
    func sameDay() throws {
        let pair = [Observation.insured(by: factory), .insured(by: workshop)]
        #expect(try Person(pair[0], pair[1]).row().employer == "乙坊")
        #expect(try Person(pair[1], pair[0]).row().employer == "乙坊")
    }

    @Test("Business, told job, and nobody")
    func others() throws {
        #expect(try Person(.owns(name: "丙店")).row().employer == "丙店")
        #expect(try Person(.answered(.employed, employer: "丁公司")).row().employer == "丁公司")
        #expect(try Person().remembering(answer(.employed, on: "2026-09-01", employer: "丁公司")).row().employer == "丁公司")
        #expect(try Person(.pensioned()).row().employer.isEmpty)
    }

    @Test("Strong and paid months up to the month are handed over, one a month and employer, in order")
    func employerMonths() throws {
        let person = Person(
            .insured(), .insured(.unemployment, for: "2026-10", .owed), .insured(for: "2026-09", .owed),
            .insured(by: workshop, for: "2026-08"), .insured(for: "2026-11"), .insured(.workInjury, for: "2026-07"),
            .insured(for: "2026-05")
        )
        .adding(.insured(by: workshop, for: "2026-06"), grade: .c)
        #expect(
            try person.decided().employerMonths == [
                EmployerMonth(
                    month: "2026-05", employerKey: factory.key, employerName: "甲厂", isStrong: false, isPaid: true),
                EmployerMonth(
                    month: "2026-08", employerKey: workshop.key, employerName: "乙坊", isStrong: true, isPaid: true),
                EmployerMonth(
                    month: "2026-10", employerKey: factory.key, employerName: "甲厂", isStrong: true, isPaid: true),
            ])
    }
}
