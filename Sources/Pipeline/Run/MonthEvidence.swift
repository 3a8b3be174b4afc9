import Matching
import Roster
import Tabular

/// All evidence of a month, by person.
struct MonthEvidence: Sendable {
    /// What came in, in the order of sources and file names; the evidence itself is taken out.
    let files: [FileOutcome]
    private let evidence: Chunked<Evidence>
    /// Index of the first piece of each slot in `order`, and one more at the end.
    private let starts: [Int32]
    private let order: [Chunked<Evidence>.Place]
    /// The slots that `starts` begins and ends with.
    private let slots: Range<Int>
    /// Where the evidence lies if it may not all be held; then none is here.
    private let runs: EvidenceRuns?
    /// What became of records that no tier settled; what they gave is among the evidence.
    var review = ReviewOutcome.empty
    /// Households of registered people, as far as they are asked about.
    var books = HouseholdBooks.none
    /// Slots of registered people; those of other members of their households lie behind.
    var registered = Int.max
    /// Applications for loans, in the order of files and rows.
    var loans: [PlacedLoan] = []
    /// People whose ID number a source carries under too many names: what it says of them is nobody's.
    var overused: Set<SourceAndPerson> = []

    /// Sorts evidence about the people in `slots` by person: a counting sort, because slots are small numbers.
    init(_ evidence: Chunked<Evidence>, slots: Range<Int>, files: [FileOutcome], runs: EvidenceRuns? = nil) {
        var starts = [Int32](repeating: 0, count: slots.count + 1)
        evidence.forEachSlot { slot, _ in starts[slot - slots.lowerBound + 1] += 1 }
        for slot in 0..<slots.count { starts[slot + 1] += starts[slot] }
        var next = starts
        var order = [Chunked<Evidence>.Place](repeating: .first, count: evidence.count)
        evidence.forEachSlot { slot, place in
            order[Int(next[slot - slots.lowerBound])] = place
            next[slot - slots.lowerBound] += 1
        }
        (self.evidence, self.starts, self.order, self.files) = (evidence, starts, order, files)
        (self.slots, self.runs) = (slots, runs)
    }

    /// All the evidence of a month of so many people.
    init(_ evidence: [Evidence], people: Int, files: [FileOutcome]) {
        self.init(Chunked(evidence), slots: 0..<people, files: files)
    }

    /// How often evidence was spilled.
    var spillCount: Int { runs?.spillCount ?? 0 }

    /// The evidence about one person.
    func of(_ slot: Int) -> [Evidence] {
        let place = slot - slots.lowerBound
        let places = Int(starts[place])..<Int(starts[place + 1])
        let found = places.isEmpty ? [] : order[places].map { evidence[$0] }
        return overused.isEmpty ? found : found.filter { !isOverused($0) }
    }

    private func isOverused(_ piece: Evidence) -> Bool {
        overused.contains(SourceAndPerson(source: piece.reference.source, slot: piece.person))
    }

    /// The evidence about the people in `slots`, in memory. Exit 74 if it can't be read from the scratch file.
    func of(slots: Range<Int>) throws -> MonthEvidence {
        guard let runs else { return self }
        var part = MonthEvidence(Chunked(try runs.evidence(of: slots)), slots: slots, files: [])
        part.overused = overused
        return part
    }

    /// Links by source and grade, those of some slots left out.
    func links(leavingOut slots: Set<Int>) throws -> [SourceName: [MatchGrade: Int]] {
        var links: [SourceName: [MatchGrade: Int]] = [:]
        for file in files {
            for table in file.tables { links[file.item.source, default: [:]].merge(table.yield.links) { $0 + $1 } }
        }
        for link in review.links {
            let group = review.groups[link.group]
            links[group.source, default: [:]][link.grade, default: 0] += group.records.count
        }
        let withdrawn = overused.map { Int($0.slot.index) }.filter { $0 < registered }
        for slot in slots.union(withdrawn).sorted() {
            var part = try of(slots: slot..<slot + 1)
            part.overused = []
            for piece in part.of(slot) where slots.contains(slot) || isOverused(piece) {
                links[piece.reference.source]?[piece.grade]? -= 1
            }
        }
        return links.mapValues { $0.filter { $0.value > 0 } }.filter { !$0.value.isEmpty }
    }

    /// Links by source and grade of members of households who are not registered. Numbers under too many names are not
    /// taken out: of relatives only what decides is kept.
    var relativeLinks: [SourceName: [MatchGrade: Int]] {
        var links: [SourceName: [MatchGrade: Int]] = [:]
        for file in files {
            for table in file.tables where !table.yield.relativeLinks.isEmpty {
                links[file.item.source, default: [:]].merge(table.yield.relativeLinks) { $0 + $1 }
            }
        }
        return links
    }

    /// How many registered people's numbers each source carries under too many names.
    var overusedCounts: [SourceName: Int] {
        Dictionary(grouping: overused.filter { Int($0.slot.index) < registered }, by: \.source).mapValues(\.count)
    }
}
