import Pipeline
import Testing

@Suite("Globs of file names")
struct ConfigurationGlobTests {
    @Test(
        "fit the names they should and no others",
        arguments: [
            ("名册*.csv", "名册_202610.csv", true), ("名册*.csv", "名册.csv", true), ("名册*.csv", "名册.csv.gz", false),
            ("名册*.csv", "甲/名册.csv", false), ("**/名册.csv", "甲/乙/名册.csv", true), ("**/名册.csv", "名册.csv", true),
            ("**/名册.csv", "旧名册.csv", false), ("*/名册.csv", "甲/名册.csv", true), ("名?.csv", "名册.csv", true),
            ("名[册单].csv", "名单.csv", true), ("名[册单].csv", "名录.csv", false), ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false), ("名册*.{csv,csv.gz}", "名册1.csv.gz", true), ("{a,b}{1,2}", "b2", true),
            ("A.csv", "a.csv", false),
        ])
    func matching(_ pattern: String, _ name: String, _ fits: Bool) throws {
        #expect(try FileGlob(pattern).matches(name) == fits)
    }

    @Test(
        "overlap when some name fits both",
        arguments: [
            ("a*", "*b", true), ("a*.csv", "b*.csv", false), ("a?", "ab", true), ("a?", "abc", false),
            ("*记录*.csv", "服务记录*.{csv,zip}", true), ("a*", "a*.csv", true), ("*.csv", "*.xml", false),
            ("**/x", "甲/x", true), ("", "a", nil), ("[ab]c", "bc", true),
        ] as [(String, String, Bool?)])
    func overlapping(_ first: String, _ second: String, _ overlap: Bool?) throws {
        guard let overlap else {
            #expect(throws: GlobFaultError.self) { try FileGlob(first) }
            return
        }
        let (left, right) = (try FileGlob(first), try FileGlob(second))
        #expect(left.overlaps(right) == overlap)
        #expect(right.overlaps(left) == overlap)
    }

    @Test("every file name of the shipped sources belongs to exactly one source")
    func oneSource() throws {
        let definition = try PipelineDefinition.load(ConfigurationSamples.shippedFile)
        #expect(definition.sources.count == 16)
        for source in definition.sources {
            for name in ["_202610.csv", "_202610_part1.csv.gz", "_440203_202610.zip", ".txt", ".xlsx", ".xml"] {
                #expect(definition.sources(matching: source.title + name).map(\.name) == [source.name])
            }
        }
    }
}
