import Foundation

/// Waits until files have come to rest, so that one still being copied is not read.
package struct Settling: Sendable {
    /// A file whose last change is at least this long ago is taken at once, in seconds.
    package let quietSeconds: Int
    /// How long a fresher file is watched, in seconds.
    package let watchSeconds: Int

    package init(quietSeconds: Int, watchSeconds: Int) {
        self.quietSeconds = quietSeconds
        self.watchSeconds = watchSeconds
    }

    /// Returns when no file is in motion; throws exit 75 naming the first that is. A file beside which `NAME.done`
    /// stands is taken as complete. This can delay or refuse a run, never change what it writes.
    package func wait(for items: [InputItem]) async throws {
        let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
        let quiet = Int64(quietSeconds) * 1_000_000_000
        let fresh = items.filter { item in
            now - item.modified < quiet && !FileManager.default.fileExists(atPath: item.path + ".done")
        }
        guard !fresh.isEmpty else { return }
        try await Task.sleep(for: .seconds(watchSeconds))
        for item in fresh where try item.hasChanged() { throw item.changing() }
    }
}
