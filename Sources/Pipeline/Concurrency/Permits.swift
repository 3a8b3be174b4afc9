/// A fixed number of permits to use a processor, shared by all files that are read side by side.
package actor Permits {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(count: Int) {
        free = max(1, count)
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func give() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    /// Runs `body` while holding a permit, in the caller's isolation. It must not ask for another one.
    package nonisolated(nonsending) func withPermit<Value>(_ body: () throws -> Value) async throws -> Value {
        await take()
        do {
            let value = try body()
            await give()
            return value
        } catch {
            await give()
            throw error
        }
    }
}
