@testable import Tabular

extension FuzzTarget {
    /// Archives: what their two directories say, and the members' bytes.
    static let archives = FuzzTarget(
        "zip", maximumLength: 8_192, prefix: [40],
        parserFiles: [
            "Containers/ZipArchive.swift", "Containers/ZipDirectory.swift", "Containers/ZipLocalHeader.swift",
            "Containers/ZipMemberHeader.swift", "Containers/ZipMemberStream.swift",
            "Containers/LittleEndianReader.swift",
        ],
        seeds: ZipSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let block = 1 + input.choice() * 8
        let bytes = input.bytes
        guard let archive = ZipSeeds.open(bytes) else { return }
        try expectEqual(Set(archive.entries.map(\.name)).count, archive.entries.count, "names are unique")
        var end = 0
        for entry in archive.entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
            let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
            try expect(!parts.contains("..") && parts.first?.isEmpty == false, "names stay inside: \(entry.name)")
            try expect(entry.headerOffset >= end && entry.dataOffset >= entry.headerOffset + 30, "members stand apart")
            end = entry.dataOffset + entry.compressedSize
            try expect(end <= bytes.count, "members lie inside the file")
            guard let content = ZipSeeds.read(entry, of: archive, block: block) else { continue }
            try expectEqual(content.count, entry.size, "a member has its size")
        }
    }
}

/// What the target of archives begins with.
enum ZipSeeds {
    private static let limit = ExpansionLimit(ratio: 100, grace: 10_000, total: 200_000)

    static let all: [[UInt8]] = {
        let text = Array("姓名,证件号码\n王小明,440201199001011234\n".utf8)
        let one = ContainerFiles.Member(name: "表/a.csv", bytes: text)
        let stored = ContainerFiles.Member(name: "b.csv", bytes: text, method: 0, flags: 0x0800)
        let described = ContainerFiles.Member(name: "c.csv", bytes: text, hasDescriptor: true)
        let wide = ContainerFiles.Member(name: "d.csv", bytes: text, isWide: true)
        let folder = ContainerFiles.Member(name: "e/", bytes: [], method: 0)
        let archives = [
            ContainerFiles.zip([one]), ContainerFiles.zip([stored, folder]), ContainerFiles.zip([described, one]),
            ContainerFiles.zip([wide], isWide: true), ContainerFiles.zip([one], comment: Array("注".utf8)),
            ContainerFiles.zip([]),
        ]
        return archives.map { [40] + $0 }
    }()

    static func open(_ bytes: [UInt8]) -> ZipArchive? {
        do throws(TabularError) {
            return try ZipArchive(.memory(bytes, name: "input"), limit: limit)
        } catch {
            return nil
        }
    }

    /// The bytes of a member, or `nil` if they are refused.
    static func read(_ entry: ZipEntry, of archive: ZipArchive, block: Int) -> [UInt8]? {
        let stream = archive.open(entry)
        var bytes: [UInt8] = []
        do throws(TabularError) {
            while try stream.read(upTo: block, appendingTo: &bytes) > 0 {}
            return bytes
        } catch {
            return nil
        }
    }
}
