import Testing

@testable import Matching

/// Blocking and scoring against brute force over all pairs.
@Suite("Linkage and brute force")
struct LinkageDifferentialTests {
    /// One made-up task.
    struct Task {
        let model: LinkageModel
        let left: [[String]]
        let right: [[String]]?
        var weights: TrainedWeights
        let table: LinkageTable
        var naive: NaiveLinkage { NaiveLinkage(model: model, left: left, right: right) }
    }

    static let rules: [BlockingRule] = [
        BlockingRule([BlockingPart(2)]), BlockingRule([BlockingPart(0, .homophone), BlockingPart(1)]),
        BlockingRule([BlockingPart(0, .variant), BlockingPart(4, .first(4))]),
        BlockingRule([BlockingPart(2, .birth), BlockingPart(3)]), BlockingRule([BlockingPart(1, .last(4))]),
        BlockingRule([BlockingPart(0, .first(1)), BlockingPart(5)]), BlockingRule([BlockingPart(5, .first(2))]),
        BlockingRule([BlockingPart(6, .last(3)), BlockingPart(3)]), BlockingRule([BlockingPart(4)]),
    ]

    /// A task whose lists, rules, cap and weights follow from the seed.
    static func task(seed: Int, isOneList: Bool) -> Task {
        var numbers = SeededNumbers(seed: UInt64(seed))
        var people = MadeUpPeople(seed: UInt64(seed) + 1000, count: 12 + numbers.below(15))
        let left = people.list(of: 1 + numbers.below(40))
        let right = isOneList ? nil : people.list(of: 1 + numbers.below(40))
        let model = LinkageModel(
            name: "seed \(seed)", fields: MadeUpPeople.fields,
            blocking: rules.filter { _ in numbers.chance(45) } + [numbers.pick(rules)],
            reviewThreshold: numbers.pick([0.001, 0.05, 0.5]),
            assignment: numbers.pick([.open, .oneToOne, .onePersonARecord]),
            blockCap: numbers.pick([6, 30, 100_000]))
        let table = LinkageSamples.table(model.fields, left, right, batch: 1 + numbers.below(20))
        return Task(
            model: model, left: left, right: right, weights: weights(of: model, &numbers), table: table)
    }

    /// Chances at random; agreement is worth more than none, as a rule.
    private static func weights(of model: LinkageModel, _ numbers: inout SeededNumbers) -> TrainedWeights {
        let levels = model.fields.map { field in
            (0...field.levels.count).map { level in
                let m = (0.05 + 0.9 * numbers.share()) * (level == field.levels.count ? 0.1 : 1)
                return LevelProbability(m: m, u: 0.02 + 0.2 * numbers.share() * Double(level + 1), isTrained: true)
            }
        }
        return TrainedWeights(levels: levels, matchedShare: 0.1 + 0.4 * numbers.share())
    }

    static func rows(_ candidates: CandidatePairs, _ range: Range<Int>) -> [NaiveLinkage.Rows] {
        var rows: [NaiveLinkage.Rows] = []
        candidates.forEach(rightRows: range) { rows.append(NaiveLinkage.Rows(left: $0, right: $1)) }
        return rows
    }

    @Test("rules bring the pairs that agree, each once, and count them by rule", arguments: 0..<120)
    func candidates(seed: Int) {
        let task = Self.task(seed: seed, isOneList: seed % 2 == 1)
        let candidates = LinkageSamples.candidates(task.model, task.table)
        let found = Self.rows(candidates, 0..<task.table.rightCount)
        let expected = task.naive.candidates()
        #expect(Set(found) == expected.pairs, "seed \(seed)")
        #expect(found.count == expected.pairs.count, "seed \(seed): a pair came twice")
        #expect(candidates.counts == expected.counts, "seed \(seed)")
    }

    @Test("pairs weigh what the formula says, with any weights", arguments: 0..<120)
    func scores(seed: Int) {
        compare(Self.task(seed: seed, isOneList: seed % 2 == 1), seed)
    }

    @Test("pairs weigh what the formula says, with weights from training", arguments: 200..<240)
    func trainedScores(seed: Int) {
        var task = Self.task(seed: seed, isOneList: seed % 2 == 1)
        task.weights = LinkageSamples.trained(task.model, task.table).weights
        compare(task, seed)
    }

    private func compare(_ task: Task, _ seed: Int) {
        let found = LinkageSamples.pairs(task.model, task.weights, task.table)
        let expected = task.naive.pairs(task.weights, task.table)
        #expect(
            found.map { [Int($0.left), Int($0.right)] } == expected.map { [$0.left, $0.right] }, "seed \(seed)")
        for (pair, naive) in zip(found, expected) {
            let place = "seed \(seed), rows \(naive.left) and \(naive.right)"
            #expect(task.model.fields.indices.map { pair.pattern[$0] } == naive.levels, "\(place)")
            #expect(abs(pair.bits - naive.bits) < 1e-4, "\(place)")
            #expect(abs(pair.probability - naive.probability) < 1e-4, "\(place)")
            #expect(pair.isVetoed == naive.isVetoed, "\(place)")
        }
    }

    @Test("chunks of right rows of any size come to the same", arguments: [1, 2, 3, 7, 16, 100])
    func chunks(size: Int) {
        for seed in 0..<20 {
            let task = Self.task(seed: seed, isOneList: seed % 2 == 1)
            let scorer = LinkageSamples.scorer(task.model, task.weights, task.table)
            let whole = scorer.score(rightRows: 0..<task.table.rightCount)
            var (pairs, histogram, patterns) = ([ScoredPair](), BitHistogram(), PatternCounts())
            let candidates = LinkageSamples.candidates(task.model, task.table)
            for start in stride(from: 0, to: task.table.rightCount, by: size) {
                let range = start..<min(start + size, task.table.rightCount)
                let part = scorer.score(rightRows: range)
                pairs += part.pairs
                histogram.add(part.histogram)
                patterns.add(PatternCounts(scorer.comparison, candidates, rightRows: range))
            }
            #expect(pairs == whole.pairs, "seed \(seed)")
            #expect(histogram == whole.histogram, "seed \(seed)")
            #expect(patterns.pairCount == histogram.counts.reduce(0, +), "seed \(seed)")
        }
    }

    @Test("the order in which pairs come does not matter", arguments: 0..<20)
    func order(seed: Int) {
        let task = Self.task(seed: seed, isOneList: seed % 2 == 1)
        var numbers = SeededNumbers(seed: UInt64(seed))
        let scored = LinkageSamples.scorer(task.model, task.weights, task.table)
            .score(rightRows: 0..<task.table.rightCount).pairs
        let shuffled = scored.shuffled(using: &numbers)
        let (one, two) = (
            PairList.finished(scored, task.model, task.table), PairList.finished(shuffled, task.model, task.table)
        )
        #expect(one == two, "seed \(seed)")
    }
}
