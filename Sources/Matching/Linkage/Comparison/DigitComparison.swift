/// Comparisons of numbers digit by digit.
enum DigitComparison {
    /// Whether day and month of two dates, written `20261031`, are swapped.
    static func isSwappedDate(_ left: Int64, _ right: Int64) -> Bool {
        guard left > 0, right > 0, left / 10_000 == right / 10_000 else { return false }
        return left / 100 % 100 == right % 100 && left % 100 == right / 100 % 100
    }

    /// Whether two numbers, the shorter filled up with noughts, differ in one digit or by two neighbours swapped.
    static func isOneDigit(_ left: Int64, _ right: Int64) -> Bool {
        guard left >= 0, right >= 0 else { return false }
        var (first, second, differing, lastPair, isNeighbour) = (left, right, 0, (Int64(-1), Int64(-1)), false)
        while first > 0 || second > 0 {
            let pair = (first % 10, second % 10)
            if pair.0 != pair.1 {
                differing += 1
                if differing > 2 || (differing == 2 && !(isNeighbour && pair.0 == lastPair.1 && pair.1 == lastPair.0)) {
                    return false
                }
                (lastPair, isNeighbour) = (pair, true)
            } else {
                isNeighbour = false
            }
            (first, second) = (first / 10, second / 10)
        }
        return differing > 0
    }
}
