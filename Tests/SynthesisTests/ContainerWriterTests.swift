import Foundation
import Tabular
import Testing

@Suite struct ContainerWriterTests {
    @Test("a gzip stream of several members and a zip archive read back as written")
    func roundTrip() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "containers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = Array(repeating: "证件号码,姓名\n", count: 5000).joined()
        var packed: [UInt8] = []
        var gzip = GzipWriter(level: 1, memberLimit: 10_000)
        for _ in 0..<3 { gzip.compress(Array(text.utf8), into: &packed) }
        gzip.finish(into: &packed)
        try Data(packed).write(to: folder.appending(path: "a.csv.gz"))
        var zip = ZipWriter()
        zip.add("一.csv", Array(text.utf8))
        zip.add("二.csv", [])
        try Data(zip.finished()).write(to: folder.appending(path: "b.zip"))

        let plain = try InputFile.tables(at: folder.appending(path: "a.csv.gz").path())
        #expect(try plain[0].open().readAll(upTo: 1 << 24) == Array((text + text + text).utf8))
        let members = try InputFile.tables(at: folder.appending(path: "b.zip").path())
        #expect(members.map(\.name) == ["b.zip!一.csv", "b.zip!二.csv"])
        #expect(try members[0].open().readAll(upTo: 1 << 24) == Array(text.utf8))
        #expect(try members[1].open().readAll(upTo: 1 << 24).isEmpty)
    }
}
