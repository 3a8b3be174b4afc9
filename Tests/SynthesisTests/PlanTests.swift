import Roster
import Synthesis
import Testing

@Suite struct PlanTests {
    private let months = Month(index: 2026 * 12 + 7)...Month(index: 2026 * 12 + 9)

    @Test("a plan lists everything that is wrong with it")
    func problems() {
        let plan = SynthesisPlan(
            folder: "", months: months, registered: 0, insuranceRows: -1, mess: 2, isShowcase: false)
        #expect(plan.problems == [.noFolder, .registered(least: 1), .insuranceRows, .mess])
    }
}
