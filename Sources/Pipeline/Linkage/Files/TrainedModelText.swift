import Matching

/// A model with its weights as a model file: what `model.yaml` holds. Read again, it weighs the same.
struct TrainedModelText {
    let definition: LinkageDefinition
    let weights: TrainedWeights

    /// The text of the file. Tables stand in `tables/` beside it.
    var text: String {
        (head + tables + fields + blocking + weightLines).joined(separator: "\n") + "\n"
    }

    private var model: LinkageModel { definition.model }
    private var names: [String] { model.fields.map(\.name) }

    private var head: [String] {
        [
            "# 训练所得的模型：--model 用它，下次即按同样的权重比对。",
            "name: \(YAMLText.quoted(model.name))", "title: \(YAMLText.quoted(definition.title))",
            "key: \(YAMLText.list(definition.key))",
            "thresholds: {link: \(model.linkThreshold), review: \(model.reviewThreshold)}",
            "oneToOne: \(model.assignment == .oneToOne ? "yes" : "no")", "blockCap: \(model.blockCap)",
            "mostNamesOfID: \(definition.mostNamesOfID)",
            "training: {seed: \(model.training.seed), samplePairs: \(model.training.samplePairs), rounds: \(model.training.rounds)}",
            "marks:", "  empty: \(YAMLText.list(definition.marks.null))",
            "  total: \(YAMLText.list(definition.marks.total))",
            "  unreadable: \(YAMLText.list(definition.marks.unreadable))",
        ]
    }

    private var tables: [String] {
        guard !definition.texts.isEmpty else { return [] }
        return ["tables:"]
            + definition.texts.map { "  \($0.name): \(YAMLText.quoted("tables/" + TrainedModelText.fileName($0)))" }
    }

    /// The name of a table's copy beside the model.
    static func fileName(_ table: ConfigurationTexts.Table) -> String { "\(table.name).csv" }

    private var fields: [String] {
        ["fields:"]
            + zip(model.fields, definition.columns).flatMap { field, column in
                [
                    "  \(YAMLText.quoted(field.name)):", "    headings: \(YAMLText.list(column.headings))",
                    "    kind: \(field.kind.rawValue)",
                    "    levels: [\(field.levels.map { LevelWords.yaml($0, names: names) }.joined(separator: ", "))]",
                    "    termFrequency: \(field.usesTermFrequency ? "yes" : "no")",
                    "    veto: \(field.vetoesDifference ? "yes" : "no")",
                ]
                    + (field.covers.isEmpty
                        ? []
                        : ["    covers:"]
                            + field.covers.map { "      \(YAMLText.quoted(names[$0.field])): \($0.part.rawValue)" })
            }
    }

    private var blocking: [String] {
        ["blocking:"]
            + model.blocking.map { rule in
                "  - [\(rule.parts.map { BlockingWords.yaml($0, names: names) }.joined(separator: ", "))]"
            }
    }

    private var weightLines: [String] {
        ["weights:", "  matchedShare: \(weights.matchedShare)"]
            + zip(model.fields, weights.levels).flatMap { field, levels in
                ["  \(YAMLText.quoted(field.name)):"]
                    + levels.map { level in
                        "    - {m: \(level.m), u: \(level.u), trained: \(level.isTrained ? "yes" : "no")}"
                    }
            }
    }
}

/// The words by which model files name the parts of blocking rules.
enum BlockingWords {
    /// The part as a model file writes it.
    static func yaml(_ part: BlockingPart, names: [String]) -> String {
        let name = YAMLText.quoted(names[part.field])
        switch part.derivation {
        case .whole: return name
        case .variant: return "{variant: \(name)}"
        case .homophone: return "{homophone: \(name)}"
        case .first(let count): return "{field: \(name), first: \(count)}"
        case .last(let count): return "{field: \(name), last: \(count)}"
        case .birth: return "{birth: \(name)}"
        }
    }

    /// The rule in words for a page: `name + birthDate`.
    static func text(_ rule: BlockingRule, names: [String]) -> String {
        rule.parts.map { part in
            switch part.derivation {
            case .whole: names[part.field]
            case .variant: "\(names[part.field])（异体）"
            case .homophone: "\(names[part.field])（同音）"
            case .first(let count): "\(names[part.field])（前 \(count) 位）"
            case .last(let count): "\(names[part.field])（后 \(count) 位）"
            case .birth: "\(names[part.field])（出生日期）"
            }
        }.joined(separator: " + ")
    }
}

/// Texts as YAML writes them.
enum YAMLText {
    /// Between double quotes.
    static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case _ where scalar.value < 0x20: "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// A list in brackets.
    static func list(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }
}
