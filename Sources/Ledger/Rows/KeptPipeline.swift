import Digest
package import Roster

/// A pipeline file with the files it names, as a revision keeps it.
package struct KeptPipeline: Hashable, Sendable {
    package var text: String
    package var files: [KeptFile]

    /// Over the text and each file's name and text. Of a pipeline without files, the digest of its text.
    var digest: ContentDigest {
        guard !files.isEmpty else { return ContentDigest(of: text) }
        var parts = DigestParts("taizhang pipeline")
        parts.add("text", text)
        for file in files {
            parts.add("name", file.name)
            parts.add("path", file.path)
            parts.add("file", file.text)
        }
        return parts.finalize()
    }

    /// Keeps the pipeline, if it is not kept yet, and gives its key.
    func store(in session: Session) throws -> Cell {
        let digest = Cell.text(digest.description)
        let query = "SELECT id FROM pipelines WHERE digest = ?"
        if let key = try session.first(query, [digest], { $0.integer(0) }) { return .integer(key) }
        try session.execute("INSERT INTO pipelines (digest, text) VALUES (?, ?)", [digest, .text(text)])
        let key = Cell.integer(session.lastInsertedRow)
        for file in files {
            try session.execute(
                "INSERT INTO pipeline_files (pipeline, name, path, text) VALUES (?, ?, ?, ?)",
                [key, .text(file.name), .text(file.path), .text(file.text)])
        }
        return key
    }

    /// The pipeline of a key.
    init?(_ key: Cell, in session: Session) throws {
        let query = "SELECT text FROM pipelines WHERE id = ?"
        guard let text = try session.first(query, [key], { $0.text(0) }) else { return nil }
        self.text = text
        files = try session.all(
            "SELECT name, path, text FROM pipeline_files WHERE pipeline = ? ORDER BY name, path", [key]
        ) { KeptFile(name: $0.text(0), path: $0.text(1), text: $0.text(2)) }
    }

    package init(text: String, files: [KeptFile] = []) {
        self.text = text
        self.files = files.sorted { left, right in
            left.name == right.name
                ? precedesBytewise(left.path, right.path) : precedesBytewise(left.name, right.name)
        }
    }
}

extension Ledger {
    /// A revision with its pipeline and its manifest. Throws `noSuchMonth`.
    package func version(
        of month: Month, revision: Int? = nil
    ) throws -> (revision: Revision, pipeline: KeptPipeline, manifest: String) {
        let found = try connection.read { try Revision.find(month, revision, in: $0) }
        guard let found, let pipeline = try pipeline(of: month, revision: found.revision.number) else {
            throw LedgerError(.noSuchMonth, path: path, detail: "\(month)" + (revision.map { " r\($0)" } ?? ""))
        }
        return (found.revision, pipeline, found.manifest)
    }

    /// The pipeline kept with a month's current revision, or with another; `nil` if there is no such revision.
    package func pipeline(of month: Month, revision: Int? = nil) throws -> KeptPipeline? {
        try connection.read { session in
            let key = try session.first(
                """
                SELECT v.pipeline FROM revisions v JOIN months m ON m.month = v.month
                WHERE v.month = ?1 AND CASE WHEN ?2 IS NULL THEN v.id = m.revision ELSE v.number = ?2 END
                """, [Cell(month.index), Cell(revision)]
            ) { Cell.integer($0.integer(0)) }
            return try key.flatMap { try KeptPipeline($0, in: session) }
        }
    }
}
