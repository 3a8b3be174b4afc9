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
        let book = try RuleBook(definition)
        let chinese = try #require(book.text(of: "r12", in: .chinese))
        #expect(chinese.contains("（有弱证据表明任何事项，或调查告知的工作已过有效期），且并非本月调查告知仍失业"))
        #expect(chinese.contains("suspected 疑似就业待核实；处理：核实"))
        let lines = definition.texts.text.split(separator: "\n", omittingEmptySubsequences: false)
        let number = try #require(definition.ruleLines["R12"])
        #expect(lines[number - 1].contains("id: R12"))
        #expect(chinese.hasSuffix("shaoguan-monthly.yaml:\(number)"))
        let all = book.text(in: .english)
        #expect(all.contains("action: cancel X11 死亡"))
        #expect(all.split(separator: "\n\n").count == 14 + 12 + 9)
        #expect(book.text(of: "R99", in: .chinese) == nil)
    }

    @Test("categories and grounds of exit are told in words, with what to bring")
    func categories() throws {
        let book = try RuleBook(try PipelineDefinition.load(ConfigurationSamples.shippedFile))
        #expect(
            book.text(of: "11", in: .chinese) == """
                11 退役士兵
                  成立：列入名册：退役士兵，且登记失业满 6 个月
                  材料：身份证、退出现役材料
                  依据：《工作方案》六（一）11
                """)
        #expect(
            book.text(of: "01", in: .english) == """
                01 大龄失业人员
                  holds: men from 50, women from 40 years on at the month's end
                  level III: within 60 months of the statutory retirement age
                  documents: 身份证
                  basis: 《工作方案》六（一）1
                """)
        #expect(book.text(of: "e01", in: .chinese) == "E01 享受养老待遇或达到法定退休年龄\n  成立：由 R02 判定，或达到法定退休年龄")
    }
}
