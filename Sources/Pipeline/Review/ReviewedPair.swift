import Digest
import Matching
import Roster

/// A group of records and a registered person whose they may be.
struct ReviewedPair: Sendable {
    /// What becomes of it without a word from anybody.
    enum Outcome: String, Sendable { case link, ambiguous, review }

    /// Index of the records' group.
    let group: Int
    let slot: PersonSlot
    let pair: ScoredPair
    /// D: by a masked number or one with a slip, and the name; E: by the other fields.
    let grade: MatchGrade
    let fingerprint: String
    /// What a person said of it, if one was asked.
    let answer: DecidedLink.Answer?
    var outcome = Outcome.review
    /// Whether it would be linked if nobody had said anything.
    var isFound = false

    /// What tells a pair from others, as long as both sides say the same.
    static func fingerprint(person: PersonTraits, record: PersonTraits) -> String {
        String("\(ContentDigest(of: "\(person.text)\u{1E}\(record.text)"))".prefix(16))
    }
}

/// What the comparison of a month's unsettled records came to.
struct ReviewOutcome: Sendable {
    let groups: [RecordGroup]
    /// All pairs worth a look, by group and person; those that were answered among them.
    let pairs: [ReviewedPair]
    /// What is linked, by group: the grade is B where a person said so.
    let links: [(group: Int, slot: PersonSlot, grade: MatchGrade)]
    /// Weighs the pairs; `nil` if there was nothing to weigh.
    let result: LinkageEngine.Result?

    /// Nothing was left open.
    static var empty: ReviewOutcome { ReviewOutcome(groups: [], pairs: [], links: [], result: nil) }

    /// The evidence that the links give.
    var evidence: [Evidence] {
        links.flatMap { link in
            groups[link.group].records.map { record in
                var evidence = record
                (evidence.person, evidence.grade) = (link.slot, link.grade)
                return evidence
            }
        }
    }

    /// Pairs that a person has yet to look at: nobody has answered, and no answer settled the records otherwise.
    var open: [ReviewedPair] {
        let settled = Set(pairs.filter { $0.answer == .yes }.map(\.group))
        return pairs.filter { $0.answer == nil && !settled.contains($0.group) }
    }

    /// How many of some answers concern no pair of the month.
    func unused(_ given: Set<String>) -> Int { given.subtracting(pairs.map(\.fingerprint)).count }

    /// How right links are, by what people answered.
    var quality: AnswerQuality {
        AnswerQuality(
            pairs.map { pair in
                AnswerQuality.Pair(
                    grade: pair.grade, probability: pair.pair.probability, isLink: pair.isFound, answer: pair.answer)
            })
    }

    /// Whom people's answers concern, by source.
    var answered: Set<SourceAndPerson> {
        Set(
            pairs.filter { $0.answer == .yes || $0.answer == .no }.map {
                SourceAndPerson(source: groups[$0.group].source, slot: $0.slot)
            })
    }
}

/// A source and a person.
struct SourceAndPerson: Hashable, Sendable {
    let source: SourceName
    let slot: PersonSlot
}
