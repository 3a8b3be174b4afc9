@testable import Tabular

extension FuzzTarget {
    /// The search for encoding, delimiter and header line of a text table.
    static let header = FuzzTarget(
        "header", maximumLength: 1_024, prefix: [0, 2, 7],
        parserFiles: [
            "Delimited/HeaderFinder.swift", "Delimited/TextStream.swift", "Encoding/TextEncoding+Detection.swift",
        ],
        seeds: HeaderSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let declared = input.choice(of: [nil] + TextEncoding.allCases)
        let options = DelimitedOptions(
            headings: HeaderSeeds.headings, limits: input.choice(of: DelimitedSeeds.limits),
            headerLines: 1 + input.choice() % 8)
        let text = try HeaderSeeds.stream(input.bytes, declared)
        let start = text.start
        let finder = HeaderFinder(encoding: text.textEncoding, options: options)
        guard let found = finder.find(in: start, isWhole: text.isAtEnd) else { return }
        try expect(found.bytes <= start.count, "a header ends inside the text")
        try expectEqual(found.known, HeaderSeeds.known(found.cells), "a header's known cells are counted")
        try expectEqual(found.lines, HeaderSeeds.lines(start[..<found.bytes]), "lines up to the header are counted")
        try expect(",\t;|".utf8.contains(found.delimiter), "a delimiter is one of four")
    }
}

/// What the target of headers begins with, and a plain account of what it must find.
enum HeaderSeeds {
    static let headings: Set<String> = ["姓名", "证件 号码", "备注", "name"]

    static let all: [[UInt8]] = {
        let texts = [
            "某市名册\n\n姓名,证件号码,备注\n王小明,440201199001011234,一\n", "姓名|证件号码|地址\r\na|b|c\r\n",
            "\u{feff} 姓名 ;\"证件\n号码\";x\r1;2;3\r", "制表\tname\t备注",
        ]
        return texts.flatMap { text in
            TextEncoding.allCases.flatMap { encoding in
                let bytes = encoding.encode(text) ?? []
                return [[0, 2, 3] + bytes, [0, 2, 3] + encoding.byteOrderMark + bytes, [2, 0, 1] + bytes]
            }
        }
    }()

    static func stream(_ bytes: [UInt8], _ declared: TextEncoding?) throws(FuzzViolation) -> TextStream {
        do throws(TabularError) {
            return try TextStream(MemoryStream(bytes), declared: declared)
        } catch {
            throw FuzzViolation(description: "a text in memory can always be opened: \(error)")
        }
    }

    /// Cells that are headings when blanks are left out.
    static func known(_ cells: [String]) -> Int {
        let plain = Set(headings.map { $0.filter { $0 != " " } })
        return cells.count { cell in
            plain.contains(String(cell.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{feff}" }))
        }
    }

    /// Physical lines, the last with or without its end.
    static func lines(_ text: ArraySlice<UInt8>) -> Int {
        var (lines, last): (Int, UInt8) = (0, 0x0a)
        for byte in text {
            if byte == 0x0d || byte == 0x0a && last != 0x0d { lines += 1 }
            last = byte
        }
        return last == 0x0a || last == 0x0d ? lines : lines + 1
    }
}
