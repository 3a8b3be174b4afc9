import Matching
import Normalization

/// Reads a document into a model of linkage. What is wrong goes to the log; the reading goes on with what is left.
struct LinkageParser {
    let document: ConfigurationDocument
    let folder: ConfigurationFolder
    let log: ProblemLog
    /// The names that fields may have; `nil`: any.
    let fieldNames: [String]?

    /// The definition, which can be used if the log holds no errors; `nil` if the root is no mapping.
    func parse() -> LinkageDefinition? {
        ConfigCursor(root: document.root, log: log).section("model") { definition($0) }
    }

    private func definition(_ root: ConfigSection) -> LinkageDefinition {
        let name = root.require("name")?.text() ?? ""
        let loader = TableLoader(folder: folder, log: log)
        let tables = root.optional("tables")?.section("tables") { loader.load($0) } ?? (PipelineTables(), [])
        let fields = LinkageFieldsParser(known: fieldNames).fields(root.require("fields"))
        let names = fields.map(\.field.name)
        var model = LinkageModel(
            name: name, fields: fields.map(\.field),
            blocking: BlockingParser(names: names).rules(root.require("blocking")))
        readNumbers(root, into: &model)
        let weights = root.optional("weights").flatMap { WeightsParser(fields: model.fields).weights($0) }
        var mostNames = 3
        root.read("mostNamesOfID", into: &mostNames) { $0.integer(in: 1...1000) }
        return LinkageDefinition(
            title: root.optional("title")?.text() ?? name, model: model, columns: fields.map(\.column),
            key: root.optional("key")?.itemsOrOne().compactMap { $0.text() } ?? [], mostNamesOfID: mostNames,
            weights: weights, tables: tables.0, texts: tables.1,
            marks: root.optional("marks").map { SettingsParser().marks($0) } ?? .usual, text: document.text)
    }

    private func readNumbers(_ root: ConfigSection, into model: inout LinkageModel) {
        _ = root.optional("thresholds")?.section("thresholds") { section in
            section.read("link", into: &model.linkThreshold) { $0.share()?.fraction }
            section.read("review", into: &model.reviewThreshold) { $0.share()?.fraction }
            if model.reviewThreshold > model.linkThreshold {
                section.reportKey(.contradiction(.reviewAboveLink), found: "")
            }
        }
        root.read("oneToOne", into: &model.assignment) { $0.flag().map { $0 ? .oneToOne : .open } }
        root.read("blockCap", into: &model.blockCap) { $0.integer(in: 1...1_000_000_000) }
        _ = root.optional("training")?.section("training") { section in
            section.read("seed", into: &model.training.seed) { $0.integer(in: 0...Int.max).map(UInt64.init) }
            section.read("samplePairs", into: &model.training.samplePairs) { $0.integer(in: 1000...100_000_000) }
            section.read("rounds", into: &model.training.rounds) { $0.integer(in: 1...10_000) }
        }
    }
}

extension Share {
    /// From 0 to 1.
    var fraction: Double { Double(millionths) / 1_000_000 }
}

/// Reads the blocking rules: lists of fields, or of what is derived from them.
struct BlockingParser {
    let names: [String]

    /// The section `blocking`.
    func rules(_ cursor: ConfigCursor?) -> [BlockingRule] {
        cursor?.items().compactMap { rule in
            let parts = rule.itemsOrOne().compactMap(part)
            return parts.isEmpty ? nil : BlockingRule(parts)
        } ?? []
    }

    /// `birthDate`, `{homophone: name}`, `{variant: name}`, `{birth: idNumber}`, `{field: surname, first: 3}`.
    private func part(_ cursor: ConfigCursor) -> BlockingPart? {
        guard case .mapping = cursor.node.content else { return field(cursor).map { BlockingPart($0) } }
        return cursor.section("blockingPart") { section in
            let derivations: [(String, BlockingPart.Derivation)] = [
                ("homophone", .homophone), ("variant", .variant), ("birth", .birth),
            ]
            let derived = derivations.compactMap { key, derivation in
                section.optional(key).flatMap(field).map { BlockingPart($0, derivation) }
            }
            let first = section.optional("first")?.integer(in: 1...64)
            let last = section.optional("last")?.integer(in: 1...64)
            if let part = derived.first { return part }
            guard let field = section.require("field").flatMap(field) else { return nil }
            if let first { return BlockingPart(field, .first(first)) }
            return BlockingPart(field, last.map { .last($0) } ?? .whole)
        } ?? nil
    }

    private func field(_ cursor: ConfigCursor) -> Int? {
        cursor.name(.field, among: names).flatMap { names.firstIndex(of: $0) }
    }
}
