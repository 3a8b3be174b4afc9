import Glibc
import Roster

/// Evidence written out together: sorted by person, then as it came in.
struct SpilledRun: Sendable {
    private let file: SpillFile
    /// Where the pieces of the first person of each block begin in the file, and where the last block ends.
    private var starts: [Int]
    private let origins: [RecordOrigin]
    private let people: Int

    /// People whose evidence is found together.
    private static let blockPeople = 64
    private static let bufferBytes = 1 << 20

    /// Writes `pieces` to the file from `start` on.
    /// - Parameter people: how many slots there are.
    init(_ pieces: [PlacedEvidence], people: Int, to file: SpillFile, from start: Int) throws {
        self.file = file
        self.people = people
        starts = []
        var writer = SpillWriter()
        var written = start
        for piece in pieces {
            let block = Int(piece.evidence.person.index) / SpilledRun.blockPeople
            while starts.count <= block { starts.append(written + writer.bytes.count) }
            writer.put(piece.part)
            writer.put(piece.evidence)
            guard writer.bytes.count >= SpilledRun.bufferBytes else { continue }
            try file.write(writer.bytes, at: written)
            written += writer.bytes.count
            writer.removeBytes()
        }
        try file.write(writer.bytes, at: written)
        written += writer.bytes.count
        while starts.count <= people / SpilledRun.blockPeople + 1 { starts.append(written) }
        origins = writer.origins
    }

    /// Where the run ends in the file.
    var end: Int { starts.last ?? 0 }

    /// The pieces of the people in `slots`, in order.
    func pieces(of slots: Range<Int>) throws -> [PlacedEvidence] {
        guard !slots.isEmpty else { return [] }
        let first = slots.lowerBound / SpilledRun.blockPeople
        let last = (slots.upperBound - 1) / SpilledRun.blockPeople
        let bytes = try file.bytes(starts[first]..<starts[last + 1])
        var reader = SpillReader(bytes[...], origins: origins)
        var pieces: [PlacedEvidence] = []
        do throws(SpillFault) {
            while !reader.isAtEnd {
                let piece = PlacedEvidence(part: try reader.next(), evidence: try reader.next())
                if slots.contains(Int(piece.evidence.person.index)) { pieces.append(piece) }
            }
        } catch {
            throw RunError.inputOutput(file.path, errno: EIO)
        }
        return pieces
    }
}

/// A piece of evidence and the part of the input that it came from.
struct PlacedEvidence: Sendable {
    /// Number of a reading of a table, in the order in which they began.
    let part: Int
    let evidence: Evidence
}
