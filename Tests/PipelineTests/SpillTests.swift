import Foundation
import Glibc
import Roster
import Testing

@testable import Pipeline

/// Evidence written to a scratch file and read back.
@Suite("Spilled evidence")
struct SpillTests {
    static let kinds = 15

    @Test("evidence of every kind reads back as it was written", arguments: 1...20)
    func roundTrip(seed: Int) throws {
        var random = SeededEvidence(seed: UInt64(seed))
        let pieces = (0..<SpillTests.kinds * 20).map { random.evidence(kind: $0 % SpillTests.kinds, people: 1_000_000) }
        #expect(Set(pieces.map(\.observation.kind)).count == SpillTests.kinds)
        var writer = SpillWriter()
        for piece in pieces { writer.put(piece) }
        var reader = SpillReader(writer.bytes[...], origins: writer.origins)
        for piece in pieces { #expect(try reader.next() == piece, "seed \(seed)") }
        #expect(reader.isAtEnd)
        #expect(writer.origins.count == SeededEvidence.origins.count)
    }

    @Test("numbers of any size keep their value", arguments: [0, 1, -1, 63, 64, -64, -65, Int.max, Int.min])
    func numbers(number: Int) throws {
        var writer = SpillWriter()
        writer.put(number)
        var reader = SpillReader(writer.bytes[...], origins: [])
        #expect(try reader.next() == number)
    }

    @Test("bytes cut anywhere are a fault, not a crash")
    func cut() {
        var random = SeededEvidence(seed: 7)
        for kind in 0..<SpillTests.kinds {
            var writer = SpillWriter()
            writer.put(random.evidence(kind: kind, people: 300))
            for count in 0..<writer.bytes.count {
                var reader = SpillReader(writer.bytes[..<count], origins: writer.origins)
                #expect(throws: SpillFault.self) { let _: Evidence = try reader.next() }
            }
        }
    }

    @Test(
        "everybody's evidence is the same whatever is spilled, and no file stays", arguments: [0, 3_000, 40_000, .max])
    func store(budget: Int) async throws {
        let (people, folder) = (700, try ScratchFolder())
        let names = ["a", "b", "c"]
        let items = names.map { InputItem(source: SourceName($0), name: $0, path: $0, size: 0, modified: 0) }
        let store = EvidenceStore(people: people, budget: budget, items: items, folder: folder.path)
        var random = SeededEvidence(seed: 11)
        var parts: [EvidencePart] = []
        for name in ["c", "a", "b"] { parts.append(await store.begin(file: name)) }
        let misread = await store.begin(file: "b")
        var expected: [[Evidence]] = [[], [], []]
        for batch in 0..<60 {
            var yield = BatchYield()
            yield.evidence = Chunked((0..<20).map { random.evidence(kind: $0 % SpillTests.kinds, people: people) })
            if batch % 4 == 3 {
                try await misread.take(from: &yield)
            } else {
                expected[[2, 0, 1][batch % 4]] += yield.evidence
                try await parts[batch % 4].take(from: &yield)
            }
            #expect(yield.evidence.isEmpty)
        }
        await misread.discard()
        let files = SpillTests.files(linked: expected.flatMap { $0 })
        let spilled = MonthEvidence(Chunked(), slots: 0..<0, files: files, runs: await store.finish())
        #expect(budget == .max ? spilled.spillCount == 0 : spilled.spillCount > 5)
        let whole = MonthEvidence(Chunked(expected.flatMap { $0 }), slots: 0..<people, files: files)
        for start in stride(from: 0, to: people, by: 123) {
            let slots = start..<min(start + 123, people)
            let part = try spilled.of(slots: slots)
            for slot in slots { #expect(part.of(slot) == whole.of(slot), "slot \(slot)") }
        }
        #expect(try spilled.links(leavingOut: [0, 5, 699]) == whole.links(leavingOut: [0, 5, 699]))
        #expect(try spilled.links(leavingOut: [0, 5, 699]) != whole.links(leavingOut: []))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    /// A file a source, with the links counted that its evidence came by.
    private static func files(linked evidence: [Evidence]) -> [FileOutcome] {
        Dictionary(grouping: evidence, by: \.reference.source).map { source, pieces in
            var yield = BatchYield()
            for piece in pieces { yield.links[piece.grade, default: 0] += 1 }
            let table = TableOutcome(name: "a", encoding: "UTF-8", header: [], missingHeadings: [], yield: yield)
            let item = InputItem(source: source, name: "a", path: "a", size: 0, modified: 0)
            return FileOutcome(item: item, digest: nil, sameAs: nil, tables: [table])
        }
    }

    @Test("a scratch file that can't be made is exit 73, one that can't be written exit 74")
    func faults() async throws {
        let error = await #expect(throws: RunError.self) { try await spill(in: "/nowhere/at/all") }
        #expect(error?.kind == .cannotCreate)
        let file = try SpillFile(in: NSTemporaryDirectory())
        let write = #expect(throws: RunError.self) { try file.write([1], at: -1) }
        #expect(write?.kind == .inputOutput)
        let read = #expect(throws: RunError.self) { _ = try file.bytes(0..<1) }
        #expect(read?.kind == .inputOutput)
    }

    private func spill(in folder: String) async throws {
        let store = EvidenceStore(people: 10, budget: 0, items: [], folder: folder)
        var random = SeededEvidence(seed: 1)
        var yield = BatchYield()
        yield.evidence = Chunked([random.evidence(kind: 0, people: 10)])
        try await store.begin(file: "a").take(from: &yield)
    }
}

/// A folder that is removed with the object.
private final class ScratchFolder {
    let path = NSTemporaryDirectory() + "/spill-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print(error) }
    }
}
