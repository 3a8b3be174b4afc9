import Digest
import Foundation
import Testing

@Suite("Digests")
struct DigestTests {
    @Test(
        "SHA-256 agrees with the standard's examples (FIPS 180-4)",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func standard(text: String, hex: String) {
        #expect(ContentDigest(of: text).description == hex)
        #expect(ContentDigest(hex: hex.uppercased()) == ContentDigest(of: text))
    }

    @Test("HMAC agrees with RFC 4231, test case 2")
    func keyed() {
        let digest = KeyedDigest(key: Array("Jefe".utf8)).digest(of: "what do ya want for nothing?")
        #expect(digest.description == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test("How content is cut does not matter", arguments: 0...5)
    func pieces(cut: Int) {
        let bytes = Array("hello".utf8)
        var builder = DigestBuilder()
        builder.update(Array(bytes[..<cut]))
        builder.update(bytes[cut...])
        var lent = DigestBuilder()
        let rest = Array(bytes[cut...])
        lent.update(Array(bytes[..<cut]))
        lent.update(rest.span)
        #expect(lent.finalize() == ContentDigest(of: "hello"))
        #expect(builder.finalize() == ContentDigest(of: "hello"))
    }

    @Test("Parts that run into each other differ")
    func parts() {
        let lists = [
            [], [("a", "bc")], [("ab", "c")], [("a", "b"), ("", "c")], [("a", "b"), ("c", "")], [("abc", "")],
        ]
        func fold(_ list: [(String, String)]) -> ContentDigest {
            var parts = DigestParts("test")
            for (label, value) in list { parts.add(label, value) }
            return parts.finalize()
        }
        #expect(Set(lists.map(fold)).count == lists.count)
        #expect(fold(lists[3]) == fold([("a", "b"), ("", "c")]))
    }

    @Test("A text that is no digest is refused", arguments: ["", "ab", String(repeating: "g", count: 64)])
    func faulty(text: String) {
        #expect(ContentDigest(hex: text) == nil)
    }

    @Test("A digest is coded as its hexadecimal digits")
    func coding() throws {
        let digest = ContentDigest(of: "abc")
        let data = try JSONEncoder().encode([digest])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(digest)\"]")
        #expect(try JSONDecoder().decode([ContentDigest].self, from: data) == [digest])
    }
}
