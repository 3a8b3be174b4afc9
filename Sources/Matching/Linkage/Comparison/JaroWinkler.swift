/// The similarity of two short texts by Jaro (1989) with Winkler's bonus for a common beginning (1990).
enum JaroWinkler {
    /// From 0 to 1. Only the first 64 characters are looked at.
    static func similarity(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Double {
        let (leftCount, rightCount) = (min(left.count, 64), min(right.count, 64))
        if leftCount == 0 || rightCount == 0 { return 0 }
        let matched = matches(left, leftCount, right, rightCount)
        let count = matched.left.nonzeroBitCount
        if count == 0 { return 0 }
        let swapped = transpositions(left, matched.left, right, matched.right)
        let share = Double(count)
        let jaro = (share / Double(leftCount) + share / Double(rightCount) + (share - Double(swapped)) / share) / 3
        return jaro + Double(commonBeginning(left, right)) * 0.1 * (1 - jaro)
    }

    /// Characters of either text that have a partner near enough in the other, as bits.
    private static func matches(
        _ left: Span<UInt32>, _ leftCount: Int, _ right: Span<UInt32>, _ rightCount: Int
    ) -> (left: UInt64, right: UInt64) {
        let reach = max(0, max(leftCount, rightCount) / 2 - 1)
        var found: (left: UInt64, right: UInt64) = (0, 0)
        for index in 0..<leftCount {
            let low = max(0, index - reach)
            let high = min(rightCount, index + reach + 1)
            guard low < high else { continue }
            for other in low..<high where found.right &>> UInt64(other) & 1 == 0 && left[index] == right[other] {
                found.left |= 1 &<< UInt64(index)
                found.right |= 1 &<< UInt64(other)
                break
            }
        }
        return found
    }

    /// Half the number of matched characters that stand in another order.
    private static func transpositions(
        _ left: Span<UInt32>, _ leftBits: UInt64, _ right: Span<UInt32>, _ rightBits: UInt64
    ) -> Int {
        var (leftBits, rightBits, differing) = (leftBits, rightBits, 0)
        while leftBits != 0 {
            if left[leftBits.trailingZeroBitCount] != right[rightBits.trailingZeroBitCount] { differing += 1 }
            leftBits &= leftBits &- 1
            rightBits &= rightBits &- 1
        }
        return differing / 2
    }

    private static func commonBeginning(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Int {
        var count = 0
        while count < 4, count < left.count, count < right.count, left[count] == right[count] { count += 1 }
        return count
    }
}
