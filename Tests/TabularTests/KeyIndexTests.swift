import Foundation
import Testing

@testable import Tabular

/// Keys of digits and the look-up of them.
struct KeyIndexTests {
    @Test(
        "exactly 17 digits and a digit or X fold",
        arguments: [
            ("110101199003074477", 11_010_119_900_307_447 * 11 + 7 + 1),
            ("11010119900307447X", 11_010_119_900_307_447 * 11 + 10 + 1),
            ("11010119900307447x", 11_010_119_900_307_447 * 11 + 10 + 1), ("000000000000000000", 1),
            ("999999999999999999", 99_999_999_999_999_999 * 11 + 10), ("12345678901234567", nil),
            ("1234567890123456789", nil),
            ("12345678901234567Y", nil), ("1234567890123456X8", nil), ("1101011990030744７", nil),
            (" 11010119900307447", nil), ("", nil),
        ] as [(String, UInt64?)])
    func fold(text: String, key: UInt64?) {
        let bytes = Array("ab\(text)cd".utf8)
        #expect(DigitKey.fold(bytes, 2..<bytes.count - 2) == key)
    }

    @Test("any other byte in any place is no digit", arguments: 0..<18)
    func otherBytes(place: Int) {
        for byte in UInt8.min...UInt8.max where !(0x30...0x39 ~= byte) && !(place == 17 && (byte | 0x20) == 0x78) {
            var bytes = Array("110101199003074477".utf8)
            bytes[place] = byte
            #expect(DigitKey.fold(bytes, 0..<18) == nil, "byte \(byte)")
        }
    }

    @Test("an index gives what a dictionary gives, and the first slot of a key stays")
    func sameAsDictionary() throws {
        var (random, index, dictionary) = (SeededRandom(seed: 7), KeyIndex(), [UInt64: Int32]())
        for slot in 0..<20_000 as Range<Int32> {
            let key = random.next() % 30_000 * 97 + 1
            #expect(index.insert(key, slot: slot) == dictionary[key])
            dictionary[key] = dictionary[key] ?? slot
        }
        let copy = try JSONDecoder().decode(KeyIndex.self, from: JSONEncoder().encode(index))
        #expect(index.count == dictionary.count)
        for number in 0..<30_000 as Range<UInt64> {
            #expect(index.slot(of: number * 97 + 1) == dictionary[number * 97 + 1])
            #expect(copy.slot(of: number * 97 + 1) == dictionary[number * 97 + 1])
        }
        #expect(index.slot(of: 2) == nil)
    }

    @Test("a probe names rows that are known and rows whose key needs care, no others")
    func probing() {
        let text =
            "a,110101199003074477\nb,110101199003074478\nc,'110101199003074477\nd,\n\"e\",\"110101199003074477\"\nf,1,2\n"
        let format = DelimitedFormat(encoding: .utf8, header: ["姓名", "证件号码"])
        let batch = PieceSplitter(format).split(TextPiece(bytes: Array(text.utf8), ordinal: 0, isLast: true)).batch
        var index = KeyIndex()
        let key: UInt64 = 11_010_119_900_307_447 * 11 + 8
        index.insert(key, slot: 5)
        let hits = probe(batch, column: 1, using: index)
        #expect(
            hits == [
                .init(rowIndex: 0, outcome: .slot(5, key: key)), .init(rowIndex: 2, outcome: .unfolded),
                .init(rowIndex: 4, outcome: .slot(5, key: key)),
            ])
        #expect(probe(batch, column: 9, using: index).isEmpty)
    }
}
