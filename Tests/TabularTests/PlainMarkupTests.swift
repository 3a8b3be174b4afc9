import Testing

@testable import Tabular

@Suite("Plain markup")
struct PlainMarkupTests {
    private static let names = SheetCells.names

    /// Documents that the scanner has to read itself.
    static let plain = [
        HandMade.sheet("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns='urn:a' xmlns:r=\"urn:b\" r:x='1'><row/></worksheet>\n",
        "\u{FEFF}<x:worksheet xmlns:x='urn:x'><x:row r='1' x:spans=\"1:2\"><x:c r=\"A1\" ><x:v>欧阳 &amp;&#x4E00;&#19968;&lt;</x:v ></x:c></x:row></x:worksheet>",
        "<worksheet><row r=\"&#49;\"><c r='A1'\n\tt='str'><v>a]b ]] &gt;\n\t\u{FFFD}\u{FF21}</v><f>\"]]\"</f><v/></c></row><mergeCells count='1'><mergeCell ref='A1:B1'/></mergeCells></worksheet>",
        "<a><other r='1'>x<v>y</v>z</other><rPh sb=\"0\"><t>wen</t></rPh></a>",
    ]

    /// Documents that it has to leave to the parser, right and wrong ones.
    static let others = [
        "", " ", "<", "<a", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<!DOCTYPE a><a/>", "<a><!-- c --></a>",
        "<a><![CDATA[x]]></a>", "<a><?p?></a>", "<a b='1' b='2'/>", "<a x:b='1' y:b='2'/>", "<a b=1/>", "<a b='<'/>",
        "<a b='1'c='2'/>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#+65;</a>", "<a>& </a>",
        "<a>]]></a>",
        "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<v>\r</v>", "<a b='\t'/>", "<甲/>", "<a:b:c/>", "<a ></a ><", "<1/>",
        "<a/ >",
        "<?xml version='1.0' encoding='GBK'?><a/>", "<?xml version='1.1'?><a/>", "<?xml encoding='UTF-8'?><a/>",
        " <?xml version='1.0'?><a/>", "<a\u{A0}/>", "<long-name-of-element></long-name-of-elements>",
        "<a>\(String(repeating: "<b>", count: 40))", "<v>\(String(repeating: "x", count: (1 << 20) + 1))</v>",
    ]

    @Test("plain documents give the parser's events, however they are cut", arguments: plain)
    func sameEvents(document: String) throws {
        let expected = try parsed(document)
        #expect(!expected.isEmpty)
        for size in 1...document.utf8.count {
            #expect(scanned(Array(document.utf8), size: size) == expected, "\(size)")
        }
    }

    @Test("all else is left to the parser", arguments: others)
    func leftToParser(document: String) {
        let bytes = Array(document.utf8)
        for size in [1, 3, max(1, bytes.count)] where bytes.count < 1_000 || size > 3 {
            #expect(scanned(bytes, size: size) == nil)
        }
    }

    @Test(
        "whatever byte is changed, the scanner says what the parser says or leaves it to the parser", arguments: plain)
    func changes(document: String) throws {
        let bytes = Array(document.utf8)
        for place in bytes.indices {
            for byte in Array("<>&\"'=/ ]x:1;\r\u{1}".utf8) + [0xFF, 0xEF, 0xBF] {
                var changed = bytes
                changed[place] = byte
                guard let found = scanned(changed, size: 1_000_000) else { continue }
                let expected = try? parsed(changed)
                #expect(found == expected, "byte \(byte) at \(place)")
            }
        }
    }

    @Test("a part that stops being plain half-way goes on with the parser, every event once")
    func change() throws {
        let rows = (2...9_000).map { "<row r='\($0)'><c><v>\($0)</v></c></row>" }
        for odd in ["<!-- -->", "<c><v><![CDATA[7]]></v></c>"] {
            let sheet = HandMade.sheet(rows.dropLast().joined() + odd + (rows.last ?? ""))
            let workbook = try HandMade.workbook(sheets: [("表", "visible", sheet)])
            let found = try workbook.rows()
            #expect(found.map(\.number) == Array(2...9_000))
            #expect(found.allSatisfy { $0.values[0] == "\($0.number)" })
        }
    }

    /// One event as text; neighbouring texts are one.
    private func told(_ events: XMLEvents, _ list: inout [String]) {
        for event in events.list {
            let value = String(decoding: events.text[Int(event.start)..<Int(event.end)], as: UTF8.self)
            if event.kind == .text, let last = list.last, last.hasPrefix("text \(event.name) ") {
                list[list.count - 1] = last + value
            } else if event.kind != .text || !value.isEmpty {
                list.append("\(event.kind) \(event.name) \(value)")
            }
        }
    }

    private func parsed(_ document: String) throws -> [String] { try parsed(Array(document.utf8)) }

    private func parsed(_ document: [UInt8]) throws -> [String] {
        let archive = try ZipArchive(.memory(HandMade.zip([("a", document)]), name: "a.xlsx"))
        let entry = try #require(archive.entry(named: "a"))
        let part = WorkbookPart(names: Self.names, scansPlainMarkup: false) { archive.open(entry) }
        var (events, list) = (XMLEvents(), [String]())
        while try part.next(&events) { told(events, &list) }
        return list
    }

    /// `nil` if the document is left to the parser.
    private func scanned(_ document: [UInt8], size: Int) -> [String]? {
        var scanner = PlainMarkup(names: Self.names)
        var list: [String] = []
        var rest: [UInt8] = []
        for start in Array(stride(from: 0, to: document.count, by: size)) + [document.count] {
            var events = XMLEvents()
            events.text = rest + document[start..<min(start + size, document.count)]
            guard let used = scanner.scan(&events.text, isLast: start == document.count, into: &events.list) else {
                return nil
            }
            told(events, &list)
            rest = Array(events.text[used...])
        }
        return list
    }
}
