/// The events of one piece while the parser gives them: memory that grows by itself and is written without checks of
/// who else holds it. Millions of calls end here.
@safe
struct XMLEventBuffer: ~Copyable {
    private var list: UnsafeMutablePointer<XMLEvent>
    private var listCapacity = 4_096
    private(set) var count = 0
    private var text: UnsafeMutablePointer<UInt8>
    private var textCapacity = 1 << 16
    private(set) var textCount = 0

    init() {
        unsafe list = .allocate(capacity: listCapacity)
        unsafe text = .allocate(capacity: textCapacity)
    }

    deinit {
        unsafe list.deallocate()
        unsafe text.deallocate()
    }

    /// Appends an event without a value.
    @inline(__always)
    mutating func append(_ kind: XMLEvent.Kind, name: Int32, offset: Int) {
        let place = UInt32(truncatingIfNeeded: textCount)
        append(XMLEvent(kind: kind, name: name, start: place, end: place, offset: offset))
    }

    /// Appends an event with a value; text goes on with the text before it.
    @inline(__always)
    mutating func append(_ kind: XMLEvent.Kind, name: Int32, value: UnsafeBufferPointer<UInt8>) {
        let start = UInt32(truncatingIfNeeded: textCount)
        unsafe append(value)
        let end = UInt32(truncatingIfNeeded: textCount)
        if kind == .text, count > 0, unsafe list[count - 1].kind == .text {
            unsafe list[count - 1].end = end
        } else {
            append(XMLEvent(kind: kind, name: name, start: start, end: end, offset: 0))
        }
    }

    /// Makes one event of a start and the text behind it, if these are the last two.
    @inline(__always)
    mutating func joinLeaf() -> Bool {
        guard count >= 2, unsafe list[count - 1].kind == .text, unsafe list[count - 2].kind == .start else {
            return false
        }
        let text = unsafe list[count - 1]
        count &-= 1
        unsafe list[count - 1] = XMLEvent(kind: .leaf, name: text.name, start: text.start, end: text.end, offset: 0)
        return true
    }

    /// Moves all events into `events`, in place of those there.
    mutating func move(to events: inout XMLEvents) {
        events.removeAll()
        unsafe events.list.append(contentsOf: UnsafeBufferPointer(start: list, count: count))
        unsafe events.text.append(contentsOf: UnsafeBufferPointer(start: text, count: textCount))
        (count, textCount) = (0, 0)
    }

    @inline(__always)
    private mutating func append(_ event: XMLEvent) {
        if count == listCapacity { growList() }
        unsafe (list + count).initialize(to: event)
        count &+= 1
    }

    @inline(__always)
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        if textCapacity &- textCount < bytes.count { growText(by: bytes.count) }
        unsafe (text + textCount).update(from: base, count: bytes.count)
        textCount &+= bytes.count
    }

    private mutating func growList() {
        let larger = UnsafeMutablePointer<XMLEvent>.allocate(capacity: listCapacity * 2)
        unsafe larger.moveInitialize(from: list, count: count)
        unsafe list.deallocate()
        unsafe list = unsafe larger
        listCapacity *= 2
    }

    private mutating func growText(by more: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: textCapacity * 2 + more)
        unsafe larger.moveInitialize(from: text, count: textCount)
        unsafe text.deallocate()
        unsafe text = unsafe larger
        textCapacity = textCapacity * 2 + more
    }
}
