import Testing

@testable import Tabular

@Suite("Refused XML")
struct XMLRefusalTests {
    /// A document, why it is refused, and the line.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let document: String
        let kind: XMLFault.Kind
        var line = 1
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "DOCTYPE", document: "<?xml version='1.0'?>\n<!DOCTYPE r><r/>", kind: .documentType, line: 2),
        Case(
            name: "external entity",
            document: "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><r><i>&e;</i></r>", kind: .documentType),
        Case(
            name: "external subset", document: "<!DOCTYPE r SYSTEM 'http://localhost/x.dtd'><r/>", kind: .documentType),
        Case(
            name: "parameter entity", document: "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><r/>",
            kind: .documentType),
        Case(name: "billion laughs", document: laughs, kind: .documentType, line: 2),
        Case(name: "undeclared entity in text", document: "<r>\n<i>&nbsp;</i></r>", kind: .entity, line: 2),
        Case(name: "undeclared entity in attribute", document: "<r><i a='&x;'/></r>", kind: .entity),
        Case(
            name: "depth", document: String(repeating: "<r>", count: 33), kind: .limit(.depth, 32)),
        Case(
            name: "attributes", document: "<r \((0..<257).map { "a\($0)='' " }.joined())/>",
            kind: .limit(.attributes, 256)),
        Case(
            name: "long text", document: "<r><i>\(String(repeating: "a", count: 1 << 20))b</i></r>",
            kind: .limit(.textBytes, 1 << 20)),
        Case(
            name: "long text in parts",
            document:
                "<r><i>\(String(repeating: String(repeating: "a", count: 1 << 10) + "<b/>", count: 1_025))</i></r>",
            kind: .limit(.textBytes, 1 << 20)),
        Case(
            name: "long attribute", document: "<r><i a='\(String(repeating: "a", count: 1 << 20))b'/></r>",
            kind: .limit(.textBytes, 1 << 20)),
        Case(
            name: "long name", document: "<r><\(String(repeating: "n", count: 1_001))/></r>",
            kind: .limit(.nameBytes, 1_000)),
        Case(name: "wrong root", document: "<x:html xmlns:x='urn:x'><i/></x:html>", kind: .wrongRoot("html")),
        Case(
            name: "unknown encoding", document: "<?xml version='1.0' encoding='Shift_JIS'?><r/>",
            kind: .unknownEncoding("Shift_JIS")),
        Case(name: "empty", document: "", kind: .truncated),
        Case(name: "truncated after a tag", document: "<r>\n<i>a</i>\n<i>", kind: .truncated, line: 3),
        Case(name: "truncated in a tag", document: "<r>\n<i>a</i>\n<i", kind: .truncated, line: 3),
        Case(name: "truncated in a name", document: "<r>\n<i a='1' bc", kind: .truncated, line: 2),
        Case(name: "truncated in a value", document: "<r>\n<i a='1", kind: .truncated, line: 2),
        Case(name: "truncated in CDATA", document: "<r>\n<i><![CDATA[ab]", kind: .truncated, line: 2),
        Case(name: "truncated in a comment", document: "<r>\n<!-- ab", kind: .truncated, line: 2),
        Case(name: "no document at all", document: "PK\u{3}\u{4}\n<r/>", kind: .malformed(code: 4), line: 1),
        Case(name: "attribute without value", document: "<r>\n<i a/>\n</r>", kind: .malformed(code: 41), line: 2),
        Case(name: "tag without end", document: "<r>\n<i <b/></i>\n</r>", kind: .malformed(code: 68), line: 2),
        Case(name: "truncated in text", document: "<r>\n<i>abc", kind: .truncated, line: 2),
        Case(name: "wrong end tag", document: "<r>\n\n<i></r>", kind: .malformed(code: 76), line: 3),
        Case(name: "NUL", document: "<r>\n<i>\0</i></r>", kind: .malformed(code: 9), line: 2),
        Case(name: "second root", document: "<r></r>\n<r/>", kind: .malformed(code: 5), line: 2),
    ]

    private static let laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <r><i>&c;</i></r>
        """

    @Test("a document is refused as a whole, with the reason and the line", arguments: cases)
    func refusal(_ given: Case) throws {
        for size in [1, 50, max(1, given.document.utf8.count)] where size > 1 || given.document.utf8.count < 10_000 {
            let error = #expect(throws: XMLFault.self) { try read(Array(given.document.utf8), pieces: size) }
            #expect(error?.kind == given.kind, "pieces of \(size)")
            #expect(error?.line == given.line, "pieces of \(size)")
        }
    }

    @Test("an error's text quotes no value of the document")
    func silence() throws {
        let error = #expect(throws: XMLFault.self) {
            try read(Array("<r><i a='440201196001011234'>欧阳海</j></r>".utf8), pieces: 100)
        }
        let description = error.map { TabularError($0, file: "名册.xml").description }
        #expect(description == "malformed_document: 名册.xml:1:37 (parser(code: 76))")
    }

    @Test("columns count characters, whatever stands before on the line", arguments: [1, 7, 1_000])
    func columns(size: Int) {
        for (document, column) in [
            ("<r>\n<名 列='值'><姓名>欧阳海</姓名></证件></r>", 27), ("<r>\n<姓名>赵</姓名><姓名>钱&x;</姓名></r>", 19),
            ("<r>\n<姓名></姓名></r>尾巴", 14),
        ] {
            let error = #expect(throws: XMLFault.self) { try read(Array(document.utf8), pieces: size) }
            #expect(error?.column == column, "\(document)")
        }
    }

    @Test("predefined entities and character references are text")
    func entities() throws {
        let rows = try read(
            Array("<r><i a='&amp;#38;&quot;&#x4E00;'>&lt;&gt;&amp;amp;&apos;&#19968;</i></r>".utf8), pieces: 3)
        #expect(rows == [["<>&amp;'一", "&#38;\"一"]])
    }

    @discardableResult
    private func read(_ bytes: [UInt8], pieces: Int) throws -> [[String]] {
        let layout = XMLLayout(recordPaths: [["r", "i"]], columns: [["i"], ["i/@a"]])
        var reader = XMLRecordParser(layout: layout)
        var batches: [RowBatch] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            batches += try reader.feed(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        batches += try reader.finish()
        return batches.flatMap { batch in batch.rows.map { batch.values(of: $0) } }
    }
}
