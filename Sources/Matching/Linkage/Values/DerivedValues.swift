import Roster

/// What is asked of values again and again, worked out once a value.
struct DerivedValues: Sendable {
    /// The characters of all values, one after the other; of texts and names that may be compared by edits.
    private(set) var scalars: [UInt32] = []
    private(set) var scalarEnds: [UInt32] = [0]
    /// Numbers that are equal for names equal but for variants.
    private(set) var variants: [Int32] = []
    /// Numbers that are equal for names of one sound.
    private(set) var sounds: [Int32] = []
    /// The numbers that texts of digits write; −1 for others.
    private(set) var numbers: [Int64] = []
    private(set) var ids: [IDValue] = []

    init(_ values: ValueSet, of field: LinkageField, tables: LinkageTables) {
        switch field.kind {
        case .name:
            takeScalars(of: values)
            takeVariants(tables)
            takeSounds(tables)
        case .text: takeScalars(of: values)
        case .date, .code: numbers = (0..<values.count).map { DerivedValues.number(values.bytes[values.range($0)]) }
        case .id: ids = (0..<values.count).map { IDValue(values.bytes[values.range($0)]) }
        }
        if field.kind == .code { takeScalars(of: values) }
    }

    /// The characters of a value.
    @inline(__always)
    func characters(_ value: Int) -> Range<Int> { Int(scalarEnds[value])..<Int(scalarEnds[value &+ 1]) }

    private mutating func takeScalars(of values: ValueSet) {
        scalars.reserveCapacity(values.bytes.count)
        scalarEnds.reserveCapacity(values.count + 1)
        for value in 0..<values.count {
            for scalar in values.text(value).unicodeScalars { scalars.append(scalar.value) }
            scalarEnds.append(UInt32(scalars.count))
        }
    }

    private mutating func takeVariants(_ tables: LinkageTables) {
        let folding = Dictionary(uniqueKeysWithValues: tables.names.variants.map { ($0.key.value, $0.value.value) })
        variants = grouped { scalar, key in DerivedValues.append(folding[scalar] ?? scalar, to: &key) }
    }

    private mutating func takeSounds(_ tables: LinkageTables) {
        let sounds = Dictionary(
            uniqueKeysWithValues: tables.pinyin.map { ($0.key.value, Array($0.value.utf8) + [0x20]) })
        self.sounds = grouped { scalar, key in
            if let sound = sounds[scalar] { key += sound } else { DerivedValues.append(scalar, to: &key) }
        }
    }

    /// Numbers the values by a key that is put together character by character.
    private func grouped(_ append: (UInt32, inout [UInt8]) -> Void) -> [Int32] {
        let count = scalarEnds.count - 1
        var keys = ValueSet(capacity: count)
        var key: [UInt8] = []
        return (0..<count).map { value in
            key.removeAll(keepingCapacity: true)
            for index in characters(value) { append(scalars[index], &key) }
            return keys.insert(key.span)
        }
    }

    private static func append(_ scalar: UInt32, to key: inout [UInt8]) {
        for shift: UInt32 in [16, 8, 0] { key.append(UInt8(truncatingIfNeeded: scalar >> shift)) }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64 {
        guard (1...18).contains(digits.count) else { return -1 }
        var number: Int64 = 0
        for byte in digits {
            guard byte &- 0x30 <= 9 else { return -1 }
            number = number * 10 + Int64(byte &- 0x30)
        }
        return number
    }
}
