import Foundation
import Testing

@testable import Tabular

@Suite("XML documents as tables")
struct XMLRecordReaderTests {
    @Test("records are pulled from a file and from an archive, batch by batch, with running places")
    func pull() throws {
        let folder = try WorkFolder()
        let families = (0..<2_500).map { "<家庭><成员><姓名>\($0)</姓名></成员></家庭>\n" }
        let document = "<低保名册>\n\(families.joined())</低保名册>"
        try Data(document.utf8).write(to: URL(filePath: folder.file("名册.xml")))
        try Data(HandMade.zip([("名册.xml", document)])).write(to: URL(filePath: folder.file("名册.zip")))
        for name in ["名册.xml", "名册.zip"] {
            let source = try #require(InputFile.tables(at: folder.file(name)).first)
            let reader = try XMLRecordReader(source, layout: XMLShapes.layout)
            var place = StreamPosition()
            var names: [String] = []
            while let batch = try reader.nextBatch() {
                for row in batch.rows {
                    #expect(place.lines + row.line == names.count + 1)
                    #expect(place.rows + row.number == names.count)
                    names.append(batch.value(2, of: row))
                }
                place.advance(past: batch)
            }
            #expect(names == (0..<2_500).map(String.init))
            #expect(place == StreamPosition(rows: 2_500, lines: 2_501, bytes: document.utf8.count))
            #expect(reader.encoding == .utf8)
        }
    }

    @Test("an error names the file, the line and the column")
    func error() throws {
        let folder = try WorkFolder()
        try Data("<名册/>".utf8).write(to: URL(filePath: folder.file("a.xml")))
        let source = try #require(InputFile.tables(at: folder.file("a.xml")).first)
        let reader = try XMLRecordReader(source, layout: XMLShapes.layout)
        let error = #expect(throws: TabularError.self) { try reader.nextBatch() }
        #expect(error?.description == "wrong_root: a.xml:1:1 (named(\"名册\"))")
    }
}
