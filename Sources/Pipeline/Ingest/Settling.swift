import Foundation

/// Waits until files have come to rest, so that one still being copied is not read.
package struct Settling: Sendable {
    private let settling: FileSettling

    package init(_ settling: FileSettling) {
        self.settling = settling
    }

    /// Returns when no file is in motion; throws exit 75 naming the first that is. A file beside which `NAME.done`
    /// stands is taken as complete. This can delay or refuse a run, never change what it writes.
    package func wait(for items: [InputItem]) async throws {
        let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
        let quiet = Int64(settling.quietMilliseconds) * 1_000_000
        let fresh = items.filter { item in
            now - item.modified < quiet && !FileManager.default.fileExists(atPath: item.path + settling.doneSuffix)
        }
        guard !fresh.isEmpty else { return }
        try await Task.sleep(for: .milliseconds(settling.watchMilliseconds))
        for item in fresh where try item.hasChanged() { throw item.changing() }
    }
}
