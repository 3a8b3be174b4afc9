import Testing

@testable import Tabular

/// Encodings told, guessed, decoded and written.
struct EncodingTests {
    @Test(
        "the tables are those of the WHATWG standard",
        arguments: [
            ([0xa1, 0xa1], "3000"), ([0xa3, 0xa0], "3000"), ([0x80], "20ac"), ([0xa2, 0xe3], "20ac"),
            ([0xa8, 0xbc], "1e3f"),
            ([0xa8, 0xbf], "1f9"), ([0xa6, 0xd9], "fe10"), ([0xa6, 0xf3], "fe19"), ([0xfe, 0x51], "e816"),
            ([0xfe, 0x59], "9fb4"),
            ([0xfe, 0xa0], "9fbb"), ([0xaa, 0xa1], "e000"), ([0x81, 0x35, 0xf4, 0x37], "e7c7"),
            ([0x81, 0x30, 0x81, 0x30], "80"),
            ([0x84, 0x31, 0xa4, 0x39], "ffff"), ([0x90, 0x30, 0x81, 0x30], "10000"),
            ([0xe3, 0x32, 0x9a, 0x35], "10ffff"),
            ([0x81, 0x40], "4e02"), ([0xfe, 0xfe], "e4c5"), ([0xd6, 0xd0], "4e2d"),
        ] as [([UInt8], String)])
    func whatwg(bytes: [UInt8], scalar: String) {
        let text = TextEncoding.gb18030.decodeStrictly(bytes[...])
        #expect(text?.unicodeScalars.map { String($0.value, radix: 16) } == [scalar])
    }

