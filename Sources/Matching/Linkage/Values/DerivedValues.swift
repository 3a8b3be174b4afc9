import Tabular

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
        var folding = CharacterNumbers()
        for (from, to) in tables.names.variants { folding[from.value] = to.value }
        variants = grouped(by: folding)
    }

    /// Syllables are numbered above all characters, in their bytewise order.
    private mutating func takeSounds(_ tables: LinkageTables) {
        let syllables = Set(tables.pinyin.values).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let numbers = Dictionary(uniqueKeysWithValues: syllables.enumerated().map { ($1, UInt32($0) + 0x11_0000) })
        var sounds = CharacterNumbers()
        for (character, syllable) in tables.pinyin { sounds[character.value] = numbers[syllable] ?? character.value }
        self.sounds = grouped(by: sounds)
    }

    /// Numbers the values by what their characters stand for.
    private func grouped(by numbers: CharacterNumbers) -> [Int32] {
        var (bytes, ranges) = ([UInt8](), [Range<Int>]())
        bytes.reserveCapacity(scalars.count * 3)
        ranges.reserveCapacity(scalarEnds.count)
        for value in 0..<(scalarEnds.count - 1) {
            let start = bytes.count
            for index in characters(value) { DerivedValues.append(numbers[scalars[index]], to: &bytes) }
            ranges.append(start..<bytes.count)
        }
        var groups: [Int32] = []
        groups.reserveCapacity(ranges.count)
        var keys = ValueSet(capacity: ranges.count)
        keys.insert(ranges, of: bytes, into: &groups)
        return groups
    }

    private static func append(_ number: UInt32, to key: inout [UInt8]) {
        for shift: UInt32 in [16, 8, 0] { key.append(UInt8(truncatingIfNeeded: number >> shift)) }
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

/// A number a character: its own where no other was given. Those of the basic plane are looked up in a table.
private struct CharacterNumbers {
    private var basic = (0..<0x1_0000).map { UInt32($0) }
    private var others: [UInt32: UInt32] = [:]

    subscript(character: UInt32) -> UInt32 {
        get { character < 0x1_0000 ? basic[Int(character)] : others[character] ?? character }
        set { if character < 0x1_0000 { basic[Int(character)] = newValue } else { others[character] = newValue } }
    }
}
