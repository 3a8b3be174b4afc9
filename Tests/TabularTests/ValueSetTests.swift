import Testing

@testable import Tabular

@Suite("Sets of values and keys with a check character")
struct ValueSetTests {
    @Test("values are numbered in the order in which they come, whatever batches they come in", arguments: 0..<8)
    func numbering(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let values = (0..<3_000).map { _ in
            (0..<random.below(24)).map { _ in UInt8(0x61 + random.below(1 + seed % 4)) }
        }
        var (known, expected): ([[UInt8]: Int32], [Int32]) = ([:], [])
        for value in values {
            if !value.isEmpty, known[value] == nil { known[value] = Int32(known.count) }
            expected.append(known[value] ?? -1)
        }
        var (set, numbers) = (ValueSet(capacity: seed * 100), [Int32]())
        var rest = values[...]
        while !rest.isEmpty {
            let batch = rest.prefix(1 + random.below(700))
            rest = rest.dropFirst(batch.count)
            var (source, ranges): ([UInt8], [Range<Int>]) = ([0], [])
            for value in batch {
                ranges.append(source.count..<source.count + value.count)
                source += value
            }
            set.insert(ranges, of: source, into: &numbers)
        }
        #expect(numbers == expected && set.count == known.count)
        for (value, number) in known {
            #expect(set.text(Int(number)) == String(decoding: value, as: UTF8.self))
            #expect(set.insert(value) == number)
        }
    }

    @Test("hashes are the same in every run")
    func hashes() {
        let bytes = Array("440203199003071234".utf8)
        #expect(ValueHash.of(bytes, 0..<18) == ValueHash.of([9] + bytes, 1..<19))
        #expect(Set((0...18).map { ValueHash.of(bytes, 0..<$0) }).count == 19)
        #expect(ValueHash.mixed(0) == 0xe220_a839_7b1d_cdaf)
        #expect(ValueHash.joined(1, 2) != ValueHash.joined(2, 1) && ValueHash.joined(0, 0) != 0)
    }

    @Test("the check of a folded key is that of its digits", arguments: 0..<4)
    func checks(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<2_000 {
            let digits = (0..<17).map { _ in random.below(10) }
            let sum = zip(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
            let right = Array("10X98765432")[sum % 11]
            for last in "0123456789X" {
                let text = Array((digits.map(String.init).joined() + String(last)).utf8)
                let key = try #require(DigitKey.fold(text, 0..<18))
                #expect(DigitKey.hasRightCheck(key) == (last == right))
            }
        }
    }

    @Test("a sieve keeps damaged and missing keys where it is asked to, as a probe does")
    func unsureKeys() {
        var index = KeyIndex()
        let known = "440201199001011239"
        index.insert(DigitKey.fold(Array(known.utf8), 0..<18) ?? 0, slot: 7)
        let rows = [known, "440201199001011238", "", "4402**********1239", "11010119900307100X"]
        let text = rows.map { "甲,\($0),乙\n" }.joined()
        let format = DelimitedDifferentialTests.format(.utf8, delimiter: ",")
        for kept in [[], .damaged, .missing, [.damaged, .missing]] as [UnsureKeys] {
            let piece = TextPiece(bytes: Array(text.utf8), ordinal: 0, isLast: true)
            let sieve = KeySieve(column: 1, index: index, keeping: kept)
            let sifted = PieceSplitter(format).split(piece, sieve: sieve).batch
            let stored = PieceSplitter(format).split(piece, sieve: nil).batch
            let named = probe(stored, column: 1, using: index, keeping: kept).map {
                stored.value(1, of: stored.rows[$0.rowIndex])
            }
            #expect(sifted.rows.map { sifted.value(1, of: $0) } == named)
            #expect(named.contains("") == kept.contains(.missing))
            #expect(named.contains("440201199001011238") == kept.contains(.damaged))
            #expect(sifted.passedOver == rows.count - named.count && named.contains(known))
        }
    }
}
