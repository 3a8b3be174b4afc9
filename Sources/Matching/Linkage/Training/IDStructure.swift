/// How likely a stranger's ID number shows the same digits, worked out from what the digits mean: the region, the birth
/// date, a running number and a check character (GB 11643-1999). Chance agreements are too rare to be sampled.
struct IDStructure: Sendable {
    /// Shares of the valid numbers that begin with so many digits, by the prefix and a 1 before it.
    private var prefixes: [Int: Double] = [:]
    private var years: [Int: Double] = [:]
    /// The chance that two strangers' numbers are equal.
    private var equal = 1e-9

    init(_ table: LinkageTable, field: Int) {
        let column = table.columns[field]
        var counts: [Int: Int] = [:]
        var yearCounts: [Int: Int] = [:]
        var total = 0
        for id in column.derived.ids where id.state == .valid {
            total += 1
            var prefix = 1
            for place in 0..<6 {
                prefix = prefix * 10 + Int(id.character(place) &- 0x30)
                counts[prefix, default: 0] += 1
            }
            yearCounts[IDStructure.year(of: id), default: 0] += 1
        }
        guard total > 0 else { return }
        prefixes = counts.mapValues { Double($0) / Double(total) }
        years = yearCounts.mapValues { Double($0) / Double(total) }
        equal = chanceOfEquality(counts, yearCounts, total)
    }

    /// Sums of squares in the order of the keys, so that they do not depend on hashing.
    private func chanceOfEquality(_ counts: [Int: Int], _ years: [Int: Int], _ total: Int) -> Double {
        func squares(_ counts: some Sequence<(key: Int, value: Int)>) -> Double {
            counts.sorted { $0.key < $1.key }.reduce(0.0) { $0 + (Double($1.value) / Double(total)).squared }
        }
        let region = squares(counts.filter { $0.key >= 1_000_000 })
        return max(1e-13, region * squares(years) / IDStructure.daysOfYear / 1000)
    }

    /// Puts in the rates of the levels of ID numbers.
    func fill(_ rates: inout [Double], _ floors: inout [Double], _ levels: [ComparisonLevel]) {
        for (index, level) in levels.enumerated() {
            switch level {
            case .exact: (rates[index], floors[index]) = (equal, equal)
            case .oneEdit: (rates[index], floors[index]) = (equal * IDStructure.edits, equal * IDStructure.edits)
            case .masked: (rates[index], floors[index]) = (IDStructure.maskedRate, IDStructure.maskedRate)
            default: break
            }
        }
        rates[rates.count - 1] = max(0, 1 - rates.dropLast().reduce(0, +))
    }

    /// The chance that a stranger's number agrees with this one in the places given.
    func chance(_ id: IDValue, shown: UInt32) -> Double {
        regionChance(id, shown) * birthChance(id, shown) * tailChance(shown)
    }

    /// Shown digits of the region count as far as they form its beginning; each later one as a tenth.
    private func regionChance(_ id: IDValue, _ shown: UInt32) -> Double {
        var prefix = 1
        for place in 0..<6 {
            guard shown >> UInt32(place) & 1 == 1 else {
                let later = (place..<6).count { shown >> UInt32($0) & 1 == 1 }
                return (prefixes[prefix] ?? (prefix == 1 ? 1 : 1e-4)) * Self.tenths[later]
            }
            prefix = prefix * 10 + Int(id.character(place) &- 0x30)
        }
        return prefixes[prefix] ?? 1e-5
    }

    private func birthChance(_ id: IDValue, _ shown: UInt32) -> Double {
        let places = shown & IDValue.birthPlaces
        if places == 0 { return 1 }
        let yearPlaces: UInt32 = 0b11_1100_0000
        guard places & yearPlaces == yearPlaces else {
            // A part of the year says little; months and days are counted digit by digit.
            let digits = (places & ~0b00_1100_0000).nonzeroBitCount
            return digits == 0 ? 1 : Self.tenths[min(3, digits)]
        }
        let month = places >> 10 & 3 == 3 ? 1 / 12.0 : places >> 10 & 3 == 0 ? 1 : 0.3
        let day = places >> 12 & 3 == 3 ? 1 / 30.4 : places >> 12 & 3 == 0 ? 1 : 0.3
        return (years[IDStructure.year(of: id)] ?? 1e-3) * month * day
    }

    private func tailChance(_ shown: UInt32) -> Double {
        let digits = (shown >> 14 & 7).nonzeroBitCount
        return Self.tenths[digits] * (shown >> 17 & 1 == 1 ? 1 / 11.0 : 1)
    }

    private static func year(of id: IDValue) -> Int {
        (6..<10).reduce(0) { $0 * 10 + Int(id.character($1) &- 0x30) }
    }

    private static let tenths = [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6]
    private static let daysOfYear = 365.25
    /// Numbers one edit from another: 17 places with nine other digits each, the check character, swaps.
    private static let edits = 180.0
    /// What a mask is weighed by before its own digits are looked at.
    static let maskedRate = 1e-6
}

extension Double {
    fileprivate var squared: Double { self * self }
}
