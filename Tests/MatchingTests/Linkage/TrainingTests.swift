import Testing

@testable import Matching

@Suite("Training without labels")
struct TrainingTests {
    static let fields: [LinkageField] = [
        .code("block", [.exact]), .code("first", [.exact, .prefix(1)]), .code("second", [.exact]),
    ]
    static let model = LinkageModel(
        name: "made up", fields: fields, blocking: [BlockingRule([BlockingPart(0)])],
        training: TrainingPlan(seed: 5, samplePairs: 200_000, rounds: 200))

    /// Two lists of so many rows, of which `shared` are one person's, and how often these agree in each field.
    static func lists(
        count: Int, shared: Int, seed: UInt64
    ) -> (left: [[String]], right: [[String]], agreeing: [Double]) {
        var numbers = SeededNumbers(seed: seed)
        func person(_ block: Int) -> [String] {
            ["b\(block)", "\(10 + numbers.below(90))", "\(numbers.below(20))"]
        }
        let left = (0..<count).map { person($0 / 4) }
        var agreeing = [0.0, 0.0]
        let right = (0..<count).map { row -> [String] in
            guard row < shared else { return person(row / 4) }
            var same = left[row]
            if numbers.chance(20) { same[1] = "\(10 + numbers.below(90))" }
            if numbers.chance(5) { same[2] = "\(numbers.below(20))" }
            for field in 0...1 where same[field + 1] == left[row][field + 1] { agreeing[field] += 1 / Double(shared) }
            return same
        }
        return (left, right, agreeing)
    }

    @Test("finds how often matches agree, and how many there are", arguments: 0..<4)
    func recovery(seed: Int) {
        let (left, right, agreeing) = Self.lists(count: 4_000, shared: 1_600, seed: UInt64(seed))
        let outcome = LinkageSamples.trained(Self.model, LinkageSamples.table(Self.fields, left, right))
        let levels = outcome.weights.levels
        #expect(outcome.hasConverged && outcome.rounds > 2)
        #expect(abs(levels[1][0].m - agreeing[0]) < 0.03, "\(levels[1][0].m) for \(agreeing[0])")
        #expect(abs(levels[2][0].m - agreeing[1]) < 0.03, "\(levels[2][0].m) for \(agreeing[1])")
        #expect(abs(levels[1][0].u - 1.0 / 90) < 0.002 && abs(levels[2][0].u - 1.0 / 20) < 0.005)
        #expect(abs(outcome.weights.matchedShare - 0.4) < 0.03, "\(outcome.weights.matchedShare)")
        for field in levels { #expect(abs(field.reduce(0) { $0 + $1.m } - 1) < 0.01) }
    }

    @Test("gives the same bits again, and others for another seed of the sample only where it is sampled")
    func deterministic() {
        let (left, right, _) = Self.lists(count: 800, shared: 300, seed: 9)
        let table = LinkageSamples.table(Self.fields, left, right)
        let first = LinkageSamples.trained(Self.model, table)
        #expect(LinkageSamples.trained(Self.model, table).weights == first.weights)
        let batches = LinkageSamples.table(Self.fields, left, right, batch: 37)
        #expect(LinkageSamples.trained(Self.model, batches).weights == first.weights)
    }

    @Test("a level that no pair meets is marked, and is neither impossible nor certain")
    func untrained() {
        let fields: [LinkageField] = [.code("block", [.exact]), .code("digits", [.exact, .oneDigit])]
        let rows = (0..<200).map { ["b\($0)", "\($0 % 2 == 0 ? "1111" : "9999")"] }
        let model = LinkageModel(name: "few", fields: fields, blocking: [BlockingRule([BlockingPart(0)])])
        let weights = LinkageSamples.trained(model, LinkageSamples.table(fields, rows, rows)).weights
        #expect(!weights.levels[1][1].isTrained && weights.levels[1][0].isTrained)
        for level in weights.levels.joined() {
            #expect(level.m > 0 && level.m <= 1 && level.u > 0 && level.u <= 1 && level.bits.isFinite)
        }
    }

    @Test("with given weights the share of matches alone is found, from wherever it starts")
    func share() {
        let (left, right, _) = Self.lists(count: 4_000, shared: 1_000, seed: 3)
        let table = LinkageSamples.table(Self.fields, left, right)
        let trained = LinkageSamples.trained(Self.model, table).weights
        let comparison = PairComparison(table)
        let counts = PatternCounts(
            comparison, LinkageSamples.candidates(Self.model, table), rightRows: 0..<table.rightCount)
        let shares = [1e-9, 0.3, 1].map { start in
            var weights = trained
            weights.matchedShare = start
            return Training.matchedShare(of: weights, counts, table, rounds: 200)
        }
        #expect(abs(shares[0] - 0.25) < 0.03 && Set(shares).count == 1, "\(shares)")
    }

    @Test("a number under too many names in one list is no key there, and one in the other stays")
    func overused() {
        let fields: [LinkageField] = [.id(), .name()]
        let (common, other) = (MadeUpID.checked("44020319900307123"), MadeUpID.checked("44020319900307145"))
        let left = ["王伟", "王明", "吕丽", "黄铭", ""].map { [common, $0] } + [[other, "王伟"], [other, "王明"]]
        let right = [[common, "王伟"], [other, "吕丽"], ["", "黄铭"]]
        let limited = OverusedIDs(LinkageSamples.table(fields, left, right), id: 0, name: 1, limit: 3)
        #expect((limited.leftCount, limited.rightCount) == (1, 0))
        #expect(limited.table.columns[0].left.map { $0 < 0 } == [true, true, true, true, true, false, false])
        #expect(limited.table.columns[0].right.map { $0 < 0 } == [false, false, true])
        let free = OverusedIDs(LinkageSamples.table(fields, left, right), id: 0, name: 1, limit: 4)
        #expect((free.leftCount, free.rightCount) == (0, 0))
    }
}
