import Matching
import Reports
import Tabular

/// `only_left.csv` and `only_right.csv`: the rows of a list that no link has, and how near the nearest pair came.
struct LeftoverTable {
    let lists: LinkedLists
    let digest: String

    /// How many rows were written.
    func write(_ side: LinkedLists.Side, _ pairs: [JudgedPair], count: Int, to path: String) throws -> Int {
        var (best, isLinked) = ([Double](repeating: 0, count: count), [Bool](repeating: false, count: count))
        for judged in pairs {
            let row = Int(side == .left ? judged.pair.left : judged.pair.right)
            best[row] = max(best[row], judged.pair.probability)
            if judged.isLink { isLinked[row] = true }
        }
        var file = try OutputFile(creating: path)
        var text = CSVText()
        for name in ["row", "id", "reason", "best_probability", "model"] { text.add(name) }
        text.endRow()
        for row in 0..<count where !isLinked[row] {
            text.add(lists.number(side, row))
            text.add(lists.key(side, row))
            text.add(best[row] > 0 ? "review" : "no_pair")
            text.add(best[row] > 0 ? FixedPoint.text(best[row], decimals: 6) : "")
            text.add(digest)
            text.endRow()
            guard text.bytes.count >= 1 << 20 else { continue }
            try file.write(text.bytes)
            text.removeAll()
        }
        try file.write(text.bytes)
        try file.finish()
        return isLinked.count { !$0 }
    }
}
