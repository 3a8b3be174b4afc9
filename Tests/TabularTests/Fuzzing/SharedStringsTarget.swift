@testable import Tabular

extension FuzzTarget {
    /// A workbook's shared strings, and in the same way its formats, in blocks cut anywhere.
    static let sharedStrings = FuzzTarget(
        "strings", maximumLength: 4_096, prefix: [0, 41, 160],
        parserFiles: [
            "Workbook/Reading/SharedStrings.swift", "Workbook/Reading/CellFormats.swift",
            "Workbook/Reading/WorkbookPart.swift",
        ],
        seeds: SharedStringsSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let isFormats = input.choice() & 1 == 1
        let cuts = input.cuts(2, upTo: max(0, input.rest.count - 2))
        let bytes = input.bytes
        if isFormats {
            let found = [[], cuts].map { SharedStringsSeeds.formats(bytes, cuts: $0) }
            try expectEqual(found[1], found[0], "blocks of any size give the same formats, cut at \(cuts)")
        } else {
            let found = [[], cuts].map { SharedStringsSeeds.strings(bytes, cuts: $0) }
            try expectEqual(found[1], found[0], "blocks of any size give the same strings, cut at \(cuts)")
            let length = found[0]?.reduce(0) { $0 + $1.utf8.count } ?? 0
            try expect(length <= SharedStringsSeeds.limit, "the strings stay below their limit")
        }
    }
}

/// What the target of shared strings begins with, and its ways to read.
enum SharedStringsSeeds {
    static let limit = 1_500

    static let all: [[UInt8]] = {
        let strings = [
            "<sst count=\"9\"><si><t>甲</t></si><si><t xml:space=\"preserve\"> a&amp;b </t></si></sst>",
            "<x:sst xmlns:x=\"u\"><x:si><x:r><x:rPr/><x:t>丙</x:t></x:r><x:r><x:t>_x000D_丁</x:t></x:r></x:si></x:sst>",
            "<sst><si><t>乙</t><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></si><si/><!-- c --><si><t><![CDATA[<]]></t></si></sst>",
        ]
        let formats =
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-804]yyyy/m/d;@\"/><numFmt numFmtId=\"165\" formatCode=\"0\\d&quot;m&quot;_y\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/><xf/></cellXfs></styleSheet>"
        return strings.map { [0, 41, 160] + Array($0.utf8) } + [[1, 41, 160] + Array(formats.utf8)]
    }()

    /// All strings, or `nil` if the part is refused.
    static func strings(_ bytes: [UInt8], cuts: [Int]) -> [String]? {
        let part = WorkbookPart(MemoryStream(bytes, cuts: cuts), names: SharedStrings.names)
        do throws(TabularError) {
            let strings = try SharedStrings(part, limit: limit)
            var found: [String] = []
            while let text = strings.text(at: found.count) { found.append(String(decoding: text, as: UTF8.self)) }
            return found
        } catch {
            return nil
        }
    }

    /// Which of the first formats are dates, or `nil` if the part is refused.
    static func formats(_ bytes: [UInt8], cuts: [Int]) -> [Bool]? {
        let part = WorkbookPart(MemoryStream(bytes, cuts: cuts), names: CellFormats.names)
        do throws(TabularError) {
            let formats = try CellFormats(part)
            return (0..<50).map(formats.isDate)
        } catch {
            return nil
        }
    }
}
