package import Tabular

/// One field of both lists: the number of each row's value in one set.
///
/// An object, because comparisons ask it for one number at a time and must not copy its arrays.
package final class LinkageColumn: Sendable {
    package let field: LinkageField
    package let values: ValueSet
    /// By row of the left list; −1 where the value is missing.
    package let left: [Int32]
    /// By row of the right list; of one list compared with itself, the same as `left`.
    package let right: [Int32]
    let derived: DerivedValues
    let levels: [ComparisonLevel]

    /// The column of a field.
    package init(
        _ field: LinkageField, at index: Int, left: [LinkageRows], right: [LinkageRows]?, tables: LinkageTables
    ) {
        self.field = field
        levels = field.levels
        let rows = left.reduce(0) { $0 + $1.count } + (right ?? []).reduce(0) { $0 + $1.count }
        var values = ValueSet(capacity: min(rows, 1 << 16))
        let first = LinkageColumn.numbers(of: left, field: index, in: &values)
        // Where nearly every row of one list has a value of its own, so has the other.
        if values.count * 2 > first.count { values.reserve(rows) }
        self.left = first
        self.right = right.map { LinkageColumn.numbers(of: $0, field: index, in: &values) } ?? first
        self.values = values
        derived = DerivedValues(values, of: field, tables: tables)
    }

    private init(_ column: LinkageColumn, left: [Int32], right: [Int32]) {
        (field, values, derived, levels) = (column.field, column.values, column.derived, column.levels)
        (self.left, self.right) = (left, right)
    }

    /// The column with some values taken for missing.
    func without(left: Set<Int32>, right: Set<Int32>) -> LinkageColumn {
        LinkageColumn(
            self, left: self.left.map { left.contains($0) ? -1 : $0 },
            right: self.right.map { right.contains($0) ? -1 : $0 })
    }

    private static func numbers(of batches: [LinkageRows], field: Int, in values: inout ValueSet) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(batches.reduce(0) { $0 + $1.count })
        for batch in batches {
            let ranges = (0..<batch.count).map { batch.range(row: $0, field: field) }
            values.insert(ranges, of: batch.bytes, into: &numbers)
        }
        return numbers
    }

    /// How many rows of a side have each of some derived values; `of` gives a row's, −1 for none.
    static func counts(_ numbers: [Int32], in groups: [Int32]?, count: Int) -> [Int32] {
        var counts = [Int32](repeating: 0, count: count)
        for number in numbers where number >= 0 {
            let group = groups.map { $0[Int(number)] } ?? number
            if group >= 0 { counts[Int(group)] += 1 }
        }
        return counts
    }
}

/// The two lists of a linkage, or one to be compared with itself, as columns.
package struct LinkageTable: Sendable {
    package let columns: [LinkageColumn]
    package let leftCount: Int
    package let rightCount: Int
    /// One list is compared with itself: pairs have the smaller row on the left.
    package let isOneList: Bool

    package init(columns: [LinkageColumn], isOneList: Bool) {
        self.columns = columns
        leftCount = columns.first?.left.count ?? 0
        rightCount = columns.first?.right.count ?? 0
        self.isOneList = isOneList
    }

    /// How many pairs there are in all.
    package var pairCount: Double {
        isOneList ? Double(leftCount) * Double(leftCount - 1) / 2 : Double(leftCount) * Double(rightCount)
    }
}

/// Tables of characters that comparisons use; data of the program's user.
package struct LinkageTables: Sendable, Equatable {
    package var names: NameTables
    /// Syllables of characters, without tone.
    package var pinyin: [Unicode.Scalar: String]

    package init(names: NameTables = NameTables(), pinyin: [Unicode.Scalar: String] = [:]) {
        (self.names, self.pinyin) = (names, pinyin)
    }
}
