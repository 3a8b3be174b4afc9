import Decisions
import Roster
import Testing

@Suite("Agencies and flexible-account units make strong insurance weak")
struct IntermediaryTests {
    private func rule(_ employer: Employer, _ list: EmployerList, for period: Month = "2026-10") throws -> String {
        try Person(.insured(by: employer, for: period)).with { $0.setting.intermediaries = list }.row().rule
    }

    @Test("By credit code")
    func byCreditCode() throws {
        #expect(try rule(factory, EmployerList(creditCodes: [factory.creditCode])) == "R12")
        #expect(try rule(workshop, EmployerList(creditCodes: [factory.creditCode])) == "R05")
    }

    @Test("By unit number only where the row has no credit code")
    func byUnitNumber() throws {
        let list = EmployerList(unitNumbers: ["U1"])
        #expect(try rule(factory, list) == "R05")
        #expect(try rule(Employer(creditCode: "", unitNumber: "U1", name: "甲厂"), list) == "R12")
    }

    @Test("An empty text on the list matches nobody")
    func emptyEntries() throws {
        let list = EmployerList(creditCodes: [""], unitNumbers: [""])
        #expect(try rule(Employer(creditCode: "", unitNumber: "", name: "甲厂"), list) == "R05")
    }

    @Test("Next month's insurance by an agency is nothing")
    func nextMonth() throws {
        #expect(try rule(factory, EmployerList(creditCodes: [factory.creditCode]), for: "2026-11") == "R13")
    }
}
