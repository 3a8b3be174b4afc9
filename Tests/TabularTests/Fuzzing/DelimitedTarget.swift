@testable import Tabular

extension FuzzTarget {
    /// The splitter of text tables, in pieces cut anywhere, against the judge.
    static let delimited = FuzzTarget(
        "csv", maximumLength: 1_024, prefix: [0, 0, 2, 20, 81, 160],
        parserFiles: [
            "Delimited/PieceSplitter.swift", "Delimited/RowScanner.swift", "Delimited/RowScanner+Lines.swift",
            "Delimited/RowScanner+Record.swift", "Delimited/RowScanner+Rows.swift",
            "Delimited/RowScanner+Sifting.swift", "Delimited/CandidateQueue.swift", "Delimited/ScannedText.swift",
            "Delimited/SplitPlan.swift", "Delimited/FieldStore.swift", "Delimited/TextPiece.swift",
            "Delimited/RowBatch+UTF16.swift", "Delimited/PlaceBuffer.swift", "KeyIndex/KeySieve.swift",
        ],
        seeds: DelimitedSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let encoding = input.choice(of: TextEncoding.allCases)
        let delimiter = input.choice(of: Array(",\t;|".utf8))
        let limits = input.choice(of: DelimitedSeeds.limits)
        var format = DelimitedFormat(
            encoding: encoding, delimiter: delimiter, header: ["姓名", "证件号码", "备注"], limits: limits,
            totalMarks: ["合计", "总计", "小计"])
        let marks = [input.choice(), input.choice(), input.choice()]
        let text = DelimitedSeeds.text(input.bytes, of: encoding)
        var places = FuzzInput(marks.map { UInt8($0) })
        let cuts = places.cuts(3, upTo: text.count)

        let result = splitInPieces(text, at: cuts, format)
        let isWide = format.encoding != format.textEncoding
        format.encoding = format.textEncoding
        var expected = DelimitedJudge.rows(text, format)
        if isWide { expected.rows = DelimitedSeeds.delivered(expected.rows, of: text) }
        let length = isWide ? UTF16Text.deliveredLength(of: text[...]) : text.count
        try expectEqual(result.rows, expected.rows, "rows are the judge's, cut at \(cuts)")
        try expectEqual(result.position.lines, expected.lines, "lines are the judge's, cut at \(cuts)")
        try expectEqual(result.position.bytes, length, "all bytes are counted, cut at \(cuts)")
        try expect(result.unfinished.isEmpty, "nothing is left over, cut at \(cuts)")

        format.encoding = encoding
        let sifted = splitInPieces(text, at: cuts, format, sieve: DelimitedSeeds.sieve)
        try expectEqual(sifted.position, result.position, "sifted rows are counted, cut at \(cuts)")
        try expectEqual(
            DelimitedSeeds.stayed(sifted.rows), DelimitedSeeds.stayed(result.rows), "rows of use stay, cut at \(cuts)")
        try expect(sifted.rows.count <= result.rows.count, "a sieve adds no rows")
    }
}

/// What the target of text tables begins with.
enum DelimitedSeeds {
    static let limits = [
        DelimitedLimits(quotedLineEnds: 2, quotedBytes: 24, recordBytes: 60, keptBytes: 8),
        DelimitedLimits(quotedLineEnds: 4, quotedBytes: 100, recordBytes: 400, keptBytes: 20),
        DelimitedLimits(),
    ]

    static let all: [[UInt8]] = {
        var seeds: [[UInt8]] = []
        for (number, text) in texts.enumerated() {
            for encoding in TextEncoding.allCases.indices {
                let bytes = TextEncoding.allCases[encoding].encode(text) ?? []
                seeds.append([UInt8(encoding), 0, UInt8(number % 3), 20, 81, 160] + bytes)
            }
        }
        seeds.append([1, 3, 0, 20, 81, 160] + [0x61, 0x7c, 0xfe, 0x7c, 0x7c, 0x63, 0x0a, 0x81, 0x30, 0x81, 0x30])
        return seeds
    }()

    private static let texts = [
        "王小明,440201199001011234,一\r\n张三丰,440201199001011242,\"二,三\"\r\n合计,2,\r\n",
        "a,b,c\rd,\"e\"\"e\ne\",f\r\n\"g\n", "姓名,证件号码,备注\n　小 计：,,\n,　, \n\u{feff}姓名, 证件号码 ,备注\n",
        "a,b,0123456789012345678901234567890123456789012345678901234567890\n棔堌,e\"f,\"g\" \n",
        String(repeating: "x", count: 60) + ",y,z\na,b\nc,d,e,f\ng\0,h,i\n",
    ]

    /// Keeps one key of the second column.
    static let sieve: KeySieve = {
        var index = KeyIndex()
        let text = Array(known.utf8)
        if let key = DigitKey.fold(text, text.indices) { index.insert(key, slot: 0) }
        return KeySieve(column: 1, index: index)
    }()

    private static let known = "440201199001011234"

    /// The rows that no sieve may pass over: those with a defect, and with the key or with something to be read with care.
    static func stayed(_ rows: [DelimitedJudge.Row]) -> [DelimitedJudge.Row] {
        rows.filter { row in
            guard row.defect.isEmpty, row.cells.count > 1, row.cells[1] != known else { return true }
            return !row.cells[1].isEmpty && !(row.cells[1].utf8.count == 18 && row.cells[1].utf8.allSatisfy(isPlain))
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x")
    }

    /// The text in which pieces are cut: UTF-16 is UTF-8 by then.
    static func text(_ bytes: [UInt8], of encoding: TextEncoding) -> [UInt8] {
        if encoding == .utf8 || encoding == .gb18030 { return bytes }
        var (text, transcoder): ([UInt8], Transcoder) = ([], Transcoder(from: encoding, keepsFaults: true))
        transcoder.append(bytes[...], isLast: true, to: &text)
        return text
    }

    /// The judge's rows with places counted in the UTF-16 that `text` was made of.
    static func delivered(_ rows: [DelimitedJudge.Row], of text: [UInt8]) -> [DelimitedJudge.Row] {
        rows.map { row in
            var row = row
            row.offset = UTF16Text.deliveredLength(of: text[..<row.offset])
            return row
        }
    }
}
