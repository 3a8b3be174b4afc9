/// The bounds of fields while a piece is split: an array that grows by itself and is appended to without checks.
@safe
struct FieldStore: ~Copyable {
    private var base: UnsafeMutablePointer<RowBatch.FieldBounds>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 128)
        unsafe base = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// Makes room for `count` more.
    @inline(__always)
    mutating func reserve(_ count: Int) {
        if self.count &+ count > capacity { grow(by: count) }
    }

    /// Appends the bounds of a field; room has been made before.
    @inline(__always)
    mutating func appendReserved(_ start: Int, _ end: Int) {
        unsafe (base + count).initialize(
            to: RowBatch.FieldBounds(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end)))
        count &+= 1
    }

    /// Appends the bounds of a field.
    mutating func append(_ bounds: RowBatch.FieldBounds) {
        reserve(1)
        unsafe (base + count).initialize(to: bounds)
        count &+= 1
    }

    /// Forgets all from `count` on.
    @inline(__always)
    mutating func truncate(to count: Int) {
        self.count = count
    }

    subscript(index: Int) -> RowBatch.FieldBounds {
        precondition(index < count)
        return unsafe base[index]
    }

    /// A copy as an array.
    func array() -> [RowBatch.FieldBounds] {
        unsafe Array(UnsafeBufferPointer(start: base, count: count))
    }

    private mutating func grow(by more: Int) {
        let larger = UnsafeMutablePointer<RowBatch.FieldBounds>.allocate(capacity: capacity * 2 + more)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = unsafe larger
        capacity = capacity * 2 + more
    }
}
