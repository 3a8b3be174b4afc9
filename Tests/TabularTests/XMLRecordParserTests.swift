import Foundation
import Testing

@testable import Tabular

@Suite("XML records")
struct XMLRecordParserTests {
    @Test(
        "the same families are read from each shape, however the document is cut",
        arguments: [XMLShapes.plain, XMLShapes.prefixed, XMLShapes.attributes])
    func shapes(document: String) throws {
        let bytes = encode(document)
        for size in [1, 2, 3, 7, 64, bytes.count] {
            let found = try read(bytes, pieces: size)
            #expect(found.map(\.values) == XMLShapes.rows, "pieces of \(size)")
        }
    }

    @Test(
        "line and byte offset of a record are those of its start tag as delivered",
        arguments: [XMLShapes.plain, XMLShapes.prefixed, XMLShapes.attributes], ["\n", "\r\n", "\r"])
    func places(document: String, lineEnd: String) throws {
        let bytes = encode(document.replacing("\n", with: lineEnd))
        let expected = recordPlaces(bytes)
        for (size, batch) in [(1, 1), (5, 2), (bytes.count, 1_000)] {
            let found = try read(bytes, pieces: size, batchSize: batch)
            #expect(found.map(\.byteOffset) == expected.map(\.offset))
            #expect(found.map(\.line) == expected.map(\.line))
            #expect(found.map(\.number) == [0, 1, 2])
        }
    }

    @Test("batches cover all bytes and lines of the document", arguments: [1, 2, 3, 1_000])
    func coverage(batchSize: Int) throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(XMLShapes.plain.utf8)
        var reader = XMLRecordParser(layout: XMLShapes.layout, batchSize: batchSize)
        let batches = try reader.feed(bytes) + reader.finish()
        #expect(batches.map(\.byteCount).reduce(0, +) == bytes.count)
        #expect(
            batches.map(\.lineCount).reduce(0, +) == XMLShapes.plain.split(
                separator: "\n", omittingEmptySubsequences: false
            ).count - 1)
        #expect(batches.allSatisfy { $0.rows.count <= batchSize })
        #expect(reader.encoding == .utf8)
    }

    @Test(
        "a byte order mark wins over the declaration, in UTF-16 too",
        arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian, .utf8])
    func byteOrderMark(encoding: TextEncoding) throws {
        let units = Array("\u{FEFF}\(XMLShapes.attributes)".utf16)
        let bytes: [UInt8] =
            switch encoding {
            case .utf16LittleEndian: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16BigEndian: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            default: Array("\u{FEFF}\(XMLShapes.attributes)".utf8)
            }
        #expect(try read(bytes, pieces: 5).map(\.values) == XMLShapes.rows)
    }

    @Test("a column's value from a record's ancestor ends with that ancestor")
    func ancestors() throws {
        let document = "<r><g><n>甲</n><i/><i><n>乙</n></i></g><g><i/></g></r>"
        let layout = XMLLayout(recordPaths: [["r", "g", "i"]], columns: [["g/n", "g/i/n"]])
        #expect(try read(Array(document.utf8), layout: layout).map(\.values) == [["甲"], ["甲"], [""]])
    }

    @Test("the first value that is not empty counts")
    func firstValue() throws {
        let document = "<r><i><n> </n><n>甲</n><n>乙</n></i></r>"
        let layout = XMLLayout(recordPaths: [["r", "i"]], columns: [["i/n"]])
        #expect(try read(Array(document.utf8), layout: layout).map(\.values) == [["甲"]])
    }

    @Test("bytes that do not decode cost their record only")
    func undecodable() throws {
        var bytes = Array("<r><g k='好'>\n<i>一</i><i>X</i><i>三</i></g><g k='Y'><i>四</i></g><g><i>五</i></g></r>".utf8)
        let inRecord = try #require(bytes.firstIndex(of: UInt8(ascii: "X")))
        bytes[inRecord] = 0xFF
        let inAncestor = try #require(bytes.firstIndex(of: UInt8(ascii: "Y")))
        bytes[inAncestor] = 0xC3
        let layout = XMLLayout(recordPaths: [["r", "g", "i"]], columns: [["g/i"], ["g/@k"]])
        for size in [1, 10, 1_000] {
            let found = try read(bytes, pieces: size, layout: layout)
            #expect(
                found.map(\.defect) == [
                    nil, .undecodable(bytes: [0xFF], at: 3), nil, .undecodable(bytes: [0xC3], at: 0), nil,
                ])
            #expect(found.map(\.line) == [1, 1, 1, 1, 1])
            #expect(found[4].byteOffset == bytes.count - "<i>五</i></g></r>".utf8.count)
        }
    }

    @Test("bytes that do not decode in GB18030 keep the places of other records")
    func undecodableGB18030() throws {
        var bytes = encode(XMLShapes.attributes)
        let health = try #require(bytes.firstRange(of: Array("health=\"a".utf8)))
        bytes[health.upperBound - 1] = 0xFF
        for size in [1, 9, bytes.count] {
            let found = try read(bytes, pieces: size)
            let start = found[1].byteOffset
            #expect(found.map(\.defect) == [nil, .undecodable(bytes: [0xFF], at: health.upperBound - 1 - start), nil])
            #expect(found.map(\.byteOffset) == recordPlaces(bytes).map(\.offset))
        }
    }

    private struct Found {
        let values: [String]
        let number: Int
        let line: Int
        let byteOffset: Int
        let defect: RowDefect?
    }

    private func read(
        _ bytes: [UInt8], pieces: Int = 1_000, batchSize: Int = 1_000, layout: XMLLayout = XMLShapes.layout
    ) throws -> [Found] {
        var reader = XMLRecordParser(layout: layout, batchSize: batchSize)
        var batches: [RowBatch] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            batches += try reader.feed(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        batches += try reader.finish()
        var (number, line, offset) = (0, 0, 0)
        var found: [Found] = []
        for batch in batches {
            for row in batch.rows {
                found.append(
                    Found(
                        values: batch.values(of: row), number: number + row.number, line: line + row.line,
                        byteOffset: offset + row.byteOffset, defect: row.defect))
            }
            number += batch.rows.count
            line += batch.lineCount
            offset += batch.byteCount
        }
        return found
    }

    private func encode(_ document: String) -> [UInt8] {
        guard document.contains("GB18030") else { return Array(document.utf8) }
        return document.data(using: String.Encoding(rawValue: 0x8000_0632)).map(Array.init) ?? []
    }

    /// Where the record tags stand, found the slow way.
    private func recordPlaces(_ bytes: [UInt8]) -> [(offset: Int, line: Int)] {
        let tags = ["<成员>", "<mz:成员>", "<Member "].map(encode(tag:))
        let comment = bytes.firstRange(of: Array("<!--".utf8))?.upperBound
        return bytes.indices.filter { place in
            tags.contains { bytes[place...].starts(with: $0) } && place != comment.map { $0 + 1 }
        }.map { place in
            let before = String(decoding: bytes[..<place].map { $0 < 0x80 ? $0 : 0x41 }, as: UTF8.self)
            let lines = before.replacing("\r\n", with: "\n").replacing("\r", with: "\n").count { $0 == "\n" }
            return (place, lines)
        }
    }

    private func encode(tag: String) -> [UInt8] { Array(tag.utf8) }
}
