// The canonical form of a row, over which digests are made. It depends on what a row says and not on how the tables
// keep it: numbers given by the tables (of registrations, files, employers, revisions) are replaced by what they stand
// for.
//
// A row is the bytes of its cells, one after the other, in the column order of the table's canonical query:
//   nothing: 00
//   number:  01, then the value as a varint; a negative one as -1 - value behind 03 instead of 01
//   text:    02, then its length in UTF-8 bytes as a varint, then the bytes
// A varint is the number in groups of seven bits, the lowest first, each but the last with the top bit set.
// A table's digest is the SHA-256 of its rows in canonical order.

/// Takes rows of a table in canonical order, gives each its seal, and keeps their bytes: those of all rows of a revision,
/// one after the other, make the table's digest. Rows may be made anywhere, as long as their bytes are put in order.
///
/// The seal is a 32-bit checksum (FNV-1a, folded) that stands beside the row: where a digest says that a month was
/// edited, the seals say which row.
struct RowSerializer {
    /// The canonical form of the rows so far.
    private(set) var bytes: [UInt8] = []
    private var checksum = Checksum()
    /// Where the checksum has got to in the bytes.
    private var summed = 0

    /// Adds the first part of a row and returns a fingerprint of this part; `finishRow` adds the rest.
    mutating func beginRow(_ first: Cell, _ cells: [Cell]) -> Int64 {
        checksum = Checksum()
        add(first)
        for cell in cells { add(cell) }
        sum()
        return checksum.value
    }

    /// Ends a row with its remaining cells and returns the seal of the whole row.
    mutating func finishRow(_ cells: [Cell], _ last: Cell) -> Int64 {
        for cell in cells { add(cell) }
        add(last)
        return endRow()
    }

    /// Adds a whole row, handed over in parts, and returns its seal.
    mutating func row(_ parts: [Cell]...) -> Int64 {
        checksum = Checksum()
        for part in parts {
            for cell in part { add(cell) }
        }
        return endRow()
    }

    /// The fingerprint of cells that are no row.
    mutating func fingerprint(_ cells: [Cell]) -> Int64 {
        let end = bytes.count
        for cell in cells { add(cell) }
        var checksum = Checksum()
        checksum.add(bytes, from: end)
        bytes.removeSubrange(end...)
        return checksum.value
    }

    private mutating func endRow() -> Int64 {
        sum()
        return checksum.folded
    }

    private mutating func sum() {
        checksum.add(bytes, from: summed)
        summed = bytes.count
    }

    private mutating func add(_ cell: Cell) {
        switch cell {
        case .null:
            bytes.append(0)
        case .integer(let value):
            bytes.append(value < 0 ? 3 : 1)
            append(UInt64(value < 0 ? -1 - value : value))
        case .text(let value):
            bytes.append(2)
            append(UInt64(value.utf8.count))
            bytes.append(contentsOf: value.utf8)
        }
    }

    private mutating func append(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}

/// The 64-bit checksum FNV-1a: cheap, for finding accidents, not for keeping anybody out.
struct Checksum {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds the bytes from an offset to the end.
    mutating func add(_ bytes: [UInt8], from start: Int) {
        var state = state
        for index in start..<bytes.count {
            state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
        self.state = state
    }

    /// All 64 bits.
    var value: Int64 { Int64(bitPattern: state) }

    /// The two halves folded into 32 bits, which SQLite keeps in four or six bytes.
    var folded: Int64 { Int64((state >> 32) ^ (state & 0xFFFF_FFFF)) }
}
