import CScan

/// Keeps of the good rows of a text table those whose key an index may know; the others are counted and forgotten while
/// they are split, before anything is stored of them.
///
/// A row stays if the field holds a key of the index, or anything that is neither empty nor 18 plain characters of a key
/// and has to be read with more care. It says what `probe` says of a row that was stored.
package struct KeySieve: Sendable {
    /// Index of the field in the row.
    package let column: Int
    package let index: KeyIndex
    /// What stays besides.
    package let kept: UnsureKeys

    package init(column: Int, index: KeyIndex, keeping kept: UnsureKeys = []) {
        self.column = column
        self.index = index
        self.kept = kept
    }
}

/// Fields that hold no key of an index, and whose rows may be wanted all the same.
package struct UnsureKeys: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Keys that fail their check character: they may be keys of the index with a slip in them.
    package static let damaged = UnsureKeys(rawValue: 1)
    /// Empty fields.
    package static let missing = UnsureKeys(rawValue: 2)
}

/// A sieve while a piece is split: the tables of its index by pointer, which must not outlive it.
@safe
struct OpenSieve {
    let column: Int
    private let keys: UnsafePointer<UInt64>
    private let keyMask: Int
    private let filter: UnsafePointer<UInt64>
    private let filterMask: Int
    private let keepsDamaged: Bool
    private let keepsMissing: Bool

    init(
        column: Int, keys: UnsafeBufferPointer<UInt64>, filter: UnsafeBufferPointer<UInt64>, keeping kept: UnsureKeys
    ) {
        guard let keyBase = keys.baseAddress, let filterBase = filter.baseAddress else {
            preconditionFailure("an index has tables")
        }
        self.column = column
        unsafe (self.keys, self.filter) = unsafe (keyBase, filterBase)
        (keyMask, filterMask) = (keys.count - 1, filter.count - 1)
        keepsDamaged = kept.contains(.damaged)
        keepsMissing = kept.contains(.missing)
    }

    /// What a field says of its row.
    enum Reading {
        /// Nothing: the row is nobody's.
        case empty
        /// A key that the index may hold.
        case key(UInt64)
        /// Something that has to be read with more care: the row stays.
        case unfolded
    }

    /// Reads the field of a key.
    @inline(__always)
    func key(_ text: ScannedText, _ field: Range<Int>) -> Reading {
        guard field.count == 18 else { return field.isEmpty && !keepsMissing ? .empty : .unfolded }
        return text.digitKey(at: field.lowerBound).map(Reading.key) ?? .unfolded
    }

    /// Whether a row with this field stays.
    @inline(__always)
    func keeps(_ text: ScannedText, _ field: Range<Int>) -> Bool {
        switch key(text, field) {
        case .empty: false
        case .key(let key): keeps(key)
        case .unfolded: true
        }
    }

    /// Has the processor fetch what `keeps` will look at first.
    @inline(__always)
    func expect(_ key: UInt64) {
        let word = Int(truncatingIfNeeded: KeyIndex.filterBit(of: key) &>> 6) & filterMask
        unsafe scan_prefetch(filter + word)
    }

    /// Whether a row with this key stays.
    @inline(__always)
    func keeps(_ key: UInt64) -> Bool {
        holds(key) || keepsDamaged && !DigitKey.hasRightCheck(key)
    }

    /// Whether the index holds a key.
    @inline(__always)
    private func holds(_ key: UInt64) -> Bool {
        let bit = KeyIndex.filterBit(of: key)
        guard unsafe filter[Int(truncatingIfNeeded: bit &>> 6) & filterMask] &>> (bit & 63) & 1 != 0 else {
            return false
        }
        return isInTable(key)
    }

    private func isInTable(_ key: UInt64) -> Bool {
        var place = KeyIndex.home(of: key) & keyMask
        while unsafe keys[place] != key, unsafe keys[place] != 0 { place = (place &+ 1) & keyMask }
        return unsafe keys[place] == key
    }
}

extension KeySieve {
    /// Lends the sieve in the form in which rows are sifted.
    func open<Result>(_ body: (OpenSieve) -> Result) -> Result {
        unsafe index.withTables { keys, filter in
            unsafe body(OpenSieve(column: column, keys: keys, filter: filter, keeping: kept))
        }
    }
}
