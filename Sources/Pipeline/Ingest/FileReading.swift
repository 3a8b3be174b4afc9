package import Digest
import Roster
import Tabular

/// What one file of a source gave.
package struct FileOutcome: Sendable {
    package let item: InputItem
    /// `nil` where the pipeline switches input digests off.
    package let digest: ContentDigest?
    /// Name of an earlier file of the source with the same content; then nothing was read.
    package let sameAs: String?
    package var tables: [TableOutcome]
}

/// Reads the files of sources, several side by side, and takes what they give in the order of their names.
struct FileReading: Sendable {
    let definitions: [SourceName: SourceDefinition]
    var settings: ReadingSettings
    var digestsInputs: Bool

    /// Six more files are open than can be worked on at once, so that small ones need not wait for a large one to end. Each
    /// may hold a few pieces of `blockBytes`; how many are worked on at once is for the permits to say.
    private var files: OrderedWindow { OrderedWindow(width: settings.window.width + 6) }

    /// Reads `items` and hands each file's outcome to `take`, in the order given.
    func read(
        _ items: [InputItem], work: @escaping @Sendable (SourceDefinition) -> TableReading.Work,
        take: (FileOutcome) async throws -> Void
    ) async throws {
        let repeats = try repeatedFiles(among: items)
        var rest = items[...]
        try await files.run(
            next: { rest.popFirst() },
            work: { item in
                guard let source = definitions[item.source] else {
                    preconditionFailure("the inventory is made of the pipeline's sources")
                }
                return try await read(item, of: source, sameAs: repeats[item.name], work: work(source))
            },
            take: take)
    }

    private func read(
        _ item: InputItem, of source: SourceDefinition, sameAs: String?, work: TableReading.Work
    ) async throws -> FileOutcome {
        do {
            async let digest = digest(of: item)
            let tables = sameAs == nil ? try await tables(of: item, from: source, work: work) : []
            let outcome = FileOutcome(item: item, digest: try await digest, sameAs: sameAs, tables: tables)
            if try item.hasChanged() { throw item.changing() }
            return outcome
        } catch let error as TabularError {
            // A file that is still being copied looks damaged.
            if try item.hasChanged() { throw item.changing() }
            throw error
        }
    }

    private func tables(
        of item: InputItem, from source: SourceDefinition, work: TableReading.Work
    ) async throws -> [TableOutcome] {
        let reading = TableReading(source: source, settings: settings, file: item.name)
        var outcomes: [TableOutcome] = []
        for table in try InputFile.tables(at: item.path, limit: settings.limits.expansion) {
            let name = table.member.map { "\(item.name)!\($0)" } ?? item.name
            outcomes += try await reading.read(table, name: name, work: work)
        }
        return outcomes
    }

    private func digest(of item: InputItem) async throws -> ContentDigest? {
        guard digestsInputs else { return nil }
        return try await settings.permits.withPermit { try FileDigest.of(item.path, name: item.name) }
    }

    /// Files whose content an earlier file of their source has too, by name. Only files of equal size are looked into.
    func repeatedFiles(among items: [InputItem]) throws -> [String: String] {
        guard digestsInputs else { return [:] }
        var repeats: [String: String] = [:]
        for (_, files) in Dictionary(grouping: items, by: { "\($0.source):\($0.size)" }) where files.count > 1 {
            var seen: [ContentDigest: String] = [:]
            for file in files {
                let digest = try FileDigest.of(file.path, name: file.name)
                if let first = seen[digest] { repeats[file.name] = first } else { seen[digest] = file.name }
            }
        }
        return repeats
    }
}
