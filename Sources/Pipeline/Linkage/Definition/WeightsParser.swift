import Matching

/// Reads the trained weights that a model file may hold.
struct WeightsParser {
    let fields: [LinkageField]

    /// The section `weights`; `nil` if it does not hold a probability for each level of each field.
    func weights(_ cursor: ConfigCursor) -> TrainedWeights? {
        cursor.section("weights") { section in
            let share = section.require("matchedShare")?.decimal(in: 1e-12...1e6)
            let found = fields.map { field in
                section.require(field.name).map { levels($0, of: field) } ?? []
            }
            guard let share, zip(found, fields).allSatisfy({ $0.count == $1.levels.count + 1 }) else { return nil }
            return TrainedWeights(levels: found, matchedShare: share)
        } ?? nil
    }

    private func levels(_ cursor: ConfigCursor, of field: LinkageField) -> [LevelProbability] {
        let items = cursor.items()
        let expected = field.levels.count + 1
        if items.count != expected { cursor.report(.outOfRange("×\(expected)"), found: "\(items.count)") }
        return items.compactMap { item in
            item.section("weight") { section in
                guard let m = section.require("m")?.decimal(in: 1e-300...1),
                    let u = section.require("u")?.decimal(in: 1e-300...1)
                else { return nil }
                var isTrained = true
                section.read("trained", into: &isTrained) { $0.flag() }
                return LevelProbability(m: m, u: u, isTrained: isTrained)
            } ?? nil
        }
    }
}

extension ConfigCursor {
    /// A number in decimal or scientific notation.
    func decimal(in range: ClosedRange<Double>) -> Double? {
        guard let value = Double(scalar), value.isFinite else {
            report(.wrongType(expected: .share))
            return nil
        }
        guard range.contains(value) else {
            report(.outOfRange("\(range.lowerBound)–\(range.upperBound)"))
            return nil
        }
        return value
    }
}
