@testable import Tabular

extension FuzzTarget {
    /// XML documents as records, in pieces cut anywhere.
    static let records = FuzzTarget(
        "xml", maximumLength: 4_096, prefix: [0, 0, 1, 101, 201],
        parserFiles: [
            "XML/XMLPlan.swift", "XML/XMLRecordBuilder.swift", "XML/XMLRecordParser.swift", "XML/XMLTextIndex.swift",
            "XML/XMLPrologue.swift", "XML/Parsing/XMLEventParser.swift", "XML/Parsing/XMLEventSink.swift",
            "XML/Parsing/XMLEvents.swift", "XML/Parsing/XMLNameTable.swift",
        ],
        seeds: RecordsSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let reading = RecordsSeeds.Reading(
            encoding: input.choice(of: TextEncoding.allCases), batchSize: input.choice(of: [1_000, 1, 2]))
        let cuts = input.cuts(3, upTo: max(0, input.rest.count - 3))
        let bytes = input.bytes
        let whole = reading.table(of: [bytes])
        let cut = reading.table(of: bytes.pieces(at: cuts))
        try expectEqual(cut, whole, "pieces of any size give the same, cut at \(cuts)")
        guard let whole else { return }
        try expectEqual(whole.end.bytes, bytes.count, "all bytes are counted")
        for (row, next) in zip(whole.rows, whole.rows.dropFirst()) {
            try expect(row.byteOffset < next.byteOffset && row.line <= next.line, "records stand in order")
        }
    }
}

/// What the target of documents begins with, and its way to read them.
enum RecordsSeeds {
    /// A record with its place in the whole document.
    struct Row: Equatable {
        var number: Int
        var line: Int
        var byteOffset: Int
        var values: [String]
        var defect: RowDefect?
    }

    /// All of a document.
    struct Table: Equatable {
        var rows: [Row] = []
        var end = StreamPosition()
    }

    /// How a document is read.
    struct Reading {
        let encoding: TextEncoding
        let batchSize: Int
        private static let limits = XMLLimits(depth: 8, textBytes: 200, attributes: 5, nameBytes: 40)

        init(encoding: TextEncoding, batchSize: Int) {
            (self.encoding, self.batchSize) = (encoding, batchSize)
        }

        /// The records of a document that comes in these pieces, or `nil` if it is refused.
        func table(of pieces: [[UInt8]]) -> Table? {
            var parser = XMLRecordParser(
                layout: XMLShapes.layout, encoding: encoding, limits: Reading.limits, batchSize: batchSize)
            var table = Table()
            do throws(XMLFault) {
                for piece in pieces { try take(parser.feed(piece), into: &table) }
                try take(parser.finish(), into: &table)
                return table
            } catch {
                return nil
            }
        }

        private func take(_ batches: [RowBatch], into table: inout Table) throws(XMLFault) {
            for batch in batches {
                table.rows += batch.rows.map { row in
                    Row(
                        number: table.end.rows + row.number, line: table.end.lines + row.line,
                        byteOffset: table.end.bytes + row.byteOffset, values: batch.values(of: row), defect: row.defect)
                }
                table.end.advance(past: batch)
            }
        }
    }

    static let all: [[UInt8]] = {
        var seeds: [[UInt8]] = []
        for text in [XMLShapes.plain, XMLShapes.prefixed] {
            seeds += TextEncoding.allCases.indices.map { place in
                let encoding = TextEncoding.allCases[place]
                let declared = text.replacing("UTF-8", with: encoding == .gb18030 ? "GB18030" : "UTF-8")
                let mark = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? encoding.byteOrderMark : []
                return [0, UInt8(place % 3), 1, 101, 201] + mark + (encoding.encode(declared) ?? [])
            }
        }
        seeds.append([0, 1, 20, 101, 201] + (TextEncoding.gb18030.encode(XMLShapes.attributes) ?? []))
        let small = "<低保名册><家庭><成员><姓名>甲</姓名></成员></家庭></低保名册>"
        seeds.append([0, 1, 20, 101, 201] + Array(small.utf8))
        seeds.append([1, 1, 20, 101, 201] + (TextEncoding.gb18030.encode(small) ?? []))
        seeds.append([0, 0, 0, 0, 0] + Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8))
        return seeds
    }()
}
