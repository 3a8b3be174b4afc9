/// The header before a member's data, compared with the directory.
struct ZipLocalHeader {
    private let store: ByteStore

    init(_ store: ByteStore) {
        self.store = store
    }

    /// The member with the place of its data, and where all that belongs to it ends.
    func entry(of member: ZipMemberHeader) throws(TabularError) -> (ZipEntry, end: Int) {
        let start = member.headerOffset
        guard start >= 0, start <= store.size - 30 else { throw contradiction(at: member.directoryOffset) }
        var fixed = LittleEndianReader(try store.bytes(start..<start + 30))
        let signature = fixed.uint32()
        _ = fixed.uint16()
        let (flags, method) = (fixed.uint16(), fixed.uint16())
        _ = fixed.uint32()
        let checksum = fixed.uint32()
        let sizes = (fixed.uint32(), fixed.uint32())
        let lengths = (Int(fixed.uint16()), Int(fixed.uint16()))
        let names = try store.bytes(start + 30..<start + 30 + lengths.0 + lengths.1)
        let extra = ZipExtraField(Array(names[lengths.0...]))
        guard signature == 0x0403_4b50, flags & 0x2849 == member.flags & 0x2849, method == member.methodCode,
            names.prefix(lengths.0).elementsEqual(member.nameBytes), extra.isWellFormed
        else { throw contradiction(at: start) }
        var wide = LittleEndianReader(extra.wideNumbers)
        let size = ZipExtraField.widen(sizes.1, from: &wide)
        let compressedSize = ZipExtraField.widen(sizes.0, from: &wide)
        let agrees = (checksum, compressedSize, size) == (member.checksum, member.compressedSize, member.size)
        let leavesOpen = member.hasDescriptor && checksum == 0 && size == 0 && compressedSize == 0
        guard agrees || leavesOpen else { throw contradiction(at: start) }
        return try place(member, dataOffset: start + 30 + lengths.0 + lengths.1, isWide: !extra.wideNumbers.isEmpty)
    }

    private func place(
        _ member: ZipMemberHeader, dataOffset: Int, isWide: Bool
    ) throws(TabularError) -> (ZipEntry, end: Int) {
        guard let method = ZipEntry.Method(rawValue: member.methodCode),
            member.compressedSize >= 0, member.compressedSize <= store.size - dataOffset
        else { throw contradiction(at: member.headerOffset) }
        var end = dataOffset + member.compressedSize
        if member.hasDescriptor { end = try endOfDescriptor(of: member, at: end, isWide: isWide) }
        let entry = ZipEntry(
            name: member.name, method: method, checksum: member.checksum, compressedSize: member.compressedSize,
            size: member.size, headerOffset: member.headerOffset, dataOffset: dataOffset)
        return (entry, end)
    }

    /// Behind the data: an optional signature, checksum and sizes, in 32 or 64 bits; they must repeat the directory.
    private func endOfDescriptor(
        of member: ZipMemberHeader, at offset: Int, isWide: Bool
    ) throws(TabularError) -> Int {
        let bytes = try store.bytes(offset..<min(offset + 24, store.size))
        for isSigned in [true, false] {
            for wide in [isWide, !isWide] {
                var reader = LittleEndianReader(bytes)
                if isSigned, reader.uint32() != 0x0807_4b50 { continue }
                let checksum = reader.uint32()
                let compressedSize = wide ? Int(clamping: reader.uint64()) : Int(reader.uint32())
                let size = wide ? Int(clamping: reader.uint64()) : Int(reader.uint32())
                if !reader.isExhausted,
                    (checksum, compressedSize, size) == (member.checksum, member.compressedSize, member.size)
                {
                    return offset + reader.position
                }
            }
        }
        throw contradiction(at: offset)
    }

    private func contradiction(at offset: Int) -> TabularError {
        TabularError(.contradictoryZip, file: store.name, byteOffset: offset)
    }
}
