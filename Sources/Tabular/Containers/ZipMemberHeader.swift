/// What the directory says of one member.
struct ZipMemberHeader {
    var nameBytes: [UInt8]
    var name: String
    var flags: UInt16
    var methodCode: UInt16
    var checksum: UInt32
    var compressedSize: Int
    var size: Int
    var headerOffset: Int
    /// Where this entry of the directory begins in the archive.
    var directoryOffset: Int
    private var unixMode: UInt32

    /// Takes one entry off the directory; `nil` if it is not one.
    init?(readingCentral reader: inout LittleEndianReader, at offset: Int) {
        guard reader.uint32() == 0x0201_4b50 else { return nil }
        let madeBy = reader.uint16()
        _ = reader.uint16()
        (flags, methodCode) = (reader.uint16(), reader.uint16())
        _ = reader.uint32()
        checksum = reader.uint32()
        let sizes = (reader.uint32(), reader.uint32())
        let lengths = (Int(reader.uint16()), Int(reader.uint16()), Int(reader.uint16()))
        let disk = reader.uint16()
        _ = reader.uint16()
        let attributes = reader.uint32()
        let local = reader.uint32()
        nameBytes = reader.bytes(lengths.0)
        let extra = ZipExtraField(reader.bytes(lengths.1))
        _ = reader.bytes(lengths.2)
        var wide = LittleEndianReader(extra.wideNumbers)
        size = ZipExtraField.widen(sizes.1, from: &wide)
        compressedSize = ZipExtraField.widen(sizes.0, from: &wide)
        headerOffset = ZipExtraField.widen(local, from: &wide)
        guard !reader.isExhausted, !wide.isExhausted, disk == 0 || disk == 0xffff, extra.isWellFormed else {
            return nil
        }
        #if FUZZ_PLANT
            if lengths.2 > 0 { plantedRead(lengths.2) }
        #endif
        unixMode = madeBy >> 8 == 3 ? attributes >> 16 : 0
        directoryOffset = offset
        name = ZipMemberHeader.text(nameBytes, isUTF8: flags & 0x0800 != 0)
    }

    /// The member is a folder.
    var isFolder: Bool { name.hasSuffix("/") }

    /// Sizes and checksum stand behind the data, not in the local header.
    var hasDescriptor: Bool { flags & 0x0008 != 0 }

    /// Why the member can't be taken, by what the directory alone says.
    var refusal: TabularError.Kind? {
        if flags & 0x2041 != 0 { return .encryptedMember }
        guard let method = ZipEntry.Method(rawValue: methodCode) else { return .unknownMethod }
        if !hasSafeName || !isPlain { return .badMemberName }
        if method == .stored, compressedSize != size { return .contradictoryZip }
        if isFolder, size != 0 { return .contradictoryZip }
        return nil
    }

    private var hasSafeName: Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return !name.isEmpty && !name.hasPrefix("/") && !parts.contains("..") && !nameBytes.contains { $0 < 0x20 }
            && !(parts.first?.hasSuffix(":") ?? false)
    }

    /// A file or a folder, if it says what it is: no link, pipe or device.
    private var isPlain: Bool {
        switch unixMode & 0xf000 {
        case 0, 0x8000: true
        case 0x4000: isFolder
        default: false
        }
    }

    /// Names are UTF-8 if flagged so; else UTF-8 if they decode, else GB18030, as Chinese Windows writes them. Empty if
    /// they are neither.
    private static func text(_ bytes: [UInt8], isUTF8: Bool) -> String {
        let utf8 = TextEncoding.utf8.decodeStrictly(bytes[...])
        let text = utf8 ?? (isUTF8 ? nil : TextEncoding.gb18030.decodeStrictly(bytes[...]))
        return String((text ?? "").map { $0 == "\\" ? "/" : $0 })
    }
}

/// The extra fields of a header: of interest is the one with 64-bit numbers.
struct ZipExtraField {
    /// The numbers of field 1, in its order.
    private(set) var wideNumbers: [UInt8] = []
    /// The fields fill their space exactly.
    private(set) var isWellFormed = true

    init(_ bytes: [UInt8]) {
        var reader = LittleEndianReader(bytes)
        while !reader.isExhausted, reader.remaining >= 4 {
            let (tag, length) = (reader.uint16(), Int(reader.uint16()))
            let content = reader.bytes(length)
            if tag == 1 { wideNumbers = content }
        }
        isWellFormed = !reader.isExhausted
    }

    /// The number, or the next of the 64-bit ones if it is the mark for that.
    static func widen(_ number: UInt32, from wide: inout LittleEndianReader) -> Int {
        number == .max ? Int(clamping: wide.uint64()) : Int(number)
    }
}
