/// The restricted Damerau–Levenshtein distance: characters added, lost or replaced, and neighbours swapped, no place
/// being edited twice.
enum EditDistance {
    /// Whether the distance is at most `limit`. Common beginnings and ends are passed over first, so that most pairs are
    /// decided without a table.
    static func isWithin(_ limit: Int, _ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
        if abs(left.count - right.count) > limit { return false }
        var start = 0
        let shorter = min(left.count, right.count)
        while start < shorter, left[start] == right[start] { start += 1 }
        var end = 0
        while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        let (first, second) = (left.count - start - end, right.count - start - end)
        if first == 0 || second == 0 { return max(first, second) <= limit }
        if first == 1, second == 1 { return limit >= 1 }
        if limit == 1 {
            return first == 2 && second == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
        }
        return distance(left.extracting(start..<(start + first)), right.extracting(start..<(start + second))) <= limit
    }

    /// The distance, by the usual table of which three lines are kept.
    static func distance(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Int {
        var before = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var line = last
        for row in 0..<left.count {
            line[0] = row + 1
            for column in 0..<right.count {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                line[column + 1] = best
            }
            (before, last, line) = (last, line, before)
        }
        return last[right.count]
    }
}
