import Ledger
import Matching
import Roster

extension PipelineDefinition {
    /// Reads and checks a pipeline file and the tables it names.
    ///
    /// All problems are collected; with any error among them nothing is returned.
    package static func load(_ file: String) throws(ConfigurationErrors) -> PipelineDefinition {
        let log = ProblemLog(file: file)
        let folder = ConfigurationFolder(of: file)
        let name = String(file.dropFirst(folder.prefix.count))
        switch folder.read(name, largest: ConfigurationDocument.largestFile + 1) {
        case .failure(let failure):
            log.report(.unreadable(failure.reason), at: .start, found: file)
            throw log.errors
        case .success(let bytes):
            return try define(ConfigurationDocument(bytes: bytes, file: file, log: log), folder, log)
        }
    }

    /// Reads and checks a text as a pipeline file called `file`; its tables are looked for beside that.
    package static func parse(_ text: String, file: String) throws(ConfigurationErrors) -> PipelineDefinition {
        let log = ProblemLog(file: file)
        let document = ConfigurationDocument(bytes: Array(text.utf8), file: file, log: log)
        return try define(document, ConfigurationFolder(of: file), log)
    }

    /// The pipeline that a ledger keeps with a revision, called `file` in messages. The model that compares what no tier
    /// settles is left out: nothing is matched by a pipeline of the past.
    static func restore(_ kept: KeptPipeline, file: String) throws(ConfigurationErrors) -> PipelineDefinition {
        let log = ProblemLog(file: file)
        let document = ConfigurationDocument(bytes: Array(kept.text.utf8), file: file, log: log)
        let files = Dictionary(kept.files.map { ($0.path, Array($0.text.utf8)) }) { first, _ in first }
        return try define(document, ConfigurationFolder(kept: files), log, withReview: false)
    }

    private static func define(
        _ document: ConfigurationDocument?, _ folder: ConfigurationFolder, _ log: ProblemLog, withReview: Bool = true
    ) throws(ConfigurationErrors) -> PipelineDefinition {
        guard let document else { throw log.errors }
        let parser = PipelineParser(document: document, folder: folder, log: log)
        guard var definition = parser.parse(), !log.hasErrors else { throw log.errors }
        definition.warnings = log.errors.problems
        if withReview { try definition.loadReviewModel(from: folder) }
        return definition
    }

    /// Loads the model and the weights that the pipeline names; their bytes belong to the pipeline's.
    private mutating func loadReviewModel(from folder: ConfigurationFolder) throws(ConfigurationErrors) {
        guard let review = matching.review else { return }
        // A model that compares records with registered people has no fields but those that both have.
        var model = try LinkageDefinition.load(
            folder.display(review.model), fields: PersonTraits.Field.allCases.map(\.rawValue))
        if let weights = review.weights { try model.pin(weightsOf: folder.display(weights)) }
        model.model.assignment = .onePersonARecord
        for path in [review.model] + (review.weights.map { [$0] } ?? []) {
            if case .success(let bytes) = folder.read(path) {
                texts.tables.append(ConfigurationTexts.Table(name: "review:\(path)", path: path, bytes: bytes))
            }
        }
        texts.tables += model.texts.map {
            ConfigurationTexts.Table(name: "review:\($0.name)", path: $0.path, bytes: $0.bytes)
        }
        reviewModel = model
    }
}

extension ProblemLog {
    /// What was collected, by file and place.
    var errors: ConfigurationErrors {
        ConfigurationErrors(problems: problems.sorted(), texts: texts)
    }
}
