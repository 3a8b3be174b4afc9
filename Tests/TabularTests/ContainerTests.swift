import Foundation
import Testing

@testable import Tabular

/// Plain and gzipped files: what is read, and what is refused at which byte.
struct ContainerTests {
    static let text = Array(String(repeating: "姓名,证件号码,备注\n王小明,440201199001011234,无\n", count: 4000).utf8)

    /// Reads the only table of a file to its end in steps of `step` bytes.
    static func read(_ bytes: [UInt8], as name: String, step: Int = 1 << 20) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let tables = try InputFile.tables(at: folder.write(bytes, as: name))
        let stream = try #require(tables.first).open()
        var result: [UInt8] = []
        while try stream.read(upTo: step, appendingTo: &result) > 0 {}
        #expect(try stream.read(upTo: step, appendingTo: &result) == 0)
        return result
    }

    @Test("plain, gzipped and zipped files give the same bytes, in steps of any size", arguments: [1 << 20, 4096, 777])
    func sameBytes(step: Int) throws {
        let text = ContainerTests.text
        let half = text.count / 2
        let members =
            ContainerFiles.deflate(Array(text[..<half]), isGzip: true)
            + ContainerFiles.deflate([], isGzip: true) + ContainerFiles.deflate(Array(text[half...]), isGzip: true)
        #expect(try ContainerTests.read(text, as: "表.csv", step: step) == text)
        #expect(try ContainerTests.read(ContainerFiles.deflate(text, isGzip: true), as: "表.csv.gz", step: step) == text)
        #expect(try ContainerTests.read(members, as: "表.TXT.GZ", step: step) == text)
        for method: UInt16 in [0, 8] {
            let zip = ContainerFiles.zip([.init(name: "表.csv", bytes: text, method: method)])
            #expect(try ContainerTests.read(zip, as: "表.zip", step: step) == text)
        }
    }

    @Test("a gzip file cut anywhere is truncated, at its end", arguments: [3, 9, 10, 11, 500, -9, -8, -4, -1])
    func cutGzip(at cut: Int) {
        let whole = ContainerFiles.deflate(ContainerTests.text, isGzip: true)
        let bytes = Array(whole[..<(cut < 0 ? whole.count + cut : cut)])
        let error = tabularError { _ = try ContainerTests.read(bytes, as: "a.csv.gz") }
        #expect(error == TabularError(.truncated, file: "a.csv.gz", byteOffset: bytes.count))
    }

    @Test("a second member cut short is truncated too")
    func cutSecondMember() {
        let whole = ContainerFiles.deflate(ContainerTests.text, isGzip: true)
        let bytes = whole + whole[..<(whole.count / 2)]
        let error = tabularError { _ = try ContainerTests.read(bytes, as: "a.csv.gz") }
        #expect(error == TabularError(.truncated, file: "a.csv.gz", byteOffset: bytes.count))
    }

    @Test(
        "bytes behind the last member are refused where they begin",
        arguments: [[0], Array("GARBAGE".utf8), [0x1f], [0x1f, 0x8c], [UInt8](repeating: 0, count: 512)])
    func trailingBytes(_ trailing: [UInt8]) {
        let whole = ContainerFiles.deflate(ContainerTests.text, isGzip: true)
        let error = tabularError { _ = try ContainerTests.read(whole + trailing, as: "a.csv.gz") }
        #expect(error == TabularError(.trailingBytes, file: "a.csv.gz", byteOffset: whole.count))
    }

    @Test(
        "a wrong checksum or length in the trailer is found",
        arguments: [(-8, "checksum"), (-5, "checksum"), (-4, "wrong_size"), (-1, "wrong_size")])
    func wrongTrailer(place: Int, kind: String) {
        var bytes = ContainerFiles.deflate(ContainerTests.text, isGzip: true)
        bytes[bytes.count + place] ^= 0x10
        let error = tabularError { _ = try ContainerTests.read(bytes, as: "a.csv.gz") }
        #expect(error?.kind.rawValue == kind)
        #expect(error?.byteOffset ?? 0 > bytes.count - 9)
    }

    @Test("every bit flipped in the data or trailer of a gzip file is found, but for the padding of the last byte")
    func flippedBits() throws {
        let text = Array("姓名,证件号码\n王小明,440201199001011234\n".utf8)
        let whole = ContainerFiles.deflate(text, isGzip: true)
        let folder = try TemporaryFolder()
        var harmless = 0
        for bit in 80..<whole.count * 8 {
            var bytes = whole
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let stream = GzipStream(try RegularFile(path: folder.write(bytes, as: "a.csv.gz")))
            var read: [UInt8]?
            let error = tabularError { read = try stream.readAll(upTo: 1 << 20) }
            #expect(error != nil || read == text, "bit \(bit)")
            harmless += error == nil ? 1 : 0
        }
        #expect(harmless < 8)
    }

    @Test("a plain or empty file named .gz is not gzip", arguments: ["姓名,证件号码\n", "", "x"])
    func plainNamedGzip(_ text: String) {
        let error = tabularError { _ = try ContainerTests.read(Array(text.utf8), as: "a.csv.gz") }
        #expect(error == TabularError(.notGzip, file: "a.csv.gz", byteOffset: 0))
    }

    @Test("a bomb is stopped by the limit's name", arguments: ["a.csv.gz", "a.zip"])
    func bomb(name: String) throws {
        let zeros = [UInt8](repeating: 0x61, count: 3_000_000)
        let bytes =
            name == "a.zip"
            ? ContainerFiles.zip([.init(name: "b.csv", bytes: zeros)]) : ContainerFiles.deflate(zeros, isGzip: true)
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, as: name)
        let read: (ExpansionLimit) throws -> Void = { limit in
            let table = try #require(InputFile.tables(at: path, limit: limit).first)
            _ = try table.open().readAll(upTo: 1 << 30)
        }
        let ratio = tabularError { try read(.init(grace: 1_000_000)) }
        #expect(ratio?.kind == .expansionLimit && ratio?.cause == .limit(100))
        let total = tabularError { try read(.init(total: 2_000_000)) }
        #expect(total?.kind == .sizeLimit && total?.cause == .limit(2_000_000))
        #expect(tabularError { try read(.init()) } == nil)
    }

    @Test("links, folders, pipes and missing files are refused")
    func noRegularFile() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write([0x61], as: "a.csv")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.csv", withDestinationPath: file)
        try FileManager.default.createDirectory(atPath: folder.path + "/d.csv", withIntermediateDirectories: true)
        unsafe mkfifo(folder.path + "/pipe.csv", 0o600)
        for (name, kind) in [
            ("link.csv", TabularError.Kind.notRegularFile), ("d.csv", .notRegularFile), ("pipe.csv", .notRegularFile),
            ("none.csv", .cannotOpen),
        ] {
            let error = tabularError { _ = try InputFile.tables(at: "\(folder.path)/\(name)").first?.open() }
            #expect(error?.kind == kind && error?.file == name, "\(name)")
        }
    }

    @Test("a file cut or written to while it is read is an error")
    func changingFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(ContainerTests.text, as: "a.csv")
        for (size, kind) in [(100, TabularError.Kind.cutShort), (1_000_000, .changedWhileRead)] {
            _ = try folder.write(ContainerTests.text, as: "a.csv")
            let stream = FileStream(try RegularFile(path: path))
            var bytes: [UInt8] = []
            #expect(try stream.read(upTo: 1000, appendingTo: &bytes) == 1000)
            unsafe truncate(path, size)
            #expect(tabularError { while try stream.read(upTo: 1 << 20, appendingTo: &bytes) > 0 {} }?.kind == kind)
        }
    }

    @Test("a file of unknown kind is refused by name", arguments: ["a.pdf", "a", "a.gz", "a.csv.gz.gz"])
    func unknownKind(name: String) throws {
        #expect(tabularError { _ = try InputFile.tables(at: "/nowhere/" + name) }?.kind == .unknownFileKind)
    }
}
