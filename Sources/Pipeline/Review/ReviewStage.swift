import Matching
import Normalization
import Roster

/// Compares the records that no tier settles with everybody, and applies what people have decided of them.
struct ReviewStage: Sendable {
    let model: LinkageDefinition
    let window: OrderedWindow
    /// By fingerprint.
    let decisions: [String: DecidedLink]

    private var names: NameComparison { NameComparison(tables: model.linkageTables.names) }
    private var engine: LinkageEngine { LinkageEngine(definition: model, window: window) }

    /// Settles the unsettled records of a month's files among its people.
    func settle(_ files: [FileOutcome], among people: SlottedRegistrations) async throws -> ReviewOutcome {
        let groups = RecordGroup.groups(of: files, names: names)
        guard !groups.isEmpty, !people.isEmpty else { return .empty }
        let registered = try await traits(of: people)
        let rows = TraitRows(model.model)
        let (left, right) = (rows.rows(registered), rows.rows(groups.lazy.map(\.traits)))
        let weights = try await weights(left, right, rows.rows(sample(of: files)))
        let result = try await engine.weigh(try await engine.table(left, right), with: weights)
        let pairs = pairs(result, groups, registered)
        var (settled, links) = ([ReviewedPair](), [(group: Int, slot: PersonSlot, grade: MatchGrade)]())
        for rivals in pairs.chunked(by: \.group) {
            let (judged, link) = judge(rivals)
            settled += judged
            if let link { links.append(link) }
        }
        return ReviewOutcome(groups: groups, pairs: settled, links: links, result: result)
    }

    private func traits(of people: SlottedRegistrations) async throws -> [PersonTraits] {
        var traits: [PersonTraits] = []
        traits.reserveCapacity(people.count)
        let (names, size) = (names, 4_096)
        var start = 0
        try await window.run(
            next: { () -> Range<Int>? in
                guard start < people.count else { return nil }
                defer { start += size }
                return start..<min(start + size, people.count)
            },
            work: { slots in slots.map { PersonTraits(people[$0]).foldingName(names) } }, take: { traits += $0 })
        return traits
    }

    /// What the records of known people say, in bytewise order.
    private func sample(of files: [FileOutcome]) -> [PersonTraits] {
        let names = names
        var sample: Set<PersonTraits> = []
        for table in files.lazy.flatMap(\.tables) { sample.formUnion(table.yield.sample.map { $0.foldingName(names) }) }
        return sample.sorted { precedesBytewise($0.text, $1.text) }
    }

    /// Pinned weights, or those that a month gives: of the unsettled records few have a match, so that training looks at
    /// records of known people besides, as if their numbers were missing.
    private func weights(
        _ left: [LinkageRows], _ right: [LinkageRows], _ sample: [LinkageRows]
    ) async throws -> TrainedWeights {
        if let weights = model.weights { return weights }
        return try await engine.train(try await engine.table(left, right + sample))
    }
}

extension ReviewStage {
    /// The pairs that weigh enough and those whose number and name fit, by group and person.
    private func pairs(
        _ result: LinkageEngine.Result, _ groups: [RecordGroup], _ people: [PersonTraits]
    ) -> [ReviewedPair] {
        let weighed = Dictionary(grouping: result.pairs) { Int($0.right) }
        return groups.indices.flatMap { group in
            let (fitting, scored) = (groups[group].candidates, weighed[group] ?? [])
            let known = Set(scored.map(\.left))
            let others = fitting.filter { !known.contains($0.index) }.map { result.scorer.pair(Int($0.index), group) }
            return (scored + others).sorted { $0.left < $1.left }.map { pair in
                let slot = PersonSlot(Int(pair.left))
                let fingerprint = ReviewedPair.fingerprint(
                    person: people[Int(pair.left)], record: groups[group].traits)
                return ReviewedPair(
                    group: group, slot: slot, pair: pair, grade: fitting.contains(slot) ? .d : .e,
                    fingerprint: fingerprint, answer: decisions[fingerprint]?.answer)
            }
        }
    }

    /// What becomes of the pairs of one group: what a person accepted; else the only one whose number and name fit; else
    /// the one that weighs enough. Pairs that were refused do not count.
    private func judge(
        _ rivals: ArraySlice<ReviewedPair>
    ) -> (pairs: [ReviewedPair], link: (group: Int, slot: PersonSlot, grade: MatchGrade)?) {
        var judged = Array(rivals)
        if let found = found(judged.indices.map { $0 }, among: judged) { judged[found].isFound = true }
        let accepted = judged.indices.filter { judged[$0].answer == .yes }
        if accepted.count == 1, let index = accepted.first {
            judged[index].outcome = .link
            return (judged, (judged[index].group, judged[index].slot, .b))
        }
        let possible = judged.indices.filter { judged[$0].answer != .no && accepted.isEmpty }
        let fitting = possible.filter { judged[$0].grade == .d }
        if fitting.count > 1 {
            for index in fitting { judged[index].outcome = .ambiguous }
        }
        guard let index = found(possible, among: judged) else { return (judged, nil) }
        judged[index].outcome = .link
        return (judged, (judged[index].group, judged[index].slot, judged[index].grade))
    }

    /// The only pair whose number and name fit; where none does, the one that weighs enough.
    private func found(_ possible: [Int], among pairs: [ReviewedPair]) -> Int? {
        let fitting = possible.filter { pairs[$0].grade == .d }
        if let first = fitting.first { return fitting.count == 1 ? first : nil }
        return possible.first { pairs[$0].pair.isLink(model.model) }
    }
}

extension [ReviewedPair] {
    /// Runs of neighbours with one value.
    fileprivate func chunked(by key: (ReviewedPair) -> Int) -> [ArraySlice<ReviewedPair>] {
        var (chunks, start) = ([ArraySlice<ReviewedPair>](), 0)
        for index in indices where index + 1 == count || key(self[index + 1]) != key(self[start]) {
            chunks.append(self[start...index])
            start = index + 1
        }
        return chunks
    }
}
