/// A good row that the index may know.
struct Candidate {
    let start: Int
    let end: Int
    /// Ordinal of the row in its piece, from 0.
    let number: Int
    let line: Int
}

/// The last few candidates with their keys, in the order of rows: as many as there must be rows between `expect` and
/// `keeps` for a fetch from memory to be over.
@safe
struct CandidateQueue: ~Copyable {
    private static let capacity = 16
    private let base: UnsafeMutablePointer<(candidate: Candidate, key: UInt64)>
    private var first = 0
    private var count = 0

    init() {
        unsafe base = .allocate(capacity: CandidateQueue.capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    var isEmpty: Bool { count == 0 }
    var isFull: Bool { count == CandidateQueue.capacity }

    @inline(__always)
    mutating func append(_ candidate: Candidate, _ key: UInt64) {
        precondition(!isFull)
        let place = (first &+ count) & (CandidateQueue.capacity &- 1)
        unsafe (base + place).initialize(to: (candidate, key))
        count &+= 1
    }

    @inline(__always)
    mutating func removeFirst() -> (candidate: Candidate, key: UInt64) {
        precondition(!isEmpty)
        let place = first
        first = (first &+ 1) & (CandidateQueue.capacity &- 1)
        count &-= 1
        return unsafe base[place]
    }
}
