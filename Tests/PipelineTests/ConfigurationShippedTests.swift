import Decisions
import Pipeline
import Roster
import Testing

@Suite("The shipped pipeline file")
struct ConfigurationShippedTests {
    @Test("loads without a problem and holds the rules R01 to R14 in order")
    func rulesInOrder() throws {
        do {
            let definition = try PipelineDefinition.load(ConfigurationSamples.shippedFile)
            #expect(definition.warnings.isEmpty)
            let expected = [
                "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13", "R14",
            ]
            #expect(definition.policy.rules.map(\.id) == expected)
        } catch {
            Issue.record("\(ProblemText.render(error, language: .english))")
        }
    }
}
