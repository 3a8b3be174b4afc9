import Foundation

/// The characters of GB18030 as tables, filled once from Foundation's decoder.
///
/// There are three GB18030s in use. Foundation's is the one of the WHATWG Encoding Standard with the changes of
/// GB 18030-2022; the tables of glibc (which libxml2 asks) differ in seven characters, Python's in twenty. A test holds
/// the tables by their checksum.
struct GB18030Tables: Sendable {
    /// UTF-16 units of the two-byte codes: 191 for every first byte from 0x81, by the second byte from 0x40.
    let twoBytes: [UInt16]
    /// UTF-16 units of the four-byte codes of the basic plane, in order.
    let fourBytes: [UInt16]
    /// For every UTF-16 unit its code in big-endian order, two bytes or four; 0 for none.
    let codes: [UInt32]

    static let shared = GB18030Tables()

    /// Second bytes of two-byte codes, from 0x40 to 0xfe.
    static let rowLength = 191

    private init() {
        var pairs: [UInt8] = []
        for lead in 0x81...0xfe {
            for trail in 0x40...0xfe where trail != 0x7f { pairs += [UInt8(lead), UInt8(trail)] }
        }
        let quads = (0..<39_420).flatMap(GB18030Tables.quad)
        let pairUnits = GB18030Tables.decode(pairs)
        fourBytes = GB18030Tables.decode(quads)
        var twoBytes: [UInt16] = []
        for row in 0..<126 { twoBytes += GB18030Tables.row(row, of: pairUnits) }
        self.twoBytes = twoBytes
        codes = GB18030Tables.reversed(pairs: pairs, units: pairUnits, quads: quads, fourBytes: fourBytes)
    }

    /// The four bytes of the code with this number.
    static func quad(_ number: Int) -> [UInt8] {
        [
            UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1260 % 10), UInt8(0x81 + number / 10 % 126),
            UInt8(0x30 + number % 10),
        ]
    }

    private static func decode(_ bytes: [UInt8]) -> [UInt16] {
        let name = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(data: Data(bytes), encoding: name) else {
            preconditionFailure("Foundation does not decode GB18030")
        }
        return Array(text.utf16)
    }

    /// One first byte's 190 units, with a hole for the second byte 0x7f.
    private static func row(_ row: Int, of units: [UInt16]) -> [UInt16] {
        let start = row * 190
        return Array(units[start..<start + 63]) + [0] + Array(units[start + 63..<start + 190])
    }

    /// Codes by unit. Where a character has several, two bytes come before four and the lower code first.
    private static func reversed(pairs: [UInt8], units: [UInt16], quads: [UInt8], fourBytes: [UInt16]) -> [UInt32] {
        var codes = [UInt32](repeating: 0, count: 65_536)
        for (index, unit) in units.enumerated().reversed() {
            codes[Int(unit)] = UInt32(pairs[2 * index]) << 8 | UInt32(pairs[2 * index + 1])
        }
        for (index, unit) in fourBytes.enumerated() where codes[Int(unit)] == 0 {
            codes[Int(unit)] = quads[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        return codes
    }
}
