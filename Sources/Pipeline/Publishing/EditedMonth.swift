import Digest
import Foundation

/// What people changed in a published month since it was published: their work is kept when the month is run again.
struct EditedMonth {
    private let folder: String

    /// The month published in `folder`.
    init(in folder: String) {
        self.folder = folder
    }

    /// Names of files that were added or changed, sorted bytewise. A folder without a manifest that can be
    /// read counts as changed throughout.
    func changedFiles() throws -> [String] {
        let names = try Folder.files(below: folder).filter { $0 != "manifest.json" }
        guard let manifest = Manifest.published(in: folder) else { return names }
        let published = Dictionary(manifest.outputs.map { ($0.name, $0) }) { first, _ in first }
        return try names.filter { name in
            guard let output = published[name] else { return true }
            let path = "\(folder)/\(name)"
            guard try FileStatus(of: path).size == output.bytes else { return true }
            return try FileDigest.of(path, name: name).description != output.sha256
        }
    }
}
