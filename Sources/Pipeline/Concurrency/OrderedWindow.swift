/// Work on a sequence of pieces by several threads, with results taken in the order of the pieces.
///
/// At most `width` pieces are in work, and at most as many finished ones wait to be taken, so that no worker stands still
/// because the piece before its own takes longer. The next piece is asked for when there is room.
/// That bounds memory, and it is the back-pressure. What is done with the results can't depend on timing, because they
/// come in input order; neither can errors: the one of the earliest piece is thrown.
package struct OrderedWindow: Sendable {
    /// How many pieces may be under way.
    package let width: Int

    package init(width: Int) {
        self.width = max(1, width)
    }

    /// A window with room for one piece more: it can be read or inflated while as many as before are worked on. How many
    /// processors are busy is for `Permits` to say.
    package var readingAhead: OrderedWindow { OrderedWindow(width: width + 1) }

    /// Runs `work` on every piece that `next` gives until it gives `nil`, and hands each result to `take`, in order.
    ///
    /// `next` and `take` are called one at a time by the caller's task. If `next` throws, the pieces it gave before are
    /// finished and taken first.
    package func run<Piece: Sendable, Result: Sendable>(
        next: () async throws -> Piece?,
        work: @escaping @Sendable (Piece) async throws -> Result,
        take: (Result) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Swift.Result<Result, any Error>).self) { group in
            var waiting: [Int: Swift.Result<Result, any Error>] = [:]
            var (started, finished, taken) = (0, 0, 0)
            var sourceError: (any Error)?
            var isAtEnd = false
            while true {
                while !isAtEnd, started - finished < width, started - taken < 2 * width {
                    try Task.checkCancellation()
                    do {
                        guard let piece = try await next() else {
                            isAtEnd = true
                            break
                        }
                        let number = started
                        started += 1
                        group.addTask { (number, await Swift.Result.of { try await work(piece) }) }
                    } catch {
                        (isAtEnd, sourceError) = (true, error)
                    }
                }
                if let result = waiting.removeValue(forKey: taken) {
                    taken += 1
                    try await take(result.get())
                    continue
                }
                guard finished < started, let (number, result) = try await group.next() else { break }
                finished += 1
                waiting[number] = result
            }
            if let sourceError { throw sourceError }
        }
    }
}

extension Result where Failure == any Error {
    fileprivate static func of(_ body: () async throws -> Success) async -> Self {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
