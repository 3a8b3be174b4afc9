import Matching

/// Compares two lists by a model on several threads. Every step is cut into pieces whose results are taken in order, so
/// that nothing depends on how many threads there are.
struct LinkageEngine: Sendable {
    let definition: LinkageDefinition
    let window: OrderedWindow

    /// What a comparison came to.
    struct Result: Sendable {
        var scorer: PairScorer
        /// By rule of the model.
        var blocks: [CandidatePairs.BlockCount]
        /// Rounds of training and whether it came to rest; `nil` if the weights were given.
        var training: (rounds: Int, hasConverged: Bool)?
        /// Linked pairs and pairs for review, by left row and right row.
        var pairs: [ScoredPair]
        var histogram: BitHistogram
        /// ID numbers under too many names, by list.
        var overused: (left: Int, right: Int)
    }

    private var model: LinkageModel { definition.model }

    /// Right rows that are worked on together.
    private static let chunk = 16_384
    /// Parts into which the sample of random pairs is cut; each has a seed of its own.
    private static let sampleParts = 16

    /// The columns of the lists, each field by itself.
    func table(_ left: [LinkageRows], _ right: [LinkageRows]?) async throws -> LinkageTable {
        let tables = definition.linkageTables
        let columns = try await inParallel(model.fields.indices) { [model] field in
            LinkageColumn(model.fields[field], at: field, left: left, right: right, tables: tables)
        }
        return LinkageTable(columns: columns, isOneList: right == nil)
    }

    /// Compares, trains unless weights are given, and weighs.
    func run(_ table: LinkageTable) async throws -> Result {
        let field = try await field(of: table)
        let trained = definition.weights == nil ? try await train(field) : nil
        let weights = trained?.weights ?? definition.weights ?? TrainedWeights(levels: [], matchedShare: 1)
        return try await weigh(field, weights, trained)
    }

    /// The weights that training on a table gives.
    func train(_ table: LinkageTable) async throws -> TrainedWeights {
        try await train(try await field(of: table)).weights
    }

    /// Weighs a table with given weights; how many of its rows have a match is estimated anew.
    func weigh(_ table: LinkageTable, with given: TrainedWeights) async throws -> Result {
        let field = try await field(of: table)
        let counts = try await patternCounts(field)
        var weights = given
        weights.matchedShare = Training.matchedShare(
            of: given, counts, field.comparison.table, rounds: model.training.rounds)
        return try await weigh(field, weights, nil)
    }

    /// A table laid out for comparison.
    private struct Field {
        let comparison: PairComparison
        let candidates: CandidatePairs
        let overused: (left: Int, right: Int)
    }

    private func field(of table: LinkageTable) async throws -> Field {
        let limited = definition.identity.map { identity in
            OverusedIDs(table, id: identity.id, name: identity.name, limit: definition.mostNamesOfID)
        }
        let table = limited?.table ?? table
        let layouts = try await inParallel(model.blocking.indices) { [model] rule in
            BlockLayout(model.blocking[rule], table, cap: model.blockCap)
        }
        return Field(
            comparison: PairComparison(table), candidates: CandidatePairs(layouts, table),
            overused: (limited?.leftCount ?? 0, limited?.rightCount ?? 0))
    }

    private func weigh(
        _ field: Field, _ weights: TrainedWeights, _ trained: Training.Outcome?
    ) async throws -> Result {
        let scorer = PairScorer(model, weights, field.comparison, field.candidates)
        let table = field.comparison.table
        var (pairs, histogram) = ([ScoredPair](), BitHistogram())
        try await overRows(table.rightCount, work: { scorer.score(rightRows: $0) }) { scored in
            pairs += scored.pairs
            histogram.add(scored.histogram)
        }
        return Result(
            scorer: scorer, blocks: field.candidates.counts, training: trained.map { ($0.rounds, $0.hasConverged) },
            pairs: PairList.finished(pairs, model, table), histogram: histogram, overused: field.overused)
    }

    /// Rows that could not reach the threshold for links even against themselves, by list.
    func unlinkable(_ scorer: PairScorer) async throws -> (left: Int, right: Int) {
        let table = scorer.comparison.table
        let bits = try await inParallel(table.columns.indices) { Linkability.bits(scorer, ofField: $0) }
        let linkability = Linkability(scorer, model, bits: bits)
        var (left, right) = (0, 0)
        try await overRows(table.leftCount, work: { linkability.unlinkable(.left, $0) }) { left += $0 }
        if table.isOneList { return (left, 0) }
        try await overRows(table.rightCount, work: { linkability.unlinkable(.right, $0) }) { right += $0 }
        return (left, right)
    }

    private func train(_ field: Field) async throws -> Training.Outcome {
        let (comparison, plan) = (field.comparison, model.training)
        let counts = try await patternCounts(field)
        let samples = try await inParallel(0..<LinkageEngine.sampleParts) {
            LevelSample(comparison, plan: plan, part: $0, of: LinkageEngine.sampleParts)
        }
        let strangers = StrangerRates(comparison, LevelSample(joining: samples))
        return Training(counts, strangers, comparison.table, plan: plan).run()
    }

    private func patternCounts(_ field: Field) async throws -> PatternCounts {
        var counts = PatternCounts()
        let (comparison, candidates) = (field.comparison, field.candidates)
        try await overRows(
            comparison.table.rightCount, work: { PatternCounts(comparison, candidates, rightRows: $0) }
        ) { counts.add($0) }
        return counts
    }

    private func overRows<Part: Sendable>(
        _ count: Int, work: @escaping @Sendable (Range<Int>) -> Part, take: (Part) -> Void
    ) async throws {
        var start = 0
        try await window.run(
            next: {
                guard start < count else { return nil }
                defer { start = min(start + LinkageEngine.chunk, count) }
                return start..<min(start + LinkageEngine.chunk, count)
            },
            work: { work($0) }, take: { take($0) })
    }

    private func inParallel<Part: Sendable>(
        _ places: Range<Int>, _ work: @escaping @Sendable (Int) -> Part
    ) async throws -> [Part] {
        var (rest, parts) = (places, [Part]())
        try await window.run(next: { rest.popFirst() }, work: { work($0) }, take: { parts.append($0) })
        return parts
    }
}
