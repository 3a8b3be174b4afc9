import Pipeline
import Synchronization
import Testing

@Suite("Ordered window")
struct OrderedWindowTests {
    struct Broken: Error, Equatable {
        let piece: Int
    }

    /// Work of uneven length, so that results finish out of order.
    @Sendable private static func work(_ piece: Int) async throws -> Int {
        for _ in 0..<(piece % 7) * 50 { await Task.yield() }
        return piece * 2
    }

    @Test("results are taken in the order of the pieces, whatever the width", arguments: [1, 2, 7, 100])
    func order(width: Int) async throws {
        var pieces = (0..<200).makeIterator()
        var taken: [Int] = []
        try await OrderedWindow(width: width).run(
            next: { pieces.next() }, work: Self.work, take: { taken.append($0) })
        #expect(taken == (0..<200).map { $0 * 2 })
    }

    @Test(
        "no more pieces are worked on than the window is wide, and no more finished ones wait", arguments: [1, 3])
    func width(width: Int) async throws {
        let (inWork, mostInWork) = (Mutex(0), Mutex(0))
        var (underWay, mostUnderWay) = (0, 0)
        var pieces = (0..<100).makeIterator()
        try await OrderedWindow(width: width).run(
            next: { () -> Int? in
                guard let piece = pieces.next() else { return nil }
                underWay += 1
                mostUnderWay = max(mostUnderWay, underWay)
                return piece
            },
            work: { piece in
                let now = inWork.withLock { count in
                    count += 1
                    return count
                }
                mostInWork.withLock { $0 = max($0, now) }
                defer { inWork.withLock { $0 -= 1 } }
                return try await Self.work(piece)
            },
            take: { _ in underWay -= 1 })
        #expect(mostInWork.withLock { $0 } <= width)
        #expect(mostUnderWay <= 2 * width && mostUnderWay >= width)
    }

    @Test("of several errors that of the earliest piece is thrown, after the results before it", arguments: [1, 2, 7])
    func earliestError(width: Int) async throws {
        var pieces = (0..<50).makeIterator()
        var taken: [Int] = []
        await #expect(throws: Broken(piece: 20)) {
            try await OrderedWindow(width: width).run(
                next: { pieces.next() },
                work: { piece in
                    guard piece < 20 else { throw Broken(piece: piece) }
                    return try await Self.work(piece)
                },
                take: { taken.append($0) })
        }
        #expect(taken == (0..<20).map { $0 * 2 })
    }

    @Test("an error of the source comes after the pieces it gave before")
    func sourceError() async throws {
        var count = 0
        var taken: [Int] = []
        await #expect(throws: Broken(piece: 5)) {
            try await OrderedWindow(width: 4).run(
                next: { () -> Int? in
                    guard count < 5 else { throw Broken(piece: count) }
                    count += 1
                    return count
                },
                work: Self.work, take: { taken.append($0) })
        }
        #expect(taken == [2, 4, 6, 8, 10])
    }
}
