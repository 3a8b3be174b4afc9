import Testing

@testable import Tabular

/// Files from their first byte to their rows.
struct DelimitedReaderTests {
    struct Table {
        var format: DelimitedFormat
        var pieces: [TextPiece]
        var splits: [SplitPiece]
        /// Cells of all rows.
        var rows: [[String]]
        /// Line from 1 and byte of every row.
        var places: [[Int]]
        var end: StreamPosition
    }

    static func read(
        _ bytes: [UInt8], as name: String = "表.csv", encoding: TextEncoding? = nil, pieceSize: Int = 1 << 20,
        limits: DelimitedLimits = DelimitedLimits()
    ) throws -> Table {
        let folder = try TemporaryFolder()
        let source = try #require(InputFile.tables(at: folder.write(bytes, as: name)).first)
        let options = DelimitedOptions(
            headings: ["姓名", "证件号码", "身份证号"], encoding: encoding, limits: limits, pieceSize: pieceSize)
        let reader = try DelimitedReader(source, options: options)
        let splitter = PieceSplitter(reader.format)
        var position = StreamPosition(startOf: reader.format)
        var table = Table(format: reader.format, pieces: [], splits: [], rows: [], places: [], end: position)
        while let piece = try reader.nextPiece() {
            let split = splitter.split(piece, after: table.splits.last?.unfinished ?? UnfinishedRecord())
            table.pieces.append(piece)
            table.splits.append(split)
            table.rows += split.batch.rows.map(split.batch.values)
            table.places += split.batch.rows.map { [position.lines + $0.line + 1, position.bytes + $0.byteOffset] }
            position.advance(past: split)
        }
        table.end = position
        return table
    }

    static let text = "韶关市登记失业人员名册\n\n姓名,证件号码,备注\n王小明,1,\n欧阳\"甲\",2,\"a,\"\"b\"\"\n𠮷\"\n合计,2,\n"
    static let rows = [["王小明", "1", ""], ["欧阳\"甲\"", "2", "a,\"b\"\n𠮷"]]

    @Test("the same rows come from every encoding, line end, delimiter and piece size")
    func sameRows() throws {
        for encoding in TextEncoding.allCases {
            for hasMark in [true, false] {
                for delimiter in [",", "\t", ";", "|"] {
                    for end in ["\n", "\r\n", "\r"] {
                        let text = DelimitedReaderTests.text.replacing("\n", with: end)
                            .replacing(#/,(?!"")/#, with: delimiter)
                        let bytes = try (hasMark ? encoding.byteOrderMark : []) + #require(encoding.encode(text))
                        let expected = DelimitedReaderTests.rows.map { $0.map { $0.replacing("\n", with: end) } }
                        for size in [1 << 20, 64, 7] {
                            let table = try DelimitedReaderTests.read(
                                bytes, encoding: hasMark || encoding.isGuessable ? nil : encoding, pieceSize: size)
                            #expect(table.rows == expected, "\(encoding) \(delimiter) \(size)")
                            #expect(table.format.header == ["姓名", "证件号码", "备注"])
                            #expect(table.format.encoding == encoding)
                            #expect(table.end.lines == 7 && table.end.bytes == bytes.count && table.end.rows == 2)
                            #expect(
                                table.pieces.map(\.isLast) == table.pieces.map { $0.ordinal == table.pieces.count - 1 })
                        }
                    }
                }
            }
        }
    }

    @Test("lines are counted from 1 and bytes from 0 in the file as delivered")
    func places() throws {
        let lead = "名册\n姓名,证件号码\n"
        let text = lead + "𠮷甲,1\n乙,\"2\n\"\n丙,3"
        for encoding in TextEncoding.allCases {
            let bytes = try encoding.byteOrderMark + #require(encoding.encode(text))
            let starts = try [lead, lead + "𠮷甲,1\n", lead + "𠮷甲,1\n乙,\"2\n\"\n"].map {
                try encoding.byteOrderMark.count + #require(encoding.encode($0)).count
            }
            let table = try DelimitedReaderTests.read(bytes, pieceSize: 8)
            #expect(table.places == [[3, starts[0]], [4, starts[1]], [6, starts[2]]], "\(encoding)")
        }
    }

    @Test("a vertical bar that is the second byte of a character is no delimiter")
    func barInsideCharacter() throws {
        let bytes = try #require(TextEncoding.gb18030.encode("姓名|证件号码\n")) + [0x81, 0x7c, 0xd6, 0x7c, 0x7c, 0x31, 0x0a]
        let long = Array(repeating: bytes[..<0] + [0xfe, 0x7c, 0xfe, 0xfe, 0x7c, 0x32, 0x0a], count: 40).flatMap { $0 }
        let table = try DelimitedReaderTests.read(bytes + long)
        let split = try #require(table.splits.first)
        #expect(split.batch.rows.allSatisfy { $0.fieldCount == 2 && $0.defect == nil })
        #expect(table.rows.map { $0[1] } == ["1"] + Array(repeating: "2", count: 40))
    }

