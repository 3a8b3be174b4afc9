/// A zip archive read strictly: whatever its two directories disagree on is an error, and nothing is ever written out
/// under a member's name.
package final class ZipArchive {
    /// The members in the order of the directory; folders are left out.
    package let entries: [ZipEntry]
    private let store: ByteStore
    private let limit: ExpansionLimit

    /// Opens the archive at `path`.
    package convenience init(
        path: String, name: String? = nil, limit: ExpansionLimit = ExpansionLimit()
    ) throws(TabularError) {
        try self.init(.file(RegularFile(path: path, name: name)), limit: limit)
    }

    /// Reads and checks the directory of an archive.
    package init(_ store: ByteStore, limit: ExpansionLimit = ExpansionLimit()) throws(TabularError) {
        self.store = store
        self.limit = limit
        entries = try ZipDirectory(store).entries()
    }

    /// Name for messages.
    package var name: String { store.name }

    /// The member of this name, compared exactly.
    package func entry(named name: String) -> ZipEntry? {
        entries.first { $0.name == name }
    }

    /// A stream of a member's bytes; `name` is what messages call it.
    package func open(_ entry: ZipEntry, name: String? = nil) -> any ByteStream {
        ZipMemberStream(entry, of: store, name: name ?? "\(store.name)!\(entry.name)", limit: limit)
    }
}
