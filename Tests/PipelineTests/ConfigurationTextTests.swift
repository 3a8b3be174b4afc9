import Pipeline
import Testing

@Suite("Problems and rules as text")
struct ConfigurationTextTests {
    private let text = "name: 甲\n城市: {name: 乙}\n"

    private func firstProblem(
        _ fault: ConfigurationFault, found: String, _ place: ConfigPlace
    ) -> ConfigurationProblem? {
        let problems = ConfigurationSamples.problems(in: text)
        return problems.first { $0.fault == fault && $0.found == found && $0.place == place }
    }

    @Test("a problem shows what, where, the line with a caret as wide as the value, and what to do")
    func chinese() throws {
        let problem = try #require(firstProblem(.unknownKey, found: "城市", ConfigPlace(line: 2, column: 1)))
        let rendered = ProblemText.render(problem, language: .chinese, text: text)
        let lines = rendered.split(separator: "\n").map { String($0) }
        #expect(lines[0] == "错误 E104 未知的键：城市")
        #expect(lines[1].hasPrefix("  --> /") && lines[1].hasSuffix(":2:1"))
        #expect(lines[2] == "   |  城市: {name: 乙}")
        #expect(lines[3] == "   |  ^^^^")
        #expect(lines[4].hasPrefix("  处理：可用的名称："))
    }

    @Test("English has the same shape")
    func english() throws {
        let problem = try #require(firstProblem(.missingKey("city"), found: "", .start))
        let rendered = ProblemText.render(problem, language: .english, text: text)
        #expect(rendered.hasPrefix("error E110 missing key: city\n  --> /"))
        #expect(rendered.contains("\n   |  name: 甲\n   |  ^"))
    }

    @Test("every rule is listed with its basis, conditions, ground and line")
    func rules() throws {
        let definition = try PipelineDefinition.load(ConfigurationSamples.shippedFile)
        let book = RuleBook(definition)
        let entry = try #require(book.entry("r12"))
        let chinese = book.text(of: entry, in: .chinese)
        #expect(chinese.contains("（有弱证据表明任何事项，或调查告知的工作已过有效期），且并非本月调查告知仍失业"))
        #expect(chinese.contains("suspected 疑似就业待核实；处理：核实"))
        let lines = definition.texts.text.split(separator: "\n", omittingEmptySubsequences: false)
        let number = try #require(definition.ruleLines["R12"])
        #expect(lines[number - 1].contains("id: R12"))
        #expect(entry.place.hasSuffix("shaoguan-monthly.yaml:\(number)"))
        let all = book.text(in: .english)
        #expect(all.contains("action: cancel X11 死亡"))
        #expect(all.split(separator: "\n\n").count == 14)
        #expect(book.entry("R99") == nil)
    }
}
