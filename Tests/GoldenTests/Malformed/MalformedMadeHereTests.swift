import Foundation
import Glibc
import Testing

/// What can't be kept as a file in the repository: too large, or no file at all.
@Suite("Malformed input made for the test")
struct MalformedMadeHereTests {
    @Test("a line without end costs itself, and no memory", arguments: ["x", "\"", ",", "东"])
    func longLine(filling: String) throws {
        let data = try Self.goodFolder()
        let path = data.path("养老待遇领取名册_202610.csv")
        let text = [UInt8](try Files.data(path))
        let rows = text.count { $0 == 0x0A } - 1
        let start = text.count
        try Self.appendLine(of: filling, to: path)
        let run = try MalformedRun.outcome(folder: data.path(), source: "pension")
        #expect(run.status == 0, "\(run.log.suffix(1))")
        #expect(run.peakKiB < 200_000)
        let first = try #require(run.quarantine.first)
        #expect(first["row"] == "\(rows + 1)" && first["byte_offset"] == "\(start)")
        #expect(run.quarantine.map { $0["code"] } == ["over_long"])
        #expect(run.tables.map(\.rows) == [rows + 1] && run.tables.map(\.records) == [rows])
    }

    @Test("a link, a pipe and a folder in place of a file are refused by name", arguments: ["link", "pipe", "folder"])
    func noFile(kind: String) throws {
        let data = try Self.goodFolder()
        let path = data.path("养老待遇领取名册_202610.csv")
        let manager = FileManager.default
        try manager.removeItem(atPath: path)
        switch kind {
        case "link": try manager.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
        case "pipe": try #require(unsafe mkfifo(path, 0o600) == 0)
        default: try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        let run = try MalformedRun.outcome(folder: data.path(), source: "pension")
        // A folder is none of the files of a source, so the source is missing.
        #expect(run.status == (kind == "folder" ? 66 : 65))
        #expect(run.failure?.code == (kind == "folder" ? "E205" : "E204"))
        #expect(!run.isPublished)
    }

    /// 100 MB for an optimised program; the debug build splits a hundred times slower.
    private static var longLineBytes: Int {
        Program.isOptimised ? 100_000_000 : 4_000_000
    }

    /// Appends a line of that length, block by block: a debug build would take minutes to put it together.
    private static func appendLine(of filling: String, to path: String) throws {
        var block = Data(filling.utf8)
        while block.count < 1 << 20 { block.append(block) }
        let file = try #require(FileHandle(forWritingAtPath: path))
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: Data("440201197001101006,".utf8))
        for _ in 0..<(longLineBytes / block.count) { try file.write(contentsOf: block) }
        try file.write(contentsOf: Data("\n".utf8))
    }

    private static func goodFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Files.copy("\(MalformedCase.folder)/good", to: folder.path())
        return folder
    }
}
