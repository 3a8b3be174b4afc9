import Testing

@testable import Tabular

/// One text, three formats.
@Suite("The same text from CSV, XML and XLSX")
struct SameTextTests {
    /// Rows of GB18030: all characters of two bytes, one lead byte a row, and some of four bytes.
    private static var rows: [[UInt8]] {
        var characters: [[[UInt8]]] = []
        for lead in UInt8(0x81)...0xFE {
            characters.append((UInt8(0x40)...0xFE).filter { $0 != 0x7F }.map { [lead, $0] })
        }
        for first in [UInt8(0x81), 0x82, 0x84, 0x90, 0x95, 0xE3] {
            for second in UInt8(0x30)...0x39 {
                characters.append((UInt8(0x81)...0xFE).map { [first, second, $0, 0x30 + ($0 &+ second) % 10] })
            }
        }
        return characters.map { $0.filter(isAssigned).flatMap { $0 } }.filter { !$0.isEmpty }
    }

    /// Decodes, to something that all three formats can hold.
    private static func isAssigned(_ character: [UInt8]) -> Bool {
        let scalars = TextEncoding.gb18030.decode(character[...]).unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return false }
        return scalar.value > 0x9F && scalar.value & 0xFFFE != 0xFFFE && scalar.value != 0xFFFD
            && !scalar.properties.isWhitespace && scalar.value != 0xFEFF
    }

    @Test("all characters of two bytes and some of four of GB18030 are the same, and are those that were written")
    func sameText() throws {
        let rows = Self.rows
        let texts = rows.map { TextEncoding.gb18030.decode($0[...]) }
        #expect(texts.reduce(0) { $0 + $1.unicodeScalars.count } > 23_900)
        #expect(try fromCSV(rows) == texts)
        #expect(try fromXML(rows) == texts)
        #expect(try fromWorkbook(texts) == texts)
    }

    private func fromCSV(_ rows: [[UInt8]]) throws -> [String] {
        let header = try #require(TextEncoding.gb18030.encode("姓名,证件号码\n"))
        let table = try DelimitedReaderTests.read(
            header + rows.flatMap { $0 + Array(",1\n".utf8) }, encoding: .gb18030)
        return table.rows.map { $0[0] }
    }

    private func fromXML(_ rows: [[UInt8]]) throws -> [String] {
        var parser = XMLRecordParser(layout: XMLLayout(recordPaths: [["r", "i"]], columns: [["i"]]))
        let items = rows.flatMap { Array("<i>".utf8) + $0 + Array("</i>".utf8) }
        let document = Array("<?xml version='1.0' encoding='GB18030'?><r>".utf8) + items + Array("</r>".utf8)
        let batches = try parser.feed(document) + parser.finish()
        return batches.flatMap { batch in batch.rows.map { batch.value(0, of: $0) } }
    }

    private func fromWorkbook(_ texts: [String]) throws -> [String] {
        let rows = texts.map { "<row><c t=\"inlineStr\"><is><t>\($0)</t></is></c></row>" }
        let workbook = try HandMade.workbook(sheets: [("表", "visible", HandMade.sheet(rows.joined()))])
        return try workbook.rows().map { $0.values[0] }
    }
}
