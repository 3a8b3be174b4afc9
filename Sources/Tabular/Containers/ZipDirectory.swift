/// The directory at the end of a zip archive, checked against the header before each member.
///
/// Readers differ in which of the two they believe, which is how one archive shows two contents; here they must agree.
/// Layout after the ZIP application note 6.3: end record, for large archives a locator and a 64-bit end record before
/// it, and the directory ending where the first of these begins.
struct ZipDirectory {
    private let store: ByteStore
    private static let memberLimit = 10_000
    private static let sizeLimit = 16 << 20

    init(_ store: ByteStore) {
        self.store = store
    }

    /// All members that are files, in the order of the directory.
    func entries() throws(TabularError) -> [ZipEntry] {
        let place = try findDirectory()
        guard place.count <= ZipDirectory.memberLimit else {
            throw fault(.tooManyMembers, at: place.range.lowerBound, cause: .limit(ZipDirectory.memberLimit))
        }
        guard place.range.count <= ZipDirectory.sizeLimit else {
            throw fault(.sizeLimit, at: place.range.lowerBound, cause: .limit(ZipDirectory.sizeLimit))
        }
        var reader = LittleEndianReader(try store.bytes(place.range))
        var members: [ZipMemberHeader] = []
        for _ in 0..<place.count {
            let offset = place.range.lowerBound + reader.position
            guard let member = ZipMemberHeader(readingCentral: &reader, at: offset) else {
                throw fault(.contradictoryZip, at: offset)
            }
            members.append(member)
        }
        guard reader.remaining == 0 else {
            throw fault(.contradictoryZip, at: place.range.lowerBound + reader.position)
        }
        return try check(members, before: place.range.lowerBound)
    }

    /// Compares every member with its local header and with its neighbours.
    private func check(
        _ members: [ZipMemberHeader], before directory: Int
    ) throws(TabularError) -> [ZipEntry] {
        var names: Set<String> = []
        var entries: [ZipEntry] = []
        var spans: [Range<Int>] = []
        for member in members {
            if let kind = member.refusal { throw fault(kind, at: member.directoryOffset) }
            guard names.insert(member.name).inserted else { throw fault(.duplicateMember, at: member.directoryOffset) }
            let (entry, end) = try ZipLocalHeader(store).entry(of: member)
            spans.append(entry.headerOffset..<end)
            if !member.isFolder { entries.append(entry) }
        }
        try checkTiling(spans, before: directory)
        return entries
    }

    /// The members fill the archive up to the directory: what lies between them, a reader that goes by local headers could
    /// take for another member.
    private func checkTiling(_ spans: [Range<Int>], before directory: Int) throws(TabularError) {
        var end = 0
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) + [directory..<directory] {
            guard span.lowerBound >= end else { throw fault(.overlappingMembers, at: span.lowerBound) }
            guard span.lowerBound == end else { throw fault(.contradictoryZip, at: end) }
            end = span.upperBound
        }
    }

    private func fault(_ kind: TabularError.Kind, at offset: Int, cause: TabularError.Cause? = nil) -> TabularError {
        TabularError(kind, file: store.name, byteOffset: offset, cause: cause)
    }
}

// MARK: - Finding it

extension ZipDirectory {
    /// Where the directory lies and how many members it declares.
    private struct Place {
        var range: Range<Int>
        var count: Int
    }

    /// The last end record whose comment reaches exactly to the end of the file.
    private func findDirectory() throws(TabularError) -> Place {
        let start = max(0, store.size - 22 - 0xffff)
        let tail = try store.bytes(start..<store.size)
        var index = tail.count - 22
        while index >= 0 {
            if tail[index...].starts(with: [0x50, 0x4b, 0x05, 0x06]) {
                let commentLength = Int(tail[index + 20]) | Int(tail[index + 21]) << 8
                if index + 22 + commentLength == tail.count {
                    return try place(endRecord: LittleEndianReader(tail, at: index + 4), at: start + index)
                }
            }
            index -= 1
        }
        throw fault(.noZipDirectory, at: store.size)
    }

    private func place(endRecord: LittleEndianReader, at offset: Int) throws(TabularError) -> Place {
        var record = endRecord
        let disks = (record.uint16(), record.uint16())
        let counts = (record.uint16(), record.uint16())
        let (size, start) = (record.uint32(), record.uint32())
        if let place = try largePlace(before: offset) {
            let agrees = [
                ZipDirectory.agrees(Int(counts.1), with: place.count, unless: 0xffff),
                ZipDirectory.agrees(Int(size), with: place.range.count, unless: 0xffff_ffff),
                ZipDirectory.agrees(Int(start), with: place.range.lowerBound, unless: 0xffff_ffff),
            ]
            guard agrees.allSatisfy(\.self) else { throw fault(.contradictoryZip, at: offset) }
            return place
        }
        guard disks == (0, 0), counts.0 == counts.1, Int(start) + Int(size) == offset else {
            throw fault(.contradictoryZip, at: offset)
        }
        return Place(range: Int(start)..<offset, count: Int(counts.0))
    }

    /// A number of the end record is that of the 64-bit one, or the mark that says to look there.
    private static func agrees(_ number: Int, with large: Int, unless mark: Int) -> Bool {
        number == mark || number == large
    }

    /// The directory's place by the 64-bit records, if there is a locator before the end record.
    private func largePlace(before endRecord: Int) throws(TabularError) -> Place? {
        guard endRecord >= 76 else { return nil }
        var locator = LittleEndianReader(try store.bytes(endRecord - 20..<endRecord))
        guard locator.uint32() == 0x0706_4b50 else { return nil }
        let disk = locator.uint32()
        let recordOffset = Int(clamping: locator.uint64())
        guard disk == 0, locator.uint32() == 1, recordOffset <= endRecord - 76 else {
            throw fault(.contradictoryZip, at: endRecord - 20)
        }
        var record = LittleEndianReader(try store.bytes(recordOffset..<recordOffset + 56))
        let isRecord = record.uint32() == 0x0606_4b50
        let length = Int(clamping: record.uint64())
        _ = record.uint32()
        let disks = (record.uint32(), record.uint32())
        let counts = (record.uint64(), record.uint64())
        let (size, start) = (Int(clamping: record.uint64()), Int(clamping: record.uint64()))
        guard isRecord, length == endRecord - 20 - recordOffset - 12, disks == (0, 0), counts.0 == counts.1,
            start <= recordOffset, size == recordOffset - start
        else { throw fault(.contradictoryZip, at: recordOffset) }
        return Place(range: start..<recordOffset, count: Int(clamping: counts.0))
    }
}
