/// A gzip file of one or more members, inflated while it is read.
///
/// Where a fast inflater finds anything wrong, the file is read once more by the judge, which decides what is wrong and
/// where: so a damaged file is refused with the same words on every machine.
package final class GzipStream: ByteStream {
    private let store: ByteStore
    private let limit: ExpansionLimit
    private var members: GzipMembers
    private var isJudged: Bool
    private var delivered = 0

    /// - Parameter library: what inflates; by default the fastest there is.
    package convenience init(
        _ file: RegularFile, limit: ExpansionLimit = ExpansionLimit(), library: InflaterLibrary = .fastest
    ) {
        self.init(.file(file), limit: limit, library: library)
    }

    /// The members of a file, or of one already in memory.
    package init(_ store: ByteStore, limit: ExpansionLimit = ExpansionLimit(), library: InflaterLibrary = .fastest) {
        self.store = store
        self.limit = limit
        isJudged = library == .judge
        members = GzipMembers(store, limit: limit, library: library)
    }

    package var name: String { store.name }

    package var consumedFileBytes: Int { members.position }

    package func read(upTo limit: Int, appendingTo buffer: inout [UInt8]) throws(TabularError) -> Int {
        let before = buffer.count
        do throws(TabularError) {
            let count = try members.read(upTo: limit, appendingTo: &buffer)
            delivered += count
            return count
        } catch {
            guard !isJudged, !error.kind.isOfFileSystem else { throw error }
            buffer.removeLast(buffer.count - before)
            try startAgain()
            return try read(upTo: limit, appendingTo: &buffer)
        }
    }

    /// Lets the judge inflate what was delivered, and goes on with it.
    private func startAgain() throws(TabularError) {
        isJudged = true
        members = GzipMembers(store, limit: limit, library: .judge)
        var discarded: [UInt8] = []
        var left = delivered
        while left > 0 {
            discarded.removeAll(keepingCapacity: true)
            let count = try members.read(upTo: min(left, blockSize), appendingTo: &discarded)
            guard count > 0 else { throw TabularError(.corrupt, file: name, byteOffset: members.position) }
            left -= count
        }
    }
}

extension TabularError.Kind {
    /// The fault is the file system's, not the content's.
    fileprivate var isOfFileSystem: Bool {
        switch self {
        case .cannotOpen, .notRegularFile, .readFailed, .cutShort, .changedWhileRead: true
        default: false
        }
    }
}
