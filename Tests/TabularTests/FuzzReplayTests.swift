import Foundation
import Testing

@testable import Tabular

/// What the fuzzer has found, and what it begins with, once more without it.
struct FuzzReplayTests {
    /// The folder of a target's kept finds, one a file, named by what was wrong.
    private static func finds(of target: FuzzTarget) throws -> [URL] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "fixtures/fuzz/\(target.name)")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }

    @Test("no find comes back", arguments: FuzzTarget.all.map(\.name))
    func finds(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        for find in try Self.finds(of: target) {
            let violation = target.check(Array(try Data(contentsOf: find)))
            #expect(violation == nil, "\(find.lastPathComponent)")
        }
    }

    @Test("every seed is read as promised", arguments: FuzzTarget.all.map(\.name))
    func seeds(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        #expect(!target.seeds.isEmpty)
        for (number, seed) in target.seeds.enumerated() {
            #expect(target.check(seed) == nil, "seed \(number)")
        }
    }

    @Test("every find belongs to a target")
    func folders() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "fixtures/fuzz").path)
        #expect(Set(folders).isSubset(of: FuzzTarget.all.map(\.name)))
        #expect(!folders.isEmpty)
    }
}
