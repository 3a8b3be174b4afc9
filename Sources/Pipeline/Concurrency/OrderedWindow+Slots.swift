extension OrderedWindow {
    /// People whose evidence is looked at together.
    static let slotsTogether = 2_000

    /// Works on slots from 0 to `count`, so many together, and gives what comes of them to `take`, in order.
    func runSlots<Result: Sendable>(
        _ count: Int, work: @escaping @Sendable (Range<Int>) async throws -> Result,
        take: (Result) async throws -> Void
    ) async throws {
        var start = 0
        try await run(
            next: { () -> Range<Int>? in
                guard start < count else { return nil }
                let slots = start..<min(start + OrderedWindow.slotsTogether, count)
                start = slots.upperBound
                return slots
            }, work: work, take: take)
    }
}
