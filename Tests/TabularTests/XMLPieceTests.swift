import Foundation
import Testing

@testable import Tabular

@Suite("Pieces of XML documents")
struct XMLPieceTests {
    @Test("pieces give the rows and places of the serial reader, wherever they are cut", arguments: 1...4)
    func differential(seed: UInt64) throws {
        for (name, document) in documents(seed: seed) {
            let expected = try serial(document)
            #expect(!expected.rows.isEmpty)
            for size in stride(from: 300, to: document.count, by: 37) {
                let found = try #require(try pieces(document, size: size), "\(name) \(size)")
                #expect(found == expected, "\(name), seed \(seed), pieces of \(size)")
            }
        }
    }

    @Test("what may hide a tag, a cut below the root and values beside the containers send back to the serial reader")
    func refusals() throws {
        let family = "<家庭 类别='x'><成员><姓名>甲</姓名></成员></家庭>"
        let many = String(repeating: family, count: 40)
        let nested = String(repeating: "<家庭><家庭><成员/></家庭><成员/></家庭>", count: 40)
        let bodies = [
            many + "<!-- \(family) -->" + many, many + "<?x \(family)?>" + many,
            many + "<家庭><成员><姓名><![CDATA[\(family)]]></姓名></成员></家庭>" + many, many + "<月份>202610</月份>" + many, nested,
            many + "</低保名册><低保名册>" + many, many + "<家庭>", many + "<家庭></成员></家庭>" + many, many + "&nbsp;" + many,
        ]
        for body in bodies {
            let document = Array("<低保名册 统计月份='202610'>\(body)</低保名册>".utf8)
            #expect(try pieces(document, size: 600, columns: [["月份"]]) == nil, "\(body.suffix(40))")
        }
        #expect(try pieces(Array("<低保名册>\(many)</低保名册>".utf8), size: 600) != nil)
        let endless = String(repeating: "<成员/>", count: 4_000)
        let uncut = "<低保名册>\(many)<家庭>\(endless)</家庭>\(many)</低保名册>"
        #expect(try pieces(Array(uncut.utf8), size: 600) == nil)
    }

    @Test("documents that begin in an unusual way, are small or in UTF-16 are not cut")
    func notCut() throws {
        let many = String(repeating: "<家庭><成员/></家庭>", count: 40)
        for start in ["<!DOCTYPE r>", "<!-- a -->", "<?x?>", "<?xml version='1.0' encoding='Shift_JIS'?>"] {
            #expect(try reader(Array("\(start)<低保名册>\(many)</低保名册>".utf8), size: 300) == nil, "\(start)")
        }
        #expect(try reader(Array("<低保名册>\(many)</低保名册>".utf8), size: 1 << 20) == nil)
        #expect(try reader(Array("<名册>\(many)</名册>".utf8), size: 300) == nil)
        let wide = Array("\u{FEFF}<低保名册>\(many)</低保名册>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try reader(wide, size: 300) == nil)
    }

    /// What a reader says of a document, counted from its start.
    private struct Told: Equatable {
        var rows: [String] = []
        var position = StreamPosition()

        mutating func add(_ batch: RowBatch) {
            for row in batch.rows {
                let place =
                    "\(position.rows + row.number):\(position.lines + row.line):\(position.bytes + row.byteOffset)"
                rows.append("\(place) \(batch.values(of: row)) \(row.defect.map { "\($0)" } ?? "")")
            }
            position.advance(past: batch)
        }
    }

    /// Families in several shapes, with line ends of all kinds and bytes that do not decode.
    private func documents(seed: UInt64) -> [(String, [UInt8])] {
        var random = seed
        func next(_ count: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % count
        }
        let ends = ["\n", "\r\n", "\r", ""]
        var body = ""
        for family in 0..<30 {
            body += "\(ends[next(4)])<家庭 编号=\"\(family)\"\(ends[next(3)])类别=\"a&lt;\(next(9))\">"
            for _ in 0..<next(4) {
                body += "\(ends[next(4)])<成员><姓名> 㙓\(next(99)) </姓名>\(ends[next(4)])<证件号码>4402&amp;</证件号码></成员>"
            }
            body += "</家庭>"
        }
        let root = "<低保名册\n统计月份=\"202610\" 备注='>'>"
        let plain = "\(root)\(body)<家庭/>\n</低保名册>\r\n"
        let declared = "<?xml version='1.0' encoding='GB18030'?>\(plain)"
        var prefixed = plain.replacing("<低保名册", with: "<m:低保名册 xmlns:m='urn:x'")
        prefixed = prefixed.replacing("</低保名册", with: "</m:低保名册")
        for name in ["家庭", "成员", "姓名"] {
            prefixed = prefixed.replacing("<\(name)", with: "<m:\(name)").replacing("</\(name)", with: "</m:\(name)")
        }
        var broken = Array(plain.utf8)
        let places = broken.indices.filter { broken[$0] == UInt8(ascii: "4") && $0 > 400 }
        for _ in 0..<3 where !places.isEmpty { broken[places[next(places.count)]] = 0xFF }
        return [
            ("plain", Array(plain.utf8)), ("marked", [0xEF, 0xBB, 0xBF] + Array(plain.utf8)), ("broken", broken),
            ("prefixed", Array(prefixed.utf8)), ("GB18030", TextEncoding.gb18030.encode(declared) ?? []),
        ]
    }

    private func layout(_ columns: [[String]] = []) -> XMLLayout {
        XMLLayout(
            recordPaths: XMLShapes.layout.recordPaths,
            columns: XMLShapes.layout.columns + [["家庭/@编号"]] + columns)
    }

    private func reader(_ document: [UInt8], size: Int, columns: [[String]] = []) throws -> XMLPieceReader? {
        let archive = try ZipArchive(.memory(HandMade.zip([("a", document)]), name: "a.zip"))
        return try XMLPieceReader(
            archive.open(#require(archive.entry(named: "a"))), layout: layout(columns), encoding: .utf8,
            limits: .standard, pieceBytes: size)
    }

    /// `nil` if a piece is sent back.
    private func pieces(_ document: [UInt8], size: Int, columns: [[String]] = []) throws -> Told? {
        guard let reader = try reader(document, size: size, columns: columns) else { return nil }
        var told = Told()
        var count = 0
        while let piece = try reader.nextPiece() {
            #expect(piece.ordinal == count)
            count += 1
            guard let batches = reader.parser.parse(piece) else { return nil }
            for batch in batches { told.add(batch) }
        }
        return told
    }

    private func serial(_ document: [UInt8]) throws -> Told {
        var parser = XMLRecordParser(layout: layout(), batchSize: 7)
        var told = Told()
        for batch in try parser.feed(document) + parser.finish() { told.add(batch) }
        return told
    }
}
