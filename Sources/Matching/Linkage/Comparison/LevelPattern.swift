/// The levels of a pair in all fields, four bits a field: pairs of one pattern have one weight, but for rare values.
package struct LevelPattern: Hashable, Sendable {
    package var code: UInt64 = 0

    /// Fields that fit.
    package static let capacity = 16

    /// The level in a field: 0 missing, 1 and on the model's levels.
    @inline(__always)
    package subscript(field: Int) -> Int {
        get { Int(code &>> UInt64(field &* 4) & 15) }
        set { code = code & ~(15 &<< UInt64(field &* 4)) | UInt64(newValue) &<< UInt64(field &* 4) }
    }
}

extension PairComparison {
    /// The pattern of a pair. Fields that an ID number repeats are left out where it shows and agrees on them.
    func pattern(_ left: Int, _ right: Int) -> LevelPattern {
        var pattern = LevelPattern()
        for field in table.columns.indices {
            pattern[field] = Int(level(field, left, right))
        }
        for field in table.columns.indices where !table.columns[field].field.covers.isEmpty {
            leaveOutCovered(by: field, left, right, in: &pattern)
        }
        return pattern
    }

    private func leaveOutCovered(by field: Int, _ left: Int, _ right: Int, in pattern: inout LevelPattern) {
        let column = table.columns[field]
        let level = pattern[field]
        guard level > 0, level <= column.field.levels.count else { return }
        let ids = column.derived.ids
        let shown = ids[Int(column.left[left])].visible & ids[Int(column.right[right])].visible
        for covered in column.field.covers where pattern[covered.field] > 0 {
            let places = covered.part == .birth ? IDValue.birthPlaces : IDValue.sexPlace
            if shown & places == places { pattern[covered.field] = 0 }
        }
    }
}
