import Pipeline
import Testing

@Suite("Pipeline files and tables as files")
struct ConfigurationFileTests {
    @Test("all problems of a file come at once, in its order")
    func allAtOnce() {
        let problems = ConfigurationSamples.problems(ofFile: ConfigurationSamples.fixture("many-mistakes.yaml"))
        let found = problems.map { "\($0.code) \($0.place) \($0.found)" }
        #expect(
            found == [
                "E110 1:1 ", "E104 2:1 citty", "E111 3:23 big", "E105 3:28 recordBytes",
                "E123 6:3 unemployed", "E113 8:11 snapshots",
                "E115 9:24 /名册.csv", "E117 12:28 登记编号", "E118 13:7 scheme", "E112 14:29 0", "E113 16:31 jobless",
                "E113 18:73 allways", "E113 18:90 opn", "E113 19:19 conclusiv", "E111 20:47 six", "E106 21:12 *grades",
            ])
    }

    @Test("a bomb of aliases is refused at each of them without being blown up")
    func aliasBomb() {
        let problems = ConfigurationSamples.problems(ofFile: ConfigurationSamples.fixture("alias-bomb.yaml"))
        let aliases = problems.filter { $0.fault == .yamlFeature(.alias) }
        let anchors = problems.filter { $0.fault == .yamlFeature(.anchor) }
        #expect(aliases.count == 45)
        #expect(aliases.first?.place == ConfigPlace(line: 2, column: 8))
        #expect(anchors.map(\.place.line) == [1, 2, 3, 4, 6])
    }

    @Test(
        "a file that is no pipeline text is refused with its place",
        arguments: [
            ("gb18030.yaml", "E102", 1, 7), ("control-character.yaml", "E103", 2, 9), ("empty.yaml", "E110", 1, 1),
            ("bottomless.yaml", "E108", 1, 4), ("absent.yaml", "E100", 1, 1), ("tables", "E100", 1, 1),
        ])
    func refused(_ name: String, _ code: String, _ line: Int, _ column: Int) throws {
        let problems = ConfigurationSamples.problems(ofFile: ConfigurationSamples.fixture(name))
        let problem = try #require(problems.first)
        #expect(problem.code == code)
        #expect(problem.place.line == line)
        if code != "E108" { #expect(problem.place.column == column) }
    }

    @Test(
        "a fault of a table is named by its own file, line and column",
        arguments: [
            ("workdays.csv", "workdays-faulty.csv", ["E122 4:1", "E122 5:12", "E122 6:1"]),
            ("name_variants.csv", "variants-faulty.csv", ["E122 3:1", "E122 4:1", "E122 5:1", "E122 6:1"]),
            ("regions_4402.csv", "regions-without-columns.csv", ["E122 1:1", "E122 1:1", "E122 1:1", "E122 1:1"]),
            ("provinces.csv", "empty.csv", ["E122 1:1"]),
        ])
    func tableFaults(_ shipped: String, _ faulty: String, _ expected: [String]) throws {
        let text = try ConfigurationSamples.shippedText()
            .replacing("tables/\(shipped)", with: "../fixtures/pipelines/tables/\(faulty)")
        let problems = ConfigurationSamples.problems(in: text).filter { $0.file.hasSuffix(faulty) }
        #expect(problems.map { "\($0.code) \($0.place)" } == expected)
    }

    @Test("the digest's input follows the text and the tables, not the folder")
    func digestInput() throws {
        let text = try ConfigurationSamples.shippedText()
        let shipped = try PipelineDefinition.load(ConfigurationSamples.shippedFile).texts
        let again = try PipelineDefinition.parse(text, file: ConfigurationSamples.shippedFile).texts
        #expect(shipped.digestInput == again.digestInput)
        var other = shipped
        other.tables[0].bytes.append(0x0A)
        #expect(shipped.digestInput != other.digestInput)
        other = shipped
        other.file = "elsewhere.yaml"
        #expect(shipped.digestInput == other.digestInput)
    }
}
