import Testing

@testable import Tabular

/// Zip archives, true ones and liars.
struct ContainerZipTests {
    typealias Member = ContainerFiles.Member
    static let bytes = Array(String(repeating: "a,b,c\n", count: 100).utf8)

    static func member(_ name: String = "a.csv", _ change: (inout Member) -> Void = { _ in }) -> Member {
        var member = Member(name: name, bytes: bytes)
        change(&member)
        return member
    }

    static func names(_ archive: [UInt8]) throws -> [String] {
        let folder = try TemporaryFolder()
        let tables = try InputFile.tables(at: folder.write(archive, as: "x.zip"))
        for table in tables { #expect(try table.open().readAll(upTo: 1 << 20) == bytes) }
        return tables.map(\.name)
    }

    @Test("several tables come in the directory's order, without folders and what macOS adds")
    func severalTables() throws {
        var folder = ContainerZipTests.member("县/")
        (folder.bytes, folder.method) = ([], 0)
        let archive = ContainerFiles.zip([
            ContainerZipTests.member("县/b.csv"), folder, ContainerZipTests.member("__MACOSX/._b.csv"),
            ContainerZipTests.member("县/.DS_Store"), ContainerZipTests.member("a.txt") { $0.method = 0 },
            ContainerZipTests.member("c.xml") { $0.hasDescriptor = true },
            ContainerZipTests.member("d.tsv") { $0.isWide = true },
            ContainerZipTests.member("e.csv") { ($0.hasDescriptor, $0.isDescriptorSigned) = (true, false) },
        ])
        #expect(
            try ContainerZipTests.names(archive) == [
                "x.zip!县/b.csv", "x.zip!a.txt", "x.zip!c.xml", "x.zip!d.tsv", "x.zip!e.csv",
            ])
    }

