import Matching

extension LinkageDefinition {
    /// Reads and checks a model file and the tables it names.
    ///
    /// All problems are collected; with any error among them nothing is returned.
    ///
    /// - Parameter fields: the names that fields may have; `nil`: any.
    package static func load(
        _ file: String, fields: [String]? = nil
    ) throws(ConfigurationErrors) -> LinkageDefinition {
        let log = ProblemLog(file: file)
        let folder = ConfigurationFolder(of: file)
        switch folder.read(String(file.dropFirst(folder.prefix.count)), largest: ConfigurationDocument.largestFile + 1)
        {
        case .failure(let failure):
            log.report(.unreadable(failure.reason), at: .start, found: file)
            throw log.errors
        case .success(let bytes):
            guard let document = ConfigurationDocument(bytes: bytes, file: file, log: log),
                var definition = LinkageParser(document: document, folder: folder, log: log, fieldNames: fields)
                    .parse(), !log.hasErrors
            else { throw log.errors }
            definition.warnings = log.errors.problems
            return definition
        }
    }

    /// Reads the trained weights of another file for this model. Their levels have to be this model's.
    package mutating func pin(weightsOf file: String) throws(ConfigurationErrors) {
        let other = try LinkageDefinition.load(file)
        let log = ProblemLog(file: file)
        log.keep(text: other.text)
        if other.weights == nil { log.report(.missingKey("weights"), at: .start) }
        if other.model.fields.map(\.name) != model.fields.map(\.name)
            || other.model.fields.map(\.levels) != model.fields.map(\.levels)
        {
            log.report(.contradiction(.weightsOfOtherModel), at: .start, found: other.model.name)
        }
        guard !log.hasErrors else { throw log.errors }
        weights = other.weights
    }
}
