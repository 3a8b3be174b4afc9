/// Turns names that libxml2 has interned into small numbers.
///
/// The library keeps one copy of each name for as long as its context lives, so the address says which name it is: a
/// table by address answers nearly always, and the bytes are compared only when an address is met for the first time.
struct XMLNameTable {
    private let numbers: [String: Int32]
    private var addresses: [UInt]
    private var found: [Int32]
    private var count = 0
    private let maximumBytes: Int
    private static let capacity = 2_048

    /// - Parameter names: the names asked for; their places are their numbers.
    init(names: [String], maximumBytes: Int) {
        numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, Int32($0.offset)) })
        addresses = Array(repeating: 0, count: Self.capacity)
        found = Array(repeating: XMLEvent.otherName, count: Self.capacity)
        self.maximumBytes = maximumBytes
    }

    /// The number of the name at an address of the library's dictionary; `nil` if the name is too long.
    @inline(__always)
    mutating func number(at name: UnsafePointer<UInt8>) -> Int32? {
        let address = UInt(bitPattern: name)
        var slot = Self.slot(of: address)
        while addresses[slot] != 0 {
            if addresses[slot] == address { return found[slot] }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        return unsafe add(name, address: address)
    }

    private mutating func add(_ name: UnsafePointer<UInt8>, address: UInt) -> Int32? {
        let text = unsafe String(cString: name)
        guard text.utf8.count <= maximumBytes else { return nil }
        if count >= Self.capacity / 2 { forget() }
        var slot = Self.slot(of: address)
        while addresses[slot] != 0 { slot = (slot + 1) & (Self.capacity - 1) }
        addresses[slot] = address
        found[slot] = numbers[text] ?? XMLEvent.otherName
        count += 1
        return found[slot]
    }

    private mutating func forget() {
        for slot in addresses.indices { addresses[slot] = 0 }
        count = 0
    }

    private static func slot(of address: UInt) -> Int {
        Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 53)
    }
}
