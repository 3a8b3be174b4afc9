/// A table that a file holds, or one of several: how it is called and how its bytes are had.
package struct TableSource: Hashable, Sendable {
    /// Path of the file on the disk.
    package let path: String
    /// Name of the member, if the file is a zip archive.
    package let member: String?
    /// The file's name, or `archive.zip!member`.
    package let name: String
    package let kind: Kind
    /// How far it may grow when it is inflated.
    package let limit: ExpansionLimit
    private let container: Container

    /// What the table is written in.
    package enum Kind: String, Hashable, Sendable {
        case delimited, xml, workbook
    }

    /// What is around it.
    private enum Container: Hashable, Sendable {
        case none, gzip, zip
    }

    /// A table alone in its file, gzipped or not.
    init(path: String, isGzip: Bool, kind: Kind, limit: ExpansionLimit) {
        (self.path, self.kind, self.limit, member) = (path, kind, limit, nil)
        name = RegularFile.lastComponent(of: path)
        container = isGzip ? .gzip : .none
    }

    /// A member of a zip archive.
    init(path: String, member: String, kind: Kind, limit: ExpansionLimit) {
        (self.path, self.kind, self.limit, self.member) = (path, kind, limit, member)
        name = "\(RegularFile.lastComponent(of: path))!\(member)"
        container = .zip
    }

    /// The table's bytes from the start, compression undone.
    package func open() throws(TabularError) -> any ByteStream {
        switch container {
        case .none: return FileStream(try RegularFile(path: path))
        case .gzip: return GzipStream(try RegularFile(path: path), limit: limit)
        case .zip:
            let archive = try ZipArchive(path: path, limit: limit)
            guard let member, let entry = archive.entry(named: member) else {
                throw TabularError(.noSuchMember, file: name)
            }
            return archive.open(entry, name: name)
        }
    }

    /// A workbook's own archive. A workbook inside another container is first read into memory, up to `memoryLimit`
    /// bytes.
    package func openArchive(memoryLimit: Int = 256 << 20) throws(TabularError) -> ZipArchive {
        if container == .none { return try ZipArchive(path: path, limit: limit) }
        let bytes = try open().readAll(upTo: memoryLimit)
        return try ZipArchive(.memory(bytes, name: name), limit: limit)
    }
}
