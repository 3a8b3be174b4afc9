import Foundation
import Tabular
import Testing

/// Looking into files of which little is known: stretches of text, headers nobody declared, outlines of documents.
@Suite("Looking into unknown files")
struct LookingTests {
    private static func file(_ text: String, _ name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "looking-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    private static func table(_ text: String, _ name: String) throws -> TableSource {
        try #require(try InputFile.tables(at: file(text, name)).first)
    }

    @Test("a stretch holds whole lines only, and says at which byte and behind how many lines it begins")
    func stretches() throws {
        let text = (1...40).map { "row \($0)" + ["\n", "\r\n", "\r"][$0 % 3] }.joined()
        let path = try Self.file(text, "a.csv")
        let bytes = Array(text.utf8)
        for offset in stride(from: 0, to: bytes.count - 1, by: 3) {
            for count in [20, 55, 1000] {
                guard let stretch = try TextStretch(path: path, from: offset, count: count) else { continue }
                let found = bytes[stretch.byteOffset...].prefix(stretch.bytes.count)
                #expect(found.elementsEqual(stretch.bytes))
                #expect(stretch.isLast == (offset + count >= bytes.count))
                let before = String(decoding: bytes[..<stretch.byteOffset], as: UTF8.self)
                let lines = try TextStretch.lineEnds(path: path, before: stretch.byteOffset)
                #expect(lines == before.count(where: \.isNewline))
                let text = String(decoding: stretch.bytes, as: UTF8.self)
                #expect(text.prefix { !$0.isNewline } == "row \(lines + 1)")
            }
        }
    }

    @Test("line ends are counted by kind, however the text is cut", arguments: 1...7)
    func lineEnds(size: Int) {
        let bytes = Array("a\r\nb\nc\r\r\nd\n\n\re\r".utf8)
        var tally = LineEndTally()
        for start in stride(from: 0, to: bytes.count, by: size) {
            tally.add(bytes[start..<min(bytes.count, start + size)])
        }
        #expect(tally.pairs == 2 && tally.feeds == 3 && tally.returns == 3)
        #expect(tally.total == 8)
    }

    @Test("line ends of long texts are those that are counted one by one", arguments: [1, 31, 64, 65, 1_000, 5_000])
    func manyLineEnds(size: Int) {
        var random = SeededRandom(seed: 5)
        let bytes = (0..<5_000).map { _ in Array("a\r\n".utf8)[random.below(3)] }
        var (tally, pairs) = (LineEndTally(), 0)
        for start in stride(from: 0, to: bytes.count, by: size) {
            tally.add(bytes[start..<min(bytes.count, start + size)])
        }
        for index in 1..<bytes.count where bytes[index - 1] == 0x0d && bytes[index] == 0x0a { pairs += 1 }
        #expect(tally.pairs == pairs)
        #expect(tally.feeds == bytes.count { $0 == 0x0a } - pairs)
        #expect(tally.returns == bytes.count { $0 == 0x0d } - pairs)
    }

    @Test("a header nobody declared is the first line as wide as most, split by the delimiter that splits most")
    func guesses() throws {
        let text = "A title; of sorts\n甲|乙,丙|丁\n1|2,2|3\n4|5|6\n\n"
        let guess = try #require(try HeaderGuess(Self.table(text, "a.txt")))
        #expect(guess.delimiter == UInt8(ascii: "|") && guess.cells == ["甲", "乙,丙", "丁"])
        #expect(try HeaderGuess(Self.table("one\ntwo\n", "b.txt")) == nil)
    }

    @Test("an outline names records, attributes and prefixes, and is not misled by comments and CDATA")
    func outlines() throws {
        let text = """
            <?xml version="1.0"?><!-- <x><y/></x> -->
            <m:list month="202610" xmlns:m="urn:a>b"><m:family id='1'><m:member m:sex="男"><m:name>甲</m:name>
            <m:note><![CDATA[<z>]]></m:note></m:member><m:member/></m:family><m:family id="2"/></m:list>
            """
        let outline = try XMLOutline(Self.table(text, "a.xml"))
        #expect(outline.recordCandidates.first == ["list", "family", "member"])
        #expect(
            outline.columns(of: ["list", "family", "member"]) == [
                "@month", "family/@id", "family/member/@sex", "family/member/name", "family/member/note",
            ])
        #expect(outline.prefixes == ["m"] && outline.namespaces == ["urn:a>b"])
        #expect(outline.encodingSource == .nothing)
        #expect(outline.elements.first { $0.path.last == "family" }?.count == 2)
    }
}
