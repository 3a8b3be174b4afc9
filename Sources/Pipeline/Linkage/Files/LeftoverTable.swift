import Matching
import Reports
import Tabular

/// `only_left.csv` and `only_right.csv`: the rows of a list that no link has, and how near the nearest pair came.
struct LeftoverTable: Sendable {
    private let lists: LinkedLists
    private let side: LinkedLists.Side
    private let digest: String
    /// By row: the best probability of a pair that is no link.
    private let best: [Double]
    private let isLinked: [Bool]

    init(_ side: LinkedLists.Side, _ lists: LinkedLists, _ pairs: [JudgedPair], count: Int, digest: String) {
        (self.lists, self.side, self.digest) = (lists, side, digest)
        var (best, isLinked) = ([Double](repeating: 0, count: count), [Bool](repeating: false, count: count))
        for judged in pairs {
            let row = Int(side == .left ? judged.pair.left : judged.pair.right)
            best[row] = max(best[row], judged.pair.probability)
            if judged.isLink { isLinked[row] = true }
        }
        (self.best, self.isLinked) = (best, isLinked)
    }

    /// Rows whose lines are made together.
    private static let chunk = 50_000

    /// Writes the file, and tells how many rows it has.
    func write(to path: String, _ window: OrderedWindow) async throws -> Int {
        var file = try OutputFile(creating: path)
        var heading = CSVText()
        for name in ["row", "id", "reason", "best_probability", "model"] { heading.add(name) }
        heading.endRow()
        try file.write(heading.bytes)
        var (start, written) = (0, 0)
        try await window.run(
            next: {
                guard start < best.count else { return nil }
                defer { start = min(start + LeftoverTable.chunk, best.count) }
                return start..<min(start + LeftoverTable.chunk, best.count)
            },
            work: { text(of: $0) },
            take: { text in
                try file.write(text.bytes)
                written += text.rowCount
            })
        try file.finish()
        return written
    }

    private func text(of rows: Range<Int>) -> CSVText {
        var text = CSVText()
        for row in rows where !isLinked[row] {
            text.add(lists.number(side, row))
            text.add(lists.key(side, row))
            text.add(best[row] > 0 ? "review" : "no_pair")
            text.add(best[row] > 0 ? FixedPoint.text(best[row], decimals: 6) : "")
            text.add(digest)
            text.endRow()
        }
        return text
    }
}
