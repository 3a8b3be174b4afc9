/// Places in a text, overwritten line by line: room that grows by itself and is written without checks.
@safe
struct PlaceBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt32>
    private var capacity = 256

    init() {
        unsafe base = .allocate(capacity: capacity)
        unsafe base.initialize(repeating: 0, count: capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// Makes room for `count` places.
    @inline(__always)
    mutating func reserve(_ count: Int) {
        if count > capacity { grow(to: count) }
    }

    /// Writes a place; room has been made before.
    @inline(__always)
    func set(_ index: Int, _ place: Int) {
        assert(index < capacity)
        unsafe base[index] = UInt32(truncatingIfNeeded: place)
    }

    @inline(__always)
    subscript(index: Int) -> Int {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: capacity))
        return unsafe Int(base[index])
    }

    private mutating func grow(to count: Int) {
        let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: count * 2)
        unsafe larger.initialize(repeating: 0, count: count * 2)
        unsafe larger.update(from: base, count: capacity)
        unsafe base.deallocate()
        unsafe base = unsafe larger
        capacity = count * 2
    }
}
