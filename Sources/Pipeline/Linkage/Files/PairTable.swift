import Matching
import Reports
import Roster
import Tabular

/// `pairs.csv`: the linked pairs and those for review, a line each, by left row and right row.
struct PairTable {
    let definition: LinkageDefinition
    let lists: LinkedLists
    let digest: String

    /// Writes the file.
    func write(_ pairs: [JudgedPair], to path: String) throws {
        var file = try OutputFile(creating: path)
        var text = CSVText()
        for name in heading { text.add(name) }
        text.endRow()
        for pair in pairs {
            add(pair, to: &text)
            guard text.bytes.count >= 1 << 20 else { continue }
            try file.write(text.bytes)
            text.removeAll()
        }
        try file.write(text.bytes)
        try file.finish()
    }

    private var heading: [String] {
        ["left_row", "right_row", "left_id", "right_id", "decision", "grade", "probability", "weight"]
            + definition.model.fields.map(\.name) + ["model"]
    }

    private func add(_ judged: JudgedPair, to text: inout CSVText) {
        let pair = judged.pair
        text.add(lists.number(.left, Int(pair.left)))
        text.add(lists.number(.right, Int(pair.right)))
        text.add(lists.key(.left, Int(pair.left)))
        text.add(lists.key(.right, Int(pair.right)))
        text.add(judged.isLink ? "link" : "review")
        text.add(judged.grade.rawValue)
        text.add(FixedPoint.text(pair.probability, decimals: 6))
        text.add(FixedPoint.text(pair.bits, decimals: 3))
        for field in definition.model.fields.indices {
            text.add(definition.levelText(field, pair.pattern[field]))
        }
        text.add(digest)
        text.endRow()
    }
}

extension LinkageDefinition {
    /// The level of a pair in words; empty for a missing value, or one that an ID number repeats.
    func levelText(_ field: Int, _ level: Int) -> String {
        if level == 0 { return "" }
        let levels = model.fields[field].levels
        guard level <= levels.count else { return "different" }
        return LevelWords.text(levels[level - 1], names: model.fields.map(\.name))
    }
}

/// A pair and what was decided of it.
struct JudgedPair: Sendable {
    var pair: ScoredPair
    var grade: MatchGrade
    var isLink: Bool
    /// What a person answered, if one was asked.
    var answer: PairAnswer?
    /// What tells the pair from others as long as its values are the same.
    var fingerprint: String

    /// The pair as far as answers are counted.
    func answered(_ model: LinkageModel) -> AnswerQuality.Pair {
        AnswerQuality.Pair(
            grade: grade, probability: pair.probability, isLink: pair.isLink(model),
            answer: answer?.decision.stored)
    }
}

/// The lists of a linkage as far as outputs ask for them.
struct LinkedLists: Sendable {
    /// One of the two.
    enum Side: Sendable { case left, right }

    let left: ReadList
    /// Of one list, the same.
    let right: ReadList
    private let leftKeys: KeyPlaces
    private let rightKeys: KeyPlaces

    init(left: ReadList, right: ReadList?) {
        self.left = left
        self.right = right ?? left
        leftKeys = KeyPlaces(left.keys)
        rightKeys = KeyPlaces(self.right.keys)
    }

    /// The number of a row, as `numbers` of the list has it.
    func number(_ side: Side, _ row: Int) -> Int {
        Int(side == .left ? left.numbers[row] : right.numbers[row])
    }

    /// The key of a row, or empty.
    func key(_ side: Side, _ row: Int) -> String {
        side == .left ? left.key(leftKeys, row) : right.key(rightKeys, row)
    }
}

/// Numbers written with a fixed count of decimals, halves away from zero.
enum FixedPoint {
    /// The number as text; never `-0.000`.
    static func text(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 1e15 else { return value < 0 ? "-inf" : "inf" }
        let number = Int(scaled)
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = value < 0 && number > 0 ? "-" : ""
        return sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }
}
