import Roster
import Testing

@testable import Synthesis

@Suite struct ShowcaseTests {
    private let months = Month(index: 2026 * 12 + 7)...Month(index: 2026 * 12 + 9)

    @Test("every part of a showcase is decided by the rule its episode claims", arguments: [1, 2, 3])
    func rules(seed: UInt64) throws {
        let plan = SynthesisPlan(
            folder: "unused", months: months, registered: 600, insuranceRows: 0, seed: seed, isShowcase: true)
        var population = Population(plan, world: World(plan))
        for index in months.lowerBound.index...months.upperBound.index {
            population.advance(to: Month(index: index), isFirst: index == months.lowerBound.index)
        }
        let cast = population.people.filter { population.cast[$0.serial] != nil }
        #expect(cast.count == (Episode.all.count + Decoy.allCases.count) * 3)
        for person in cast {
            let part = try #require(population.cast[person.serial])
            let verdict = Verdict(of: person, in: months.upperBound)
            #expect(verdict.rule == part.rule, "\(String(describing: part.episode))")
        }
    }

    @Test(
        "changes are named in the order of the policy",
        arguments: [
            (nil, false, Status.employed, Change.registered), (nil, true, .employed, .returned),
            (.employed, true, .employed, .unchanged), (.flexible, true, .publicPost, .foundJob),
            (.publicPost, true, .unemployed, .lostJob), (.unverified, true, .unemployed, .cleared),
            (.student, true, .unemployed, .returned), (.unemployed, true, .deceased, .left),
        ] as [(Status?, Bool, Status, Change)])
    func changes(previous: Status?, isKnown: Bool, status: Status, change: Change) {
        #expect(Change(to: status, from: previous, isKnown: isKnown) == change)
    }
}
