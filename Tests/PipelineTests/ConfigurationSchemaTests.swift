import Foundation
import Testing

@testable import Pipeline

@Suite("The schema for editors")
struct ConfigurationSchemaTests {
    @Test("knows exactly the keys that the parser asks for, section by section")
    func sameKeys() throws {
        let log = ProblemLog(file: ConfigurationSamples.shippedFile)
        for name in ["shaoguan-monthly", "benchmark"] {
            let path = ConfigurationSamples.root.appendingPathComponent("pipelines/\(name).yaml").path
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let document = try #require(ConfigurationDocument(text: text, file: log.file, log: log))
            _ = PipelineParser(document: document, folder: ConfigurationFolder(of: path), log: log).parse()
        }

        let file = ConfigurationSamples.root.appendingPathComponent("pipelines/pipeline.schema.json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let sections = try #require(root["$defs"] as? [String: [String: Any]])
        var schema: [String: Set<String>] = ["pipeline": keys(of: root)]
        for (name, section) in sections where section["properties"] != nil { schema[name] = keys(of: section) }
        #expect(log.askedKeys == schema)
    }

    private func keys(of section: [String: Any]) -> Set<String> {
        Set((section["properties"] as? [String: Any] ?? [:]).keys)
    }
}
