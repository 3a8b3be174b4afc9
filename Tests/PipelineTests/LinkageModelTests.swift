import Foundation
import Matching
import Testing

@testable import Pipeline

/// Mistakes in model files, and what a model file says read back.
@Suite("Model files")
struct LinkageModelTests {
    private static let pipelines = ConfigurationSamples.root.appendingPathComponent("pipelines")

    static let mistakes: [SeededMistake] = [
        .init("an unknown key", "oneToOne: yes", "▸oneToOn: yes", "E104", nearest: "oneToOne"),
        .init("an unknown key of a field", "    veto: yes", "    ▸vetos: yes", "E104", nearest: "veto"),
        .init(
            "an unknown level", "levels: [exact, variant, homophone, {edits: 1}]",
            "levels: [exact, ▸variants, homophone, {edits: 1}]", "E113", nearest: "variant"),
        .init(
            "a level of another kind", "levels: [exact, swappedDate, oneDigit, {prefix: 4}]",
            "levels: [exact, swappedDate, ▸homophone, {prefix: 4}]", "E123"),
        .init("an unknown kind", "    kind: date", "    kind: ▸dates", "E113", nearest: "date"),
        .init(
            "a block of an unknown field", "- [name, birthDate]", "- [name, ▸birthday]", "E113", nearest: "birthDate"),
        .init("a threshold above one", "{link: 0.9, review: 0.5}", "{link: ▸1.9, review: 0.5}", "E112"),
        .init(
            "review above link", "thresholds: {link: 0.9, review: 0.5}", "▸thresholds: {link: 0.3, review: 0.5}", "E123"
        ),
        .init("a cap that is none", "blockCap: 100000", "blockCap: ▸many", "E111"),
        .init("a table that is not there", "pinyin: tables/pinyin.csv", "pinyin: ▸tables/pinjin.csv", "E121"),
        .init(
            "a field that covers nobody", "covers: {birthDate: birth, sex: sex}", "covers: {▸birth: birth, sex: sex}",
            "E113"),
    ]

    /// A folder with the tables of the shipped models and one model of this text.
    private static func folder(_ text: String) throws -> (file: String, folder: URL) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("models-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("tables"), withDestinationURL: pipelines.appendingPathComponent("tables"))
        let file = folder.appendingPathComponent("model.yaml")
        try Data(text.utf8).write(to: file)
        return (file.path, folder)
    }

    private static func shipped() throws -> String {
        try String(contentsOf: pipelines.appendingPathComponent("match-people.yaml"), encoding: .utf8)
    }

    @Test("mistakes are named with code, line, column and nearest name", arguments: mistakes)
    func named(_ mistake: SeededMistake) throws {
        let planted = try #require(mistake.plant(in: try Self.shipped()), "the sample must stand in the file once")
        let (file, folder) = try Self.folder(planted.text)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        let errors = #expect(throws: ConfigurationErrors.self) { try LinkageDefinition.load(file) }
        let problems = errors?.problems ?? []
        let found = problems.map { "\($0.code) \($0.place)" }
        let problem = try #require(problems.first { $0.code == mistake.code && $0.place == planted.place }, "\(found)")
        if let nearest = mistake.nearest { #expect(problem.nearest == nearest) }
    }

    @Test(
        "every shipped model loads, and holds no weights",
        arguments: ["match-people", "match-febrl", "match-registered"])
    func shippedModels(name: String) throws {
        let model = try LinkageDefinition.load(Self.pipelines.appendingPathComponent("\(name).yaml").path)
        #expect(model.weights == nil && model.warnings.isEmpty)
        #expect(!model.model.fields.isEmpty && !model.model.blocking.isEmpty)
    }

    @Test("a model written with its weights is the same when it is read again")
    func roundTrip() throws {
        var model = try LinkageDefinition.load(Self.pipelines.appendingPathComponent("match-people.yaml").path)
        var levels: [[LevelProbability]] = []
        for (field, definition) in model.model.fields.enumerated() {
            let count = definition.levels.count + 1
            levels.append(
                (0..<count).map { level in
                    let (m, u) = (1 / Double(3 + field + level), 1e-7 / Double(7 + level))
                    return LevelProbability(m: m, u: u, isTrained: level != 1)
                })
        }
        let weights = TrainedWeights(levels: levels, matchedShare: 0.1 / 3)
        model.texts = []
        let (file, folder) = try Self.folder(TrainedModelText(definition: model, weights: weights).text)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        let again = try LinkageDefinition.load(file)
        #expect(again.weights == weights)
        #expect(again.model == model.model && again.columns == model.columns && again.key == model.key)
        var other = try LinkageDefinition.load(Self.pipelines.appendingPathComponent("match-febrl.yaml").path)
        #expect(throws: ConfigurationErrors.self) { try other.pin(weightsOf: file) }
        try model.pin(weightsOf: file)
        #expect(model.weights == weights)
    }
}
