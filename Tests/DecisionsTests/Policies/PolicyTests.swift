import Decisions
import Roster
import Testing

@Suite("A second policy decides otherwise without a change of the program")
struct BenchmarkPolicyTests {
    @Test(
        "Statuses by the other policy",
        arguments: [
            (Observation.pensioned(.disability), "retired"), (.pensioned(.resident), "unemployed"),
            (.insured(.employeeMedical), "employed"), (.insured(.workInjury), "employed"),
            (.insured(.maternity), "unemployed"), (.insured(.employeePension, .employee, .back), "unemployed"),
            (.insured(base: 0), "employed"), (.insured(for: "2026-09"), "unemployed"),
            (.owns(.deregistered, since: "2027-01-01"), "unemployed"), (.owns(), "self-employed"),
            (.insured(.employeePension, .selfPaid), "flexible"), (.insured(.employeeMedical, .selfPaid), "flexible"),
            (.insured(.unemployment, .selfPaid), "unemployed"), (.answered(.employed), "unemployed"),
            (.inSpell(.student, from: "2026-09-01"), "unemployed"), (.died(on: "2026-10-01"), "unemployed"),
        ])
    func statuses(_ observation: Observation, _ status: String) throws {
        let row = try Person(observation).with { $0.policy = BenchmarkPolicy.policy }.row()
        #expect(row.status == StatusCode(status))
        #expect(row.workList.isEmpty)
        #expect(row.verificationReasons.isEmpty)
    }

    @Test("The month of registration counts there")
    func registrationMonth() throws {
        let person = Person(.insured()).registered("2026-10-05").with { $0.policy = BenchmarkPolicy.policy }
        #expect(try person.row().status == "employed")
    }
}

@Suite("Numbers of the policy")
struct PolicyNumberTests {
    @Test("Changing a number changes who is decided by it")
    func numbers() throws {
        let silent = Person().registered("2026-01-01").lastContact("2026-06-15")
        #expect(try silent.row().rule == "R13")
        #expect(try silent.with { $0.policy.contact.lostAfterMonths = 4 }.row().rule == "R10")
        let told = Person().remembering(answer(.employed, on: "2026-08-01"))
        #expect(try told.with { $0.policy.told.holds[1].months = 2 }.row().rule == "R12")
        let agency = Person(.insured(.workInjury))
        #expect(try agency.with { $0.policy.weighing.contributions[5].weight = .strong }.row().rule == "R05")
    }
}

@Suite("Faults of a policy")
struct PolicyFaultTests {
    private func faults(_ change: (inout DecisionPolicy) -> Void) -> [PolicyFault] {
        var policy = ShippedPolicy.policy
        change(&policy)
        return policy.faults()
    }

    @Test("The shipped policy and the other have none")
    func sound() {
        #expect(ShippedPolicy.policy.faults().isEmpty)
        #expect(BenchmarkPolicy.policy.faults().isEmpty)
    }

    @Test("Each fault is found, all at once")
    func found() {
        #expect(faults { $0.rules = [] } == [.noRules])
        #expect(faults { $0.statuses.append($0.statuses[0]) } == [.duplicateStatus("deceased")])
        #expect(faults { $0.rules.insert($0.rules[0], at: 0) } == [.duplicateRule("R01")])
        #expect(faults { $0.rules[0].outcomes = [] } == [.ruleWithoutOutcome(rule: "R01")])
        #expect(faults { $0.rules[0].outcomes[0].status = "gone" } == [.unknownStatus("gone", rule: "R01")])
        #expect(faults { $0.rules.removeLast() } == [.lastRuleNotForEveryone(rule: "R13")])
        #expect(faults { $0.workList.sampleRate = 1.5 } == [.sampleRateOutOfRange])
        #expect(faults { $0.retirement[0].stepMonths = 0 } == [.retirementStepNotPositive(category: "male_60")])
        #expect(
            faults {
                $0.workList.sampleRate = -1
                $0.rules[1].id = "R01"
            } == [.duplicateRule("R01"), .sampleRateOutOfRange])
    }

    @Test("No engine under a policy with a fault")
    func refused() {
        var policy = ShippedPolicy.policy
        policy.rules.removeLast()
        #expect(throws: PolicyFault.lastRuleNotForEveryone(rule: "R13")) {
            try DecisionEngine(policy: policy, setting: MonthSetting(month: "2026-10", calendar: nil))
        }
    }
}
