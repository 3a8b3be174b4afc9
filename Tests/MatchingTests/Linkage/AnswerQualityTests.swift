import Roster
import Testing

@testable import Matching

@Suite("How right links are by people's answers")
struct AnswerQualityTests {
    typealias Pair = AnswerQuality.Pair

    static func pairs(
        _ count: Int, _ probability: Double, isLink: Bool, yes: Int = 0, no: Int = 0, unsure: Int = 0,
        grade: MatchGrade = .e
    ) -> [Pair] {
        (0..<count).map { index in
            let answer: DecidedLink.Answer? =
                index < yes ? .yes : index < yes + no ? .no : index < yes + no + unsure ? .unsure : nil
            return Pair(grade: grade, probability: probability, isLink: isLink, answer: answer)
        }
    }

    static func isNear(_ one: ShareEstimate?, _ value: Double, _ low: Double, _ high: Double) -> Bool {
        guard let one else { return false }
        return abs(one.value - value) < 5e-5 && abs(one.low - low) < 5e-5 && abs(one.high - high) < 5e-5
    }

    @Test(
        "shares have Wilson's interval",
        arguments: [(8, 2, 0.4902, 0.9433), (0, 10, 0, 0.2775), (10, 0, 0.7225, 1), (1, 0, 0.2065, 1)])
    func wilson(yes: Int, no: Int, low: Double, high: Double) {
        let tally = AnswerTally(Self.pairs(20, 0.8, isLink: false, yes: yes, no: no, unsure: 3))
        #expect(Self.isNear(tally.precision, Double(yes) / Double(yes + no), low, high))
        #expect((tally.pairs, tally.yes, tally.no, tally.unsure) == (20, yes, no, 3))
    }

    @Test("pairs are counted by grade and by band, a band's lower end lying in it")
    func groups() {
        let quality = AnswerQuality(
            [0.2, 0.5, 0.7, 0.9, 0.99, 1].flatMap {
                Self.pairs(1, $0, isLink: false, yes: 1, grade: $0 > 0.8 ? .d : .e)
            })
        #expect(quality.bands.map(\.band) == ScoreBand.allCases)
        #expect(quality.bands.map(\.tally.pairs) == [1, 1, 1, 1, 2])
        #expect(quality.grades.map(\.grade) == [.d, .e] && quality.grades.map(\.tally.pairs) == [3, 3])
    }

    @Test("bands weigh as their pairs do, links by whole numbers count as right")
    func stratified() throws {
        let pairs =
            Self.pairs(100, 1, isLink: true, grade: .a) + Self.pairs(80, 0.995, isLink: true, yes: 8, no: 2)
            + Self.pairs(20, 0.95, isLink: true, yes: 5, no: 5) + Self.pairs(50, 0.6, isLink: false, yes: 1, no: 4)
        let quality = AnswerQuality(pairs)
        // 100 + 64 + 10 of 200; 10 of the 50 others.
        let precision = try #require(quality.precision)
        #expect(abs(precision.value - 174.0 / 200) < 1e-12)
        #expect(abs(try #require(quality.recall).value - 174.0 / 184) < 1e-12)
        let first = 80.0 * 80 * (1 - 10.0 / 80) * (10.0 / 14) * (4.0 / 14) / 14
        let second = 20.0 * 20 * (1 - 10.0 / 20) * 0.5 * 0.5 / 14
        let half = 1.959_963_984_540_054 * ((first + second) / (200 * 200)).squareRoot()
        #expect(abs(precision.high - precision.low - 2 * half) < 1e-12)
    }

    @Test("where a band has no answer there is no estimate of what depends on it")
    func unknown() {
        let links = Self.pairs(5, 0.95, isLink: true, yes: 5)
        let unasked = AnswerQuality(links + Self.pairs(5, 0.6, isLink: false))
        #expect(unasked.precision?.value == 1 && unasked.recall == nil)
        #expect(AnswerQuality(links + Self.pairs(5, 0.995, isLink: true, unsure: 5)).precision == nil)
        #expect(AnswerQuality([]).precision == nil && AnswerQuality([]).recall == nil)
        #expect(AnswerQuality(Self.pairs(3, 0.6, isLink: false, no: 3)).recall == nil)
    }

    @Test("a stratum that was answered whole leaves no doubt")
    func certain() {
        let quality = AnswerQuality(Self.pairs(4, 0.95, isLink: true, yes: 3, no: 1))
        #expect(quality.precision == ShareEstimate(value: 0.75, low: 0.75, high: 0.75))
    }

    @Test("the interval holds the truth in nine draws of ten at least")
    func coverage() {
        var numbers = SeededNumbers(seed: 3)
        var (covered, draws) = (0, 0)
        for _ in 0..<400 {
            var (pairs, right) = ([Pair](), 0)
            for (probability, share) in [(0.95, 80), (0.995, 97)] {
                for index in 0..<400 {
                    let isRight = numbers.chance(share)
                    right += isRight ? 1 : 0
                    let answer: DecidedLink.Answer? = index < 30 ? (isRight ? .yes : .no) : nil
                    pairs.append(Pair(grade: .e, probability: probability, isLink: true, answer: answer))
                }
            }
            guard let precision = AnswerQuality(pairs).precision else { continue }
            draws += 1
            let truth = Double(right) / Double(pairs.count)
            if precision.low <= truth, truth <= precision.high { covered += 1 }
        }
        #expect(draws == 400 && covered >= 360, "\(covered) of \(draws)")
    }
}