    @Test("the whole of the tables has the checksum of the standard's")
    func checksum() {
        let tables = GB18030Tables.shared
        let sum = { (units: [UInt16]) in
            units.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
        #expect(tables.twoBytes.count == 126 * 191 && tables.fourBytes.count == 39_420)
        #expect(sum(tables.twoBytes) == 0x4238f6e53d022c9f)
        #expect(sum(tables.fourBytes) == 0x6a394b2f1654ae7c)
    }

    @Test("every character goes to bytes and back", arguments: TextEncoding.allCases)
    func roundTrip(encoding: TextEncoding) throws {
        var text = ""
        for value in Array(1..<0x500) + Array(stride(from: 0x500 as UInt32, to: 0x110000, by: 83)) {
            guard let scalar = Unicode.Scalar(value), !(0xe000...0xf8ff ~= value) else { continue }
            text.unicodeScalars.append(scalar)
        }
        let bytes = try #require(encoding.encode(text))
        #expect(encoding.decodeStrictly(bytes[...]) == text)
        #expect(encoding.decode(bytes[...]) == text)
    }

    @Test(
        "what does not decode is found at its first byte and replaced without swallowing ASCII",
        arguments: [
            (.gb18030, [0x61, 0xff, 0x62], 1, "a\u{fffd}b"), (.gb18030, [0xd6, 0x2c, 0x61], 0, "\u{fffd},a"),
            (.gb18030, [0x61, 0x81], 1, "a\u{fffd}"), (.gb18030, [0x81, 0x30, 0x2c], 0, "\u{fffd}0,"),
            (.gb18030, [0xd6, 0xd0, 0x84, 0x31, 0xa5, 0x30], 2, "中\u{fffd}1\u{fffd}0"),
            (.gb18030, [0x81, 0x7f], 0, "\u{fffd}\u{7f}"),
            (.utf8, [0x61, 0xc0, 0x80], 1, "a\u{fffd}\u{fffd}"), (.utf8, [0xe4, 0xb8, 0x2c], 0, "\u{fffd},"),
            (.utf8, [0xed, 0xa0, 0x80], 0, "\u{fffd}\u{fffd}\u{fffd}"),
            (.utf16LittleEndian, [0x61, 0, 0, 0xd8, 0x62, 0], 2, "a\u{fffd}\u{fffd}\u{fffd}b"),
            (.utf16BigEndian, [0, 0x61, 0x4e], 2, "a\u{fffd}"),
        ] as [(TextEncoding, [UInt8], Int, String)])
    func undecodable(encoding: TextEncoding, bytes: [UInt8], place: Int, text: String) {
        #expect(encoding.firstUndecodable(in: bytes[...]) == place)
        #expect(encoding.decodeStrictly(bytes[...]) == nil)
        #expect(encoding.decode(bytes[...]) == text)
    }

    @Test("the validators agree with decoders that know nothing of them", arguments: 0..<60)
    func validators(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let words = ["王小明", "abc", "é", "𠮷", String(repeating: "x", count: 70), "\u{7ff}\u{800}\u{ffff}\u{10ffff}"]
        for encoding in [TextEncoding.utf8, .gb18030] {
            var bytes = (0..<40).flatMap { _ in encoding.encode(words[random.below(words.count)]) ?? [] }
            #expect(encoding.firstUndecodable(in: bytes[...]) == nil)
            bytes[random.below(bytes.count)] = UInt8(random.below(256))
            let isRight =
                encoding == .utf8
                ? String(validating: bytes, as: UTF8.self) != nil : !encoding.decode(bytes[...]).contains("\u{fffd}")
            #expect((encoding.firstUndecodable(in: bytes[...]) == nil) == isRight, "seed \(seed)")
        }
    }

    @Test("text in blocks is the same as in one, wherever it is cut", arguments: TextEncoding.allCases)
    func transcoder(encoding: TextEncoding) throws {
        let good = try #require(encoding.encode("a王𠮷é\u{20ac}b𠂇ｘ"))
        let bad: [UInt8] =
            good + (encoding == .utf8 || encoding == .gb18030 ? [0xff, 0x61] : [0, 0xdc, 0, 0xdc, 0x61, 0])
        for bytes in [good, bad] {
            for cut in 0...bytes.count {
                var (output, transcoder): ([UInt8], Transcoder) = ([], Transcoder(from: encoding))
                transcoder.append(bytes[..<cut], isLast: false, to: &output)
                transcoder.append(bytes[cut...], isLast: true, to: &output)
                #expect(String(decoding: output, as: UTF8.self) == encoding.decode(bytes[...]), "cut at \(cut)")
                #expect(transcoder.firstUndecodable == encoding.firstUndecodable(in: bytes[...]), "cut at \(cut)")
            }
        }
    }

    @Test("a mark comes before a declaration, a declaration before trial, UTF-8 before GB18030")
    func detection() throws {
        let gb = try #require(TextEncoding.gb18030.encode("姓名,证件号码\n"))
        let utf8 = Array("姓名,证件号码\n".utf8)
        let cases: [([UInt8], TextEncoding?, TextEncoding, Int, Bool)] = [
            (gb, nil, .gb18030, 0, true), (utf8, nil, .utf8, 0, true), (Array("abc".utf8), nil, .utf8, 0, true),
            (utf8, .gb18030, .gb18030, 0, false), ([0xef, 0xbb, 0xbf] + utf8, .gb18030, .utf8, 3, false),
            ([0xff, 0xfe, 0x61, 0], nil, .utf16LittleEndian, 2, false),
            ([0xfe, 0xff, 0, 0x61], nil, .utf16BigEndian, 2, false),
            ([0x84, 0x31, 0x95, 0x33] + gb, nil, .gb18030, 4, false), (gb + gb + gb + [0xff], nil, .gb18030, 0, true),
            (utf8 + utf8 + utf8 + [0xff], nil, .utf8, 0, true),
        ]
        for (bytes, declared, encoding, mark, isGuessed) in cases {
            let found = TextEncoding.detect(bytes, isWhole: true, declared: declared)
            #expect(found == DetectedEncoding(encoding: encoding, markLength: mark, isGuessed: isGuessed))
        }
        #expect(TextEncoding.detect(Array(utf8.dropLast(2)), isWhole: false).encoding == .utf8)
    }

    @Test(
        "labels of pipelines and XML declarations are known",
        arguments: [
            ("gbk", TextEncoding.gb18030), ("GB2312", .gb18030), ("utf-8", .utf8), ("UTF-16", .utf16LittleEndian),
        ])
    func labels(label: String, encoding: TextEncoding) {
        #expect(TextEncoding(label: label) == encoding)
        #expect(TextEncoding(label: "latin-1") == nil)
    }

    @Test("a guess of UTF-8 is wrong above one row in a hundred")
    func wrongGuess() {
        #expect(!TextEncoding.isWrongGuess(undecodableRows: 0, nonASCIIRows: 0))
        #expect(!TextEncoding.isWrongGuess(undecodableRows: 1, nonASCIIRows: 100))
        #expect(TextEncoding.isWrongGuess(undecodableRows: 1, nonASCIIRows: 99))
    }
}