    @Test("comments, 64-bit directories and Windows names are read")
    func variants() throws {
        let member = ContainerZipTests.member()
        #expect(
            try ContainerZipTests.names(ContainerFiles.zip([member], comment: Array("PK\u{5}\u{6} 备注".utf8))) == [
                "x.zip!a.csv"
            ])
        #expect(try ContainerZipTests.names(ContainerFiles.zip([member], isWide: true)) == ["x.zip!a.csv"])
        #expect(
            try ContainerZipTests.names(ContainerFiles.zip([ContainerZipTests.member("县\\a.csv")])) == ["x.zip!县/a.csv"]
        )
        let windows = ContainerZipTests.member { $0.nameBytes = [0xcf, 0xd8, 0x2e, 0x63, 0x73, 0x76] }
        #expect(try ContainerZipTests.names(ContainerFiles.zip([windows])) == ["x.zip!县.csv"])
        #expect(try ContainerZipTests.names(ContainerFiles.zip([member], isWide: true, count: 1)) == ["x.zip!a.csv"])
    }

    @Test(
        "a lying or dangerous archive is refused for what it is",
        arguments: [
            ("encrypted", "encrypted_member"), ("method", "unknown_method"), ("twice", "duplicate_member"),
            ("up", "bad_member_name"), ("absolute", "bad_member_name"), ("drive", "bad_member_name"),
            ("backslash", "bad_member_name"), ("nul", "bad_member_name"), ("link", "bad_member_name"),
            ("local name", "contradictory_zip"), ("local method", "contradictory_zip"),
            ("local size", "contradictory_zip"),
            ("local flags", "contradictory_zip"), ("stored size", "contradictory_zip"), ("checksum", "checksum"),
            ("size less", "wrong_size"), ("size more", "wrong_size"), ("overlap", "overlapping_members"),
            ("gz inside", "nested_container"), ("zip inside", "nested_container"), ("pdf inside", "unknown_file_kind"),
            ("empty", "no_table"), ("prefix", "contradictory_zip"), ("suffix", "no_zip_directory"),
            ("prefix counted in", "contradictory_zip"), ("between", "contradictory_zip"),
            ("before the directory", "contradictory_zip"), ("two archives", "contradictory_zip"),
            ("descriptor", "contradictory_zip"), ("wide count", "contradictory_zip"), ("pipe", "bad_member_name"),
            ("folder as file", "bad_member_name"), ("line end in name", "bad_member_name"),
            ("name in no encoding", "bad_member_name"), ("flagged name not UTF-8", "bad_member_name"),
            ("hidden by a comment", "no_zip_directory"), ("masked", "encrypted_member"),
            ("cut", "no_zip_directory"), ("not zip", "no_zip_directory"), ("nothing", "no_zip_directory"),
        ])
    func refused(lie: String, kind: String) {
        let error = tabularError { _ = try ContainerZipTests.names(ContainerZipTests.archive(lie)) }
        #expect(error?.kind.rawValue == kind)
        #expect(error?.file.hasPrefix("x.zip") == true)
    }

    static func archive(_ lie: String) -> [UInt8] {
        let one = ContainerFiles.zip([member()])
        switch lie {
        case "encrypted": return ContainerFiles.zip([member { $0.flags = 1 }])
        case "method": return ContainerFiles.zip([member { $0.method = 9 }])
        case "twice": return ContainerFiles.zip([member(), member()])
        case "up": return ContainerFiles.zip([member("../a.csv")])
        case "absolute": return ContainerFiles.zip([member("/a.csv")])
        case "drive": return ContainerFiles.zip([member("C:/a.csv")])
        case "backslash": return ContainerFiles.zip([member("县\\..\\a.csv")])
        case "nul": return ContainerFiles.zip([member("a.exe\0.csv")])
        case "link": return ContainerFiles.zip([member { $0.unixMode = 0xa1ff }])
        case "local name": return ContainerFiles.zip([member { $0.localName = "b.csv" }])
        case "local method": return ContainerFiles.zip([member { $0.localMethod = 0 }])
        case "local size": return ContainerFiles.zip([member { $0.localSize = 7 }])
        case "local flags": return ContainerFiles.zip([member { $0.localFlags = 1 }])
        case "stored size": return ContainerFiles.zip([member { ($0.method, $0.size) = (0, 7) }])
        case "checksum": return ContainerFiles.zip([member { $0.checksum = 7 }])
        case "size less": return ContainerFiles.zip([member { $0.size = 599 }])
        case "size more": return ContainerFiles.zip([member { $0.size = 601 }])
        case "overlap": return overlapping()
        case "gz inside": return ContainerFiles.zip([member("a.csv.gz")])
        case "zip inside": return ContainerFiles.zip([member("a.zip")])
        case "pdf inside": return ContainerFiles.zip([member(), member("a.pdf")])
        case "empty": return ContainerFiles.zip([])
        case "prefix": return [0x4d, 0x5a] + one
        case "prefix counted in": return ContainerFiles.zip([member { $0.gap = [0x4d, 0x5a] }])
        case "between": return ContainerFiles.zip([member(), member("b.csv") { $0.gap = [0] }])
        case "before the directory": return ContainerFiles.zip([member()], gap: Array(one[..<40]))
        case "two archives": return twoArchives()
        case "descriptor": return ContainerFiles.zip([member { ($0.hasDescriptor, $0.descriptorSize) = (true, 7) }])
        case "wide count": return ContainerFiles.zip([member(), member("b.csv")], isWide: true, count: 1)
        case "pipe": return ContainerFiles.zip([member { $0.unixMode = 0x11ff }])
        case "folder as file": return ContainerFiles.zip([member { $0.unixMode = 0x41ff }])
        case "line end in name": return ContainerFiles.zip([member("a\n.csv")])
        case "name in no encoding":
            return ContainerFiles.zip([member { $0.nameBytes = [0xff] + Array(".csv".utf8) }])
        case "flagged name not UTF-8":
            let name = [0xcf, 0xd8] + Array(".csv".utf8)
            return ContainerFiles.zip([member { ($0.nameBytes, $0.flags) = (name, 0x800) }])
        case "hidden by a comment": return ContainerFiles.zip([member()], comment: Array("x".utf8)).dropLast()
        case "masked": return ContainerFiles.zip([member { $0.flags = 0x2000 }])
        case "suffix": return one + [0]
        case "cut": return Array(one.dropLast(30))
        case "not zip": return bytes
        default: return []
        }
    }

    /// An archive in the comment of another, with offsets that are right: readers differ in which they see.
    static func twoArchives() -> [UInt8] {
        let outer = ContainerFiles.zip([member()])
        let inner = ContainerFiles.zip([member("b.csv") { $0.gap = outer }])
        let hidden = Array(inner[outer.count...])
        let comment = [UInt8(hidden.count & 0xff), UInt8(hidden.count >> 8)]
        return Array(outer.dropLast(2)) + comment + hidden
    }

    /// Two members that share one local header's data: the second's header lies inside the first's stored data.
    static func overlapping() -> [UInt8] {
        let inner = Array(
            ContainerFiles.zip([Member(name: "b.csv", bytes: bytes, method: 0)])[..<(30 + 5 + bytes.count)])
        let outer = Member(name: "a.csv", bytes: inner, method: 0)
        return ContainerFiles.zip([outer, Member(name: "b.csv", bytes: bytes, method: 0, headerOffset: 35)])
    }

    @Test("data of a member damaged in the middle is found", arguments: [UInt16(0), 8])
    func damagedData(method: UInt16) {
        var archive = ContainerFiles.zip([ContainerZipTests.member { $0.method = method }])
        archive[40] ^= 0x20
        #expect(tabularError { _ = try ContainerZipTests.names(archive) } != nil)
    }

    @Test("a workbook is opened from a file, from gzip and from inside an archive")
    func workbooks() throws {
        let workbook = ContainerFiles.zip([ContainerZipTests.member("xl/workbook.xml")])
        let wrapped = [
            "a.xlsx": workbook, "a.xlsx.gz": ContainerFiles.deflate(workbook, isGzip: true),
            "a.zip": ContainerFiles.zip([Member(name: "b.xlsx", bytes: workbook)]),
        ]
        let folder = try TemporaryFolder()
        for (name, bytes) in wrapped {
            let table = try #require(InputFile.tables(at: folder.write(bytes, as: name)).first)
            #expect(table.kind == .workbook)
            let archive = try table.openArchive()
            let entry = try #require(archive.entry(named: "xl/workbook.xml"))
            #expect(try archive.open(entry).readAll(upTo: 1 << 20) == ContainerZipTests.bytes)
        }
    }
}
