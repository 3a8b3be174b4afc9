import Testing

@testable import Tabular

/// The fast splitter against the judge.
struct DelimitedDifferentialTests {
    static let small = DelimitedLimits(quotedLineEnds: 2, quotedBytes: 24, recordBytes: 60, keptBytes: 8)

    static func format(
        _ encoding: TextEncoding = .utf8, delimiter: String = ",", limits: DelimitedLimits = DelimitedLimits()
    ) -> DelimitedFormat {
        DelimitedFormat(
            encoding: encoding, delimiter: Array(delimiter.utf8)[0], header: ["姓名", "证件号码", "备注"], limits: limits,
            totalMarks: ["合计", "总计", "小计"])
    }

    @Test(
        "every cut of a small text gives the judge's rows",
        arguments: [
            "a,b,c\nd,e,f\n", "a,b,c\r\nd,e,f\r\n", "a,b,c\rd,e,f\r", "a,b,c", "\n\n", "\r\r\n\n", "",
            "a,\"b\nb\",c\nd,e,f\n", "a,\"b\r\nb\",\"c\rc\"\r\nd,e,f\r\n", "\"a\"\"a\",\"\",\"b\"\n",
            "a,\"b\"x,c\nd,e,f\n",
            "a,\"b,c\nd,e,f\ng,h,i\nj,k,l\nm,n,o\n", "a,b,\"c", "a,b,\"c\n", "a,b,\"c\r\n", "\"", "\"\"",
            "\"a\n\",b\nc,d,e\n",
            "a\0,b,c\nd,e,f\n", "a,b\nc,d,e,f\ng,h,i,\n", "合计,1,2\n　小 计：,,\n姓名,证件号码,备注\n,　, \na,b,c\n",
            "合计数,1,2\n,合计,\n\u{feff}姓名, 证件号码 ,备注\n",
            "a,b,0123456789012345678901234567890123456789012345678901234567890\nd,e,f\n",
            "a,\"0123456789012345678901234\",c\nd,e,f\n", "a,\"012345678901234567890123\",c\nd,e,f\n",
            "\"a\nb\nc\nd\ne\nf\ng\nh,i,j\n", "a,b\"c,d\"\ne,\"f\" ,g\n",
        ])
    func everyCut(_ text: String) {
        let bytes = Array(text.utf8)
        let format = DelimitedDifferentialTests.format(limits: DelimitedDifferentialTests.small)
        let expected = DelimitedJudge.rows(bytes, format)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let result = splitInPieces(bytes, at: [first, second], format)
                #expect(result.rows == expected.rows, "cut at \(first), \(second)")
                #expect(result.position.lines == expected.lines, "cut at \(first), \(second)")
                #expect(result.position.bytes == bytes.count && result.unfinished.isEmpty, "cut at \(first), \(second)")
            }
        }
    }

    @Test("random texts give the judge's rows, wherever they are cut", arguments: 0..<150)
    func randomTexts(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let encoding: TextEncoding = seed % 2 == 0 ? .utf8 : .gb18030
        let limits =
            seed % 3 == 0 ? DelimitedDifferentialTests.small : DelimitedLimits(quotedLineEnds: 4, recordBytes: 400)
        let format = DelimitedDifferentialTests.format(encoding, delimiter: seed % 5 < 3 ? "," : "|", limits: limits)
        let bytes = random.table(in: encoding, delimiter: format.delimiter, mess: seed % 4)
        let expected = DelimitedJudge.rows(bytes, format)
        for _ in 0..<12 {
            let cuts = (0..<random.below(4)).map { _ in random.below(bytes.count + 1) }.sorted()
            let result = splitInPieces(bytes, at: cuts, format)
            #expect(result.rows == expected.rows, "seed \(seed), cut at \(cuts)")
            #expect(result.position.lines == expected.lines, "seed \(seed), cut at \(cuts)")
            #expect(result.position.bytes == bytes.count, "seed \(seed), cut at \(cuts)")
        }
    }
}

/// Small repeatable random numbers (SplitMix64).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// A table of about a kilobyte; `mess` 0 is mostly plain, 3 is mostly broken.
    mutating func table(in encoding: TextEncoding, delimiter: UInt8, mess: Int) -> [UInt8] {
        let words = [
            "", "王小明", "440201199001011234", "x", "张三丰", "棔堌", "a b", "　", "合计", "0123456789012345678901234567890",
        ]
        let rough: [[UInt8]] = [
            [0x22], [0x22, 0x22], [0x0a], [0x0d], [0x0d, 0x0a], [delimiter], [0], [0x81], [0xff], [0xfe, 0x7c],
            [0x81, 0x30],
        ]
        let ends: [[UInt8]] = [[0x0a], [0x0d, 0x0a], [0x0d]]
        let end = ends[below(3)]
        var bytes: [UInt8] = []
        for _ in 0..<12 + below(20) {
            for column in 0..<(below(20) < mess ? 2 + below(3) : 3) {
                if column > 0 { bytes.append(delimiter) }
                var cell = encoding.encode(words[below(words.count)]) ?? []
                while below(12) < mess { cell += rough[below(rough.count)] }
                bytes += below(6) < mess ? [0x22] + cell + [0x22] : cell
            }
            bytes += below(20) < mess ? ends[below(3)] : end
        }
        return bytes
    }
}
