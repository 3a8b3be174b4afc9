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
        let limited = definition.identity.map { identity in
            OverusedIDs(table, id: identity.id, name: identity.name, limit: definition.mostNamesOfID)
        }
        let table = limited?.table ?? table
        let layouts = try await inParallel(model.blocking.indices) { [model] rule in
            BlockLayout(model.blocking[rule], table, cap: model.blockCap)
        }
        let candidates = CandidatePairs(layouts, table)
        let comparison = PairComparison(table)
        let trained = definition.weights == nil ? try await train(comparison, candidates) : nil
        let weights = trained?.weights ?? definition.weights ?? TrainedWeights(levels: [], matchedShare: 1)
        let scorer = PairScorer(model, weights, comparison, candidates)
        var (pairs, histogram) = ([ScoredPair](), BitHistogram())
        try await overRows(table.rightCount, work: { scorer.score(rightRows: $0) }) { scored in
            pairs += scored.pairs
            histogram.add(scored.histogram)
        }
        return Result(
            scorer: scorer, blocks: candidates.counts, training: trained.map { ($0.rounds, $0.hasConverged) },
            pairs: PairList.finished(pairs, model, table), histogram: histogram,
            overused: (limited?.leftCount ?? 0, limited?.rightCount ?? 0))
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

    private func train(
        _ comparison: PairComparison, _ candidates: CandidatePairs
    ) async throws -> Training.Outcome {
        var counts = PatternCounts()
        try await overRows(
            comparison.table.rightCount,
            work: {
                PatternCounts(comparison, candidates, rightRows: $0)
            }
        ) { counts.add($0) }
        let plan = model.training
        let samples = try await inParallel(0..<LinkageEngine.sampleParts) {
            LevelSample(comparison, plan: plan, part: $0, of: LinkageEngine.sampleParts)
        }
        let strangers = StrangerRates(comparison, LevelSample(joining: samples))
        return Training(counts, strangers, comparison.table, plan: plan).run()
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
