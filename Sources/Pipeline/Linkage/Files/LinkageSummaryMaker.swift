import Matching
import Reports
import Roster
import Tabular

/// Puts together what the summary page shows.
struct LinkageSummaryMaker {
    let outcome: LinkageOutcome
    let report: LinkageReport

    /// Pairs shown in detail.
    private static let samples = 6

    private var definition: LinkageDefinition { outcome.definition }
    private var model: LinkageModel { definition.model }
    private var scorer: PairScorer { outcome.result.scorer }
    private var names: [String] { model.fields.map(\.name) }

    var summary: LinkageSummary {
        var summary = LinkageSummary(
            model: .init(name: definition.title, digest: report.digest, isGuessed: definition.isGuessed),
            left: list(report.left), right: report.right.map(list),
            training: training, thresholds: .init(link: model.linkThreshold, review: model.reviewThreshold))
        let answers = AnswerSummary(outcome.quality)
        summary.answers = answers.isEmpty ? nil : answers
        summary.fields = fields
        summary.rules = zip(model.blocking, outcome.result.blocks).map { rule, count in
            .init(
                label: BlockingWords.text(rule, names: names), pairs: count.pairs,
                skippedBlocks: count.skippedBlocks, skippedPairs: count.skippedPairs)
        }
        summary.histogram = .init(firstBits: BitHistogram.lowest, counts: outcome.result.histogram.counts)
        summary.outcome = .init(links: report.links, reviews: report.reviews, vetoed: report.vetoed)
        summary.waterfalls = samples.map(waterfall)
        return summary
    }

    private func list(_ list: LinkageReport.List) -> LinkageSummary.List {
        .init(name: list.file, rowCount: list.records, onlyHere: list.only, unlinkable: list.unlinkable)
    }

    private var training: LinkageSummary.Training {
        .init(
            isPinned: outcome.result.training == nil, rounds: outcome.result.training?.rounds ?? 0,
            hasConverged: outcome.result.training?.hasConverged ?? true,
            matchedShare: scorer.weights.matchedShare, priorBits: scorer.priorBits)
    }

    private var fields: [LinkageSummary.Field] {
        zip(model.fields, scorer.weights.levels).enumerated().map { place, pair in
            let levels = pair.1.enumerated().map { level, probability in
                LinkageSummary.Level(
                    label: definition.levelText(place, level + 1), m: probability.m, u: probability.u,
                    bits: probability.bits, isTrained: probability.isTrained)
            }
            return .init(name: pair.0.name, levels: levels)
        }
    }

    /// Pairs spread over all weights, the surest and the least sure among them.
    private var samples: [JudgedPair] {
        let order = outcome.pairs.indices.sorted {
            (outcome.pairs[$1].pair.bits, $0) < (outcome.pairs[$0].pair.bits, $1)
        }
        guard order.count > LinkageSummaryMaker.samples else { return order.map { outcome.pairs[$0] } }
        let last = LinkageSummaryMaker.samples - 1
        return (0...last).map { outcome.pairs[order[$0 * (order.count - 1) / last]] }
    }

    private func waterfall(_ judged: JudgedPair) -> LinkageSummary.Waterfall {
        let pair = judged.pair
        let (left, right) = (outcome.lists.number(.left, Int(pair.left)), outcome.lists.number(.right, Int(pair.right)))
        var waterfall = LinkageSummary.Waterfall(
            title: "左 \(left) 行与右 \(right) 行（\(judged.grade.rawValue)）", decision: judged.isLink ? "链接" : "复核",
            priorBits: scorer.priorBits, totalBits: pair.bits, probability: pair.probability)
        waterfall.steps = scorer.parts(of: pair).enumerated().map { field, bits in
            .init(
                field: names[field], level: definition.levelText(field, pair.pattern[field]), bits: bits,
                left: shown(field, scorer.comparison.table.columns[field].left[Int(pair.left)]),
                right: shown(field, scorer.comparison.table.columns[field].right[Int(pair.right)]))
        }
        return waterfall
    }

    /// A value as anybody may see it.
    private func shown(_ field: Int, _ value: Int32) -> String {
        guard value >= 0 else { return "" }
        let text = scorer.comparison.table.columns[field].values.text(Int(value))
        switch model.fields[field].kind {
        case .name, .text: return Masking.name(text)
        case .date: return Masking.day(text)
        case .id: return Masking.idNumber(text)
        case .code: return text.count > 6 ? Masking.phone(text) : text
        }
    }
}
