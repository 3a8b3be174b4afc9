import Reports

/// The projections of a month while they are written.
final class ProjectionFiles {
    /// A file that is taken out when it is finished.
    private final class Slot {
        var file: ProjectionFile?

        init(_ file: consuming ProjectionFile) {
            self.file = consume file
        }
    }

    private let slots: [Slot]

    /// Creates the files below `folder`.
    init(in folder: String, _ projections: [LedgerProjection]) throws {
        slots = try projections.map { projection in
            let path = "\(folder)/\(projection.file)"
            let parent = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
            try Folder.createIfAbsent(parent)
            return Slot(try ProjectionFile(creating: path, projection: projection))
        }
    }

    /// Takes the next people: a batch a file.
    func append(_ batches: [ProjectedBatch]) throws {
        for (slot, batch) in zip(slots, batches) { try slot.file?.append(batch) }
    }

    /// Writes what is left and closes the files.
    func finish() throws {
        for slot in slots { try slot.file.take()?.finish() }
    }
}
