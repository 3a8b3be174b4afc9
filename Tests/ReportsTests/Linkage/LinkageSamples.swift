import Reports

/// A made-up linkage for the tests of its page.
enum LinkageSamples {
    /// Two lists, three fields, every part filled. Its link threshold is a weight of 4 bits, its review threshold one of 0.
    static var full: LinkageSummary {
        var summary = LinkageSummary(
            model: .init(name: "名册查重", digest: "sha256:5f2c"),
            left: .init(name: "甲.csv", rowCount: 1_000, onlyHere: 188, unlinkable: 12),
            right: .init(name: "乙.csv", rowCount: 900, onlyHere: 88, unlinkable: 3),
            training: .init(rounds: 17, hasConverged: true, matchedShare: 0.9023, priorBits: -10.11),
            thresholds: .init(link: 16.0 / 17, review: 0.5))
        summary.fields = fields
        summary.rules = [
            .init(label: "姓名＋出生日期", pairs: 1_200),
            .init(label: "电话", pairs: 14_000, skippedBlocks: 2, skippedPairs: 250_000),
        ]
        summary.histogram = .init(firstBits: -15, counts: histogram)
        summary.outcome = .init(links: 812, reviews: 35, vetoed: 4)
        summary.waterfalls = [waterfall]
        return summary
    }

    /// One list, and nothing found in it.
    static var empty: LinkageSummary {
        LinkageSummary(
            model: .init(name: "空", digest: "", isGuessed: true), left: .init(name: "空.csv", rowCount: 0), right: nil,
            training: .init(rounds: 0, hasConverged: false, matchedShare: 0, priorBits: -49.83),
            thresholds: .init(link: 0.9, review: 0.5))
    }

    /// Numbers that no linkage should give, but a page must stand.
    static var broken: LinkageSummary {
        var summary = full
        summary.training.priorBits = -.infinity
        summary.training.matchedShare = .nan
        summary.thresholds = .init(link: .nan, review: 1)
        summary.fields[0].levels[0] = .init(label: "相同", m: .nan, u: 0, bits: .infinity)
        summary.fields[1].levels = []
        summary.waterfalls[0].totalBits = .nan
        summary.waterfalls[0].steps[0].bits = .infinity
        summary.histogram.counts = [0, 1, 0]
        return summary
    }

    /// A linkage with the same text wherever text comes from outside.
    static func hostile(_ text: String) -> LinkageSummary {
        var summary = LinkageSummary(
            model: .init(name: text, digest: text), left: .init(name: text, rowCount: 2),
            right: .init(name: text, rowCount: 1), training: full.training, thresholds: full.thresholds)
        summary.fields = [.init(name: text, levels: [.init(label: text, m: 0.9, u: 0.1, bits: 3.17)])]
        summary.rules = [.init(label: text, pairs: 2)]
        summary.histogram = .init(firstBits: -7, counts: [1, 1])
        var waterfall = LinkageSummary.Waterfall(
            title: text, decision: text, priorBits: -10, totalBits: -6.83, probability: 0.01)
        waterfall.steps = [.init(field: text, level: text, bits: 3.17, left: text, right: text)]
        summary.waterfalls = [waterfall]
        return summary
    }

    /// The pair that the full sample shows.
    static var waterfall: LinkageSummary.Waterfall {
        var waterfall = LinkageSummary.Waterfall(
            title: "左表第 12 行 ↔ 右表第 40 行", decision: "匹配", priorBits: -10.11, totalBits: 12.61, probability: 0.99984)
        waterfall.steps = [
            .init(field: "姓名", level: "相同", bits: 13.5, left: "欧阳*", right: "欧阳*"),
            .init(field: "出生日期", level: "日月颠倒", bits: 10.8, left: "1990-**-**", right: "1990-**-**"),
            .init(field: "电话", level: "不同", bits: -1.58, left: "138****0001", right: "139****0002"),
        ]
        return waterfall
    }

    private static var fields: [LinkageSummary.Field] {
        [
            .init(
                name: "姓名",
                levels: [
                    .init(label: "相同", m: 0.93, u: 0.0021, bits: 8.79),
                    .init(label: "读音相同", m: 0.04, u: 0.0008, bits: 5.64),
                    .init(label: "不同", m: 0.03, u: 0.9971, bits: -5.05),
                ]),
            .init(
                name: "出生日期",
                levels: [
                    .init(label: "相同", m: 0.97, u: 0.00007, bits: 13.76),
                    .init(label: "日月颠倒", m: 0.0001, u: 0.000_000_032, bits: 11.61, isTrained: false),
                    .init(label: "不同", m: 0.0299, u: 0.9999, bits: -5.06),
                ]),
            .init(
                name: "电话",
                levels: [
                    .init(label: "相同", m: 0.66, u: 0.00012, bits: 12.43),
                    .init(label: "不同", m: 0.34, u: 0.99988, bits: -1.56),
                ]),
        ]
    }

    /// From -15 bits, 12,000 pairs in all.
    private static var histogram: [Int] {
        [0, 0, 6_000, 3_000, 1_500, 500, 90, 40, 20, 10, 5, 3, 2, 0, 0, 0, 8, 10, 4, 6, 2, 50, 150, 300, 300]
    }
}
