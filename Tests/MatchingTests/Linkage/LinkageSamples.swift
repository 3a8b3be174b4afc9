import Foundation

@testable import Matching

/// Tables, models and weights that the tests of linkage share.
enum LinkageSamples {
    static let tables = LinkageTables(
        names: NameTables(variants: ["呂": "吕", "黃": "黄", "偉": "伟"]),
        pinyin: [
            "王": "wang", "汪": "wang", "伟": "wei", "偉": "wei", "玮": "wei", "吕": "lv", "呂": "lv", "黄": "huang",
            "黃": "huang", "皇": "huang", "明": "ming", "铭": "ming", "丽": "li", "莉": "li",
        ])

    /// Rows of as many values as there are fields; an empty text is a missing value.
    static func rows(_ rows: [[String]], fields: Int) -> LinkageRows {
        var result = LinkageRows(fieldCount: fields)
        for row in rows { for value in row { result.append(value.utf8) } }
        return result
    }

    /// The columns of two lists, or of one, which are handed over in batches of at most `batch` rows.
    static func table(
        _ fields: [LinkageField], _ left: [[String]], _ right: [[String]]? = nil, batch: Int = 1000
    ) -> LinkageTable {
        let (left, right) = (batches(left, fields, batch), right.map { batches($0, fields, batch) })
        let columns = fields.enumerated().map { index, field in
            LinkageColumn(field, at: index, left: left, right: right, tables: tables)
        }
        return LinkageTable(columns: columns, isOneList: right == nil)
    }

    private static func batches(_ all: [[String]], _ fields: [LinkageField], _ size: Int) -> [LinkageRows] {
        stride(from: 0, to: all.count, by: size).map { start in
            rows(Array(all[start..<min(start + size, all.count)]), fields: fields.count)
        }
    }

    /// The pairs that a model's rules bring.
    static func candidates(_ model: LinkageModel, _ table: LinkageTable) -> CandidatePairs {
        CandidatePairs(model.blocking.map { BlockLayout($0, table, cap: model.blockCap) }, table)
    }

    static func scorer(_ model: LinkageModel, _ weights: TrainedWeights, _ table: LinkageTable) -> PairScorer {
        PairScorer(model, weights, PairComparison(table), candidates(model, table))
    }

    /// All pairs of a model, as a list in its final form.
    static func pairs(_ model: LinkageModel, _ weights: TrainedWeights, _ table: LinkageTable) -> [ScoredPair] {
        let scored = scorer(model, weights, table).score(rightRows: 0..<table.rightCount).pairs
        return PairList.finished(scored, model, table)
    }

    /// Trains a model as the program does: patterns of the candidate pairs, pairs at random, then the rounds.
    static func trained(_ model: LinkageModel, _ table: LinkageTable) -> Training.Outcome {
        let comparison = PairComparison(table)
        let patterns = PatternCounts(comparison, candidates(model, table), rightRows: 0..<table.rightCount)
        let strangers = StrangerRates(comparison, LevelSample(comparison, plan: model.training))
        return Training(patterns, strangers, table, plan: model.training).run()
    }

    /// Weights of so many bits a level for each field, the levels' and one more; u is a thousandth.
    static func weights(_ bits: [[Double]], matchedShare: Double = 0.5) -> TrainedWeights {
        let levels = bits.map { field in
            field.map { LevelProbability(m: 0.001 * exp2($0), u: 0.001, isTrained: true) }
        }
        return TrainedWeights(levels: levels, matchedShare: matchedShare)
    }

    /// The level of the first pair of rows in the only field.
    static func level(_ field: LinkageField, _ left: String, _ right: String) -> Int {
        Int(PairComparison(table([field], [[left]], [[right]])).level(0, 0, 0))
    }
}

extension LinkageField {
    /// An ID number with all its levels.
    static func id(covers: [CoveredField] = [], vetoes: Bool = true) -> LinkageField {
        LinkageField(
            name: "id", kind: .id, levels: [.exact, .masked, .oneEdit], covers: covers, vetoesDifference: vetoes)
    }

    static func name(usesTermFrequency: Bool = true) -> LinkageField {
        LinkageField(
            name: "name", kind: .name, levels: [.exact, .variant, .homophone, .edits(1)],
            usesTermFrequency: usesTermFrequency)
    }

    static let birth = LinkageField(name: "birth", kind: .date, levels: [.exact, .swappedDate, .oneDigit, .prefix(4)])

    static func code(_ name: String, _ levels: [ComparisonLevel], usesTermFrequency: Bool = false) -> LinkageField {
        LinkageField(name: name, kind: .code, levels: levels, usesTermFrequency: usesTermFrequency)
    }

    static func text(_ name: String, _ levels: [ComparisonLevel]) -> LinkageField {
        LinkageField(name: name, kind: .text, levels: levels)
    }
}