    @Test("undecodable bytes put their row aside with the bytes and their place")
    func undecodable() throws {
        let good = Array("姓名,证件号码\n甲,1\n乙,2\n".utf8)
        let utf8 = try DelimitedReaderTests.read(
            good + [0x61, 0x2c, 0xff, 0xfe, 0x0a] + good.suffix(6), encoding: .utf8)
        #expect(
            utf8.splits.first?.batch.rows.map(\.defect) == [nil, nil, .undecodable(bytes: [0xff, 0xfe], at: 2), nil])
        #expect(utf8.splits.first?.undecodableRows == 1 && utf8.splits.first?.nonASCIIRows == 4)
        let start = try #require(TextEncoding.utf16LittleEndian.encode("姓名,证件号码\n甲,"))
        let utf16 = try DelimitedReaderTests.read([0xff, 0xfe] + start + [0x34, 0xd8, 0x31, 0, 0x0a, 0])
        #expect(utf16.splits.first?.batch.rows.map(\.defect) == [.undecodable(bytes: [0x34, 0xd8], at: 4)])
        let nul = try DelimitedReaderTests.read([0xff, 0xfe] + start + [0, 0, 0x0a, 0])
        #expect(nul.splits.first?.batch.rows.map(\.defect) == [.nulByte(at: 4)])
    }

    @Test("a file without a known heading in its first lines is refused")
    func noHeader() throws {
        let late = String(repeating: "x\n", count: 20) + "姓名,证件号码\n"
        for text in ["", "a,b\n1,2\n", late] {
            let error = tabularError { _ = try DelimitedReaderTests.read(Array(text.utf8)) }
            #expect(error?.kind == .headerNotFound)
        }
        #expect(try DelimitedReaderTests.read(Array(late.dropFirst(2).utf8)).format.linesBeforeData == 20)
        #expect(try DelimitedReaderTests.read(Array("姓名,证件号码".utf8)).pieces.map(\.isLast) == [true])
    }

    @Test("the header is the line with the most known headings, blanks in cells or not")
    func bestHeader() throws {
        let text = "姓名 统计\n姓名;身 份 证 号,x,y\n\"姓 名\",证件号码\u{3000},z\n甲,1,2\n"
        let table = try DelimitedReaderTests.read(Array(text.utf8))
        #expect(table.format.header == ["姓 名", "证件号码", "z"] && table.rows == [["甲", "1", "2"]])
    }

    @Test("a quote that nobody closes costs its own lines, and memory stays small")
    func unclosedQuote() throws {
        let lines = (0..<3000).map { "甲\($0),\($0)\n" }
        let text = "姓名,证件号码\n甲,\"x\n" + lines.joined()
        let table = try DelimitedReaderTests.read(Array(text.utf8), pieceSize: 256)
        #expect(table.rows.count == 3001 && table.rows.last == ["甲2999", "2999"])
        #expect(table.splits.flatMap { $0.batch.rows.compactMap(\.defect) }.isEmpty)
        #expect(table.splits.map(\.unfinished.bytes.count).max() ?? 0 < 1024)
    }

    @Test("an endless line is one row with its first bytes, and nothing of it is kept")
    func endlessLine() throws {
        let limits = DelimitedLimits(quotedBytes: 100, recordBytes: 500, keptBytes: 10)
        for filler in ["x", "\"", ",", "\"\""] {
            let text = "姓名,证件号码\n甲,1\n乙," + String(repeating: filler, count: 20_000) + "\r\n丙,3\n"
            let table = try DelimitedReaderTests.read(Array(text.utf8), pieceSize: 128, limits: limits)
            #expect(
                table.splits.flatMap { $0.batch.rows.map(\.defect) } == [nil, .overLong(limit: 500), nil], "\(filler)")
            #expect(table.rows.last == ["丙", "3"] && table.places.last?[0] == 4, "\(filler)")
            #expect(table.splits.map(\.unfinished.bytes.count).max() ?? 0 <= 700, "\(filler)")
            #expect(table.end.bytes == text.utf8.count)
        }
    }
}

extension TextEncoding {
    /// It is among those tried on a text that says nothing.
    fileprivate var isGuessable: Bool { self == .utf8 || self == .gb18030 }
}

extension DelimitedReaderTests {
    @Test("a short UTF-8 table with a damaged byte stays UTF-8, even where its bytes pair up as GB18030")
    func damagedByte() throws {
        var bytes = Array("姓名|证件号码\n王小明|1\n".utf8)
        let odd = TextEncoding.gb18030.firstUndecodable(in: bytes[...])
        bytes += [0xFF, 0x7C, 0x32, 0x0A]
        let table = try DelimitedReaderTests.read(bytes)
        #expect(odd == nil, "the text has to be one that GB18030 also decodes")
        #expect(table.format.encoding == .utf8)
        #expect(table.rows.first == ["王小明", "1"])
        #expect(table.splits[0].undecodableRows == 1)
    }
}
