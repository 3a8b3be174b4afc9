import Tabular

/// The levels that pairs of rows meet, field by field.
package struct PairComparison: Sendable {
    package let table: LinkageTable

    package init(_ table: LinkageTable) {
        self.table = table
    }

    /// The level of a pair in a field: 0 if a value is missing, 1 and on for the model's levels, one more if none holds.
    @inline(__always)
    func level(_ field: Int, _ left: Int, _ right: Int) -> UInt8 {
        let column = table.columns[field]
        let (first, second) = (column.left[left], column.right[right])
        if first < 0 || second < 0 { return 0 }
        let levels = column.levels
        var similarity = -1.0
        for index in levels.indices {
            if case .jaroWinkler(let least) = levels[index] {
                if similarity < 0 {
                    similarity = withCharacters(column, Int(first), Int(second), JaroWinkler.similarity)
                }
                if similarity >= least { return UInt8(index &+ 1) }
            } else if holds(levels[index], column, first, second, left, right) {
                return UInt8(index &+ 1)
            }
        }
        return UInt8(levels.count &+ 1)
    }

    /// Whether a level other than of similarity holds.
    private func holds(
        _ level: ComparisonLevel, _ column: LinkageColumn, _ first: Int32, _ second: Int32, _ left: Int, _ right: Int
    ) -> Bool {
        let (one, two) = (Int(first), Int(second))
        switch level {
        case .exact: return first == second && !isMask(column, one)
        case .variant: return column.derived.variants[one] == column.derived.variants[two]
        case .homophone: return column.derived.sounds[one] == column.derived.sounds[two]
        case .edits(let limit):
            return withCharacters(column, one, two) { EditDistance.isWithin(limit, $0, $1) }
        case .jaroWinkler: return false
        case .beginning: return withCharacters(column, one, two, PairComparison.isBeginning)
        case .inField(let other): return isIn(field: other, column, one, two, left, right)
        case .swappedDate:
            return DigitComparison.isSwappedDate(column.derived.numbers[one], column.derived.numbers[two])
        case .oneDigit:
            return column.values.range(one).count == column.values.range(two).count
                && DigitComparison.isOneDigit(column.derived.numbers[one], column.derived.numbers[two])
        case .prefix(let count): return hasEqualPrefix(column, one, two, count)
        case .within(let limit): return isWithin(limit, column.derived.numbers[one], column.derived.numbers[two])
        case .masked: return isMasked(column.derived.ids[one], column.derived.ids[two])
        case .oneEdit: return isRepairable(column.derived.ids[one], column.derived.ids[two])
        }
    }

    @inline(__always)
    private func withCharacters<Result>(
        _ column: LinkageColumn, _ one: Int, _ two: Int, _ body: (Span<UInt32>, Span<UInt32>) -> Result
    ) -> Result {
        let scalars = column.derived.scalars
        return body(
            scalars.span.extracting(column.derived.characters(one)),
            scalars.span.extracting(column.derived.characters(two)))
    }

    /// One value is the beginning of the other, of two characters at least.
    private static func isBeginning(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
        let count = min(left.count, right.count)
        guard count >= 2 else { return false }
        for index in 0..<count where left[index] != right[index] { return false }
        return true
    }

    /// The value of either row stands in the other field of the other row.
    private func isIn(
        field: Int, _ column: LinkageColumn, _ one: Int, _ two: Int, _ left: Int, _ right: Int
    ) -> Bool {
        let other = table.columns[field]
        let (otherLeft, otherRight) = (other.left[left], other.right[right])
        return otherRight >= 0 && equals(column.values, one, other.values, Int(otherRight))
            || otherLeft >= 0 && equals(column.values, two, other.values, Int(otherLeft))
    }

    private func equals(_ set: ValueSet, _ value: Int, _ otherSet: ValueSet, _ other: Int) -> Bool {
        let (range, otherRange) = (set.range(value), otherSet.range(other))
        guard range.count == otherRange.count else { return false }
        for offset in 0..<range.count
        where set.bytes[range.lowerBound + offset] != otherSet.bytes[otherRange.lowerBound + offset] { return false }
        return true
    }

    private func hasEqualPrefix(_ column: LinkageColumn, _ one: Int, _ two: Int, _ count: Int) -> Bool {
        let (first, second) = (column.values.range(one), column.values.range(two))
        guard first.count >= count, second.count >= count else { return false }
        for offset in 0..<count
        where column.values.bytes[first.lowerBound + offset] != column.values.bytes[second.lowerBound + offset] {
            return false
        }
        return true
    }

    private func isWithin(_ limit: Int, _ left: Int64, _ right: Int64) -> Bool {
        left >= 0 && right >= 0 && abs(left - right) <= Int64(limit)
    }

    /// A mask does not agree fully with anything, not even with itself: two people may be behind it.
    @inline(__always)
    private func isMask(_ column: LinkageColumn, _ value: Int) -> Bool {
        column.field.kind == .id && column.derived.ids[value].state == .masked
    }

    /// One of them is masked, the other is not, and they agree in all that is to be seen.
    private func isMasked(_ left: IDValue, _ right: IDValue) -> Bool {
        guard (left.state == .masked) != (right.state == .masked), left.state != .other, right.state != .other else {
            return false
        }
        let mask = left.state == .masked ? left : right
        return mask.visible.nonzeroBitCount >= PairComparison.leastVisible && left.fits(right)
    }

    /// One or both fail their check, and they are an edit apart.
    private func isRepairable(_ left: IDValue, _ right: IDValue) -> Bool {
        let hasDamage = left.state == .damaged || right.state == .damaged
        let areWhole = left.state != .masked && right.state != .masked && left.state != .other && right.state != .other
        return hasDamage && areWhole && left.isOneEdit(from: right)
    }

    /// A mask that shows less proves nothing.
    static let leastVisible = 6
}
