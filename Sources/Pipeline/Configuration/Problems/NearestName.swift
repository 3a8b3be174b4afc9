/// Finds the name that a mistyped one was probably meant to be.
enum NearestName {
    /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours; case is free), if these are at
    /// most a third of the longer name, rounded up; the first of equals.
    static func of(_ name: String, among candidates: [String]) -> String? {
        let folded = Array(name.lowercased())
        guard !folded.isEmpty else { return nil }
        var best: (name: String, edits: Int)?
        for candidate in candidates {
            let edits = distance(folded, Array(candidate.lowercased()))
            let limit = (max(folded.count, candidate.count) + 2) / 3
            if edits <= limit, edits < best?.edits ?? Int.max { best = (candidate, edits) }
        }
        return best?.name
    }

    /// Optimal string alignment distance, three rows of the table at a time.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var edits = min(replaced, last[column + 1] + 1, current[column] + 1)
                let isSwap =
                    row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
                if isSwap { edits = min(edits, beforeLast[column - 1] + 1) }
                current.append(edits)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
