@testable import Matching

/// Levels of comparison found on the values' text, character by character.
struct NaiveComparison {
    let fields: [LinkageField]
    let tables: LinkageTables

    /// The level of two rows in a field: 0 if a value is missing, one more than there are if none holds.
    func level(_ field: Int, _ left: [String], _ right: [String]) -> Int {
        if left[field].isEmpty || right[field].isEmpty { return 0 }
        let levels = fields[field].levels
        let found = levels.firstIndex { holds($0, field, left, right) } ?? levels.count
        return found + 1
    }

    /// The levels of all fields, those that an agreeing ID number repeats being left out.
    func levels(_ left: [String], _ right: [String]) -> [Int] {
        var levels = fields.indices.map { level($0, left, right) }
        for (index, field) in fields.enumerated() where levels[index] > 0 && levels[index] <= field.levels.count {
            let both = zip(NaiveID.shown(left[index]), NaiveID.shown(right[index])).map { $0 && $1 }
            for covered in field.covers {
                let places = covered.part == .birth ? 6..<14 : 16..<17
                if both.count == 18, both[places].allSatisfy(\.self) { levels[covered.field] = 0 }
            }
        }
        return levels
    }

    private func holds(_ level: ComparisonLevel, _ field: Int, _ left: [String], _ right: [String]) -> Bool {
        let (one, two) = (left[field], right[field])
        switch level {
        case .exact: return one == two && !(fields[field].kind == .id && NaiveID.state(one) == .masked)
        case .variant: return variant(one) == variant(two)
        case .homophone: return sound(one) == sound(two)
        case .edits(let limit): return NaiveDistance.table(scalars(one), scalars(two)) <= limit
        case .jaroWinkler(let least): return JaroWinkler.similarity(scalars(one).span, scalars(two).span) >= least
        case .beginning: return min(one.count, two.count) >= 2 && (one.hasPrefix(two) || two.hasPrefix(one))
        case .inField(let other): return one == right[other] || two == left[other]
        case .swappedDate: return isSwapped(one, two)
        case .oneDigit: return areDigits(one, two) && NaiveID.isOneEdit(one, two)
        case .prefix(let count):
            return min(one.utf8.count, two.utf8.count) >= count && one.prefix(count) == two.prefix(count)
        case .within(let limit): return areDigits(one, two) && abs((Int(one) ?? 0) - (Int(two) ?? 0)) <= limit
        case .masked: return isMasked(one, two) || isMasked(two, one)
        case .oneEdit: return isRepairable(one, two)
        }
    }

    func variant(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.map { tables.names.variants[$0] ?? $0 }
    }

    func sound(_ text: String) -> [String] { text.unicodeScalars.map { tables.pinyin[$0] ?? String($0) } }

    private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private func isSwapped(_ one: String, _ two: String) -> Bool {
        guard areDigits(one, two), one.count == 8, two.count == 8, one.prefix(4) == two.prefix(4) else { return false }
        return one.dropFirst(4).prefix(2) == two.suffix(2) && two.dropFirst(4).prefix(2) == one.suffix(2)
    }

    private func areDigits(_ texts: String...) -> Bool {
        texts.allSatisfy { (1...18).contains($0.count) && $0.allSatisfy { ("0"..."9").contains($0) } }
    }

    private func isMasked(_ mask: String, _ whole: String) -> Bool {
        guard NaiveID.state(mask) == .masked, [.valid, .damaged].contains(NaiveID.state(whole)) else { return false }
        return mask.count { $0 != "*" } >= 6 && NaiveID.fits(mask, whole)
    }

    private func isRepairable(_ one: String, _ two: String) -> Bool {
        let states = [NaiveID.state(one), NaiveID.state(two)]
        guard states.contains(.damaged), states.allSatisfy({ $0 == .valid || $0 == .damaged }) else { return false }
        return NaiveID.isOneEdit(one, two)
    }
}

/// ID numbers looked at place by place.
enum NaiveID {
    static func state(_ text: String) -> IDValue.State {
        if text.utf8.count != 18 { return .other }
        if text.contains("*") { return .masked }
        guard text.prefix(17).allSatisfy({ ("0"..."9").contains($0) }) else { return .damaged }
        return MadeUpID.checked(String(text.prefix(17))) == text ? .valid : .damaged
    }

    /// Whether each place is to be seen.
    static func shown(_ text: String) -> [Bool] { text.utf8.map { $0 != UInt8(ascii: "*") } }

    static func fits(_ one: String, _ two: String) -> Bool {
        zip(one, two).allSatisfy { $0 == $1 || $0 == "*" || $1 == "*" }
    }

    /// Whether two texts of one length differ in one character, or by two neighbours swapped.
    static func isOneEdit(_ one: String, _ two: String) -> Bool {
        let (first, second) = (Array(one), Array(two))
        guard first.count == second.count else { return false }
        let places = first.indices.filter { first[$0] != second[$0] }
        if places.count == 2, places[1] == places[0] + 1 {
            return first[places[0]] == second[places[1]] && first[places[1]] == second[places[0]]
        }
        return places.count == 1
    }
}

/// The restricted Damerau–Levenshtein distance, twice.
enum NaiveDistance {
    /// By the whole table of the distances between beginnings.
    static func table(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
        for row in 0..<left.count {
            for column in 0..<right.count {
                let replaced = table[row][column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, table[row][column + 1] + 1, table[row + 1][column] + 1)
                if row > 0, column > 0, left[row - 1] == right[column], left[row] == right[column - 1] {
                    best = min(best, table[row - 1][column - 1] + 1)
                }
                table[row + 1][column + 1] = best
            }
        }
        return table[left.count][right.count]
    }

    /// By what it means: the fewest edits of the last characters and of what stands before them. For short texts.
    static func recursive(_ left: [UInt32], _ right: [UInt32]) -> Int { recursive(left[...], right[...]) }

    private static func recursive(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
        guard let first = left.last, let second = right.last else { return max(left.count, right.count) }
        let (before, other) = (left.dropLast(), right.dropLast())
        if first == second { return recursive(before, other) }
        var best = min(recursive(before, right), recursive(left, other), recursive(before, other))
        if before.last == second, other.last == first {
            best = min(best, recursive(before.dropLast(), other.dropLast()))
        }
        return best + 1
    }
}
