import CScan

/// The bytes of a piece while it is split: the safe face of a pointer, which must not outlive the piece.
@safe
struct ScannedText {
    private let base: UnsafePointer<UInt8>
    let count: Int

    /// `nil` for an empty buffer.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
        unsafe self.base = unsafe base
        count = bytes.count
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return unsafe base[index]
    }

    /// What stands where in the 64 bytes from `index` on.
    @inline(__always)
    func masks(at index: Int, delimiter: UInt8) -> scan_masks {
        precondition(index >= 0 && index &+ 64 <= count)
        return unsafe scan_block(base + index, delimiter)
    }

    /// What stands where in the bytes from `index` on, up to 64 and to the end of the text.
    func masks(upToEndAt index: Int, delimiter: UInt8) -> scan_masks {
        precondition(index >= 0 && index < count)
        if index &+ 64 <= count { return unsafe scan_block(base + index, delimiter) }
        var block = InlineArray<64, UInt8>(repeating: 0)
        for place in index..<count { block[place &- index] = unsafe base[place] }
        return unsafe block.span.withUnsafeBufferPointer { bytes in
            unsafe bytes.baseAddress.map { unsafe scan_block($0, delimiter) } ?? scan_masks()
        }
    }

    /// The key in the 18 bytes from `index` on, if they write one.
    @inline(__always)
    func digitKey(at index: Int) -> UInt64? {
        precondition(index >= 0 && index &+ 18 <= count)
        return unsafe DigitKey.fold(base + index)
    }

    /// The bytes of `range`.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        unsafe Array(buffer(range))
    }

    /// The bytes of `range` are `other`.
    func holds(_ other: [UInt8], in range: Range<Int>) -> Bool {
        range.count == other.count && begins(with: other, in: range)
    }

    /// The bytes of `range` begin with `other`.
    func begins(with other: [UInt8], in range: Range<Int>) -> Bool {
        unsafe buffer(range).starts(with: other)
    }

    /// All bytes of `range` are ASCII.
    func isASCII(_ range: Range<Int>) -> Bool {
        let bytes = unsafe buffer(range)
        let blocks = unsafe scan_ascii_blocks(bytes.baseAddress, bytes.count)
        return unsafe bytes[Int(blocks)...].allSatisfy { $0 < 0x80 }
    }

    /// Index in `range` of the first byte that is `byte`, counted from its start.
    func offset(of byte: UInt8, in range: Range<Int>) -> Int? {
        unsafe buffer(range).firstIndex(of: byte)
    }

    /// Length of the front of `range` that decodes; for the encodings that text is split in.
    func validLength(of range: Range<Int>, in encoding: TextEncoding) -> Int {
        let bytes = unsafe buffer(range)
        return encoding == .gb18030
            ? unsafe scan_gb18030_prefix(bytes.baseAddress, bytes.count)
            : unsafe scan_utf8_prefix(bytes.baseAddress, bytes.count)
    }

    private func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }
}
