import Tabular

/// The keys of one blocking rule: rows with equal keys are compared. 0 for rows that lack a part.
struct BlockKeys: Sendable {
    let left: [UInt64]
    /// Of one list, the same as `left`.
    let right: [UInt64]

    init(_ rule: BlockingRule, _ table: LinkageTable) {
        let parts = rule.parts.map { BlockPartKeys($0, table.columns[$0.field]) }
        left = (0..<table.leftCount).map { row in BlockKeys.key(parts, row, isLeft: true) }
        right =
            table.isOneList ? left : (0..<table.rightCount).map { row in BlockKeys.key(parts, row, isLeft: false) }
    }

    private static func key(_ parts: [BlockPartKeys], _ row: Int, isLeft: Bool) -> UInt64 {
        var key: UInt64 = 0
        for part in parts {
            let value = isLeft ? part.column.left[row] : part.column.right[row]
            guard value >= 0, part.keys[Int(value)] != 0 else { return 0 }
            key = ValueHash.joined(key, part.keys[Int(value)])
        }
        return key
    }
}

/// A key a value of one part of a rule.
private struct BlockPartKeys {
    let column: LinkageColumn
    let keys: [UInt64]

    init(_ part: BlockingPart, _ column: LinkageColumn) {
        self.column = column
        let count = column.values.count
        switch part.derivation {
        case .whole: keys = (0..<count).map { UInt64($0) + 1 }
        case .variant: keys = column.derived.variants.map { UInt64($0) + 1 }
        case .homophone: keys = column.derived.sounds.map { UInt64($0) + 1 }
        case .first(let length): keys = (0..<count).map { BlockPartKeys.cut(column, $0, first: length) }
        case .last(let length): keys = (0..<count).map { BlockPartKeys.cut(column, $0, last: length) }
        case .birth: keys = column.derived.ids.map(BlockPartKeys.birth)
        }
    }

    /// Characters where the field knows them, else bytes.
    private static func cut(_ column: LinkageColumn, _ value: Int, first: Int = 0, last: Int = 0) -> UInt64 {
        let hasCharacters = !column.derived.scalars.isEmpty
        let range = hasCharacters ? column.derived.characters(value) : column.values.range(value)
        let wanted = max(first, last)
        guard range.count >= wanted else { return 0 }
        let cut = first > 0 ? range.prefix(first) : range.suffix(last)
        return cut.reduce(1) { key, index in
            ValueHash.joined(
                key, hasCharacters ? UInt64(column.derived.scalars[index]) : UInt64(column.values.bytes[index]))
        }
    }

    private static func birth(_ id: IDValue) -> UInt64 {
        guard id.state != .other, id.visible & IDValue.birthPlaces == IDValue.birthPlaces else { return 0 }
        return (6..<14).reduce(1) { ValueHash.joined($0, UInt64(id.character($1))) }
    }
}
