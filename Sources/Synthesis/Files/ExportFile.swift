import Foundation
import Tabular

/// One file being written: bytes in the encoding of the file, perhaps compressed, to the disk or into memory.
///
/// Text tables in UTF-16 are put together in UTF-8 and turned block by block.
final class ExportFile {
    let name: String
    /// Encoding in which bytes are handed over: UTF-8 or GB18030.
    let encoding: TextEncoding
    private let isTurnedToUTF16: Bool
    private var pending: [UInt8] = []
    private var packed: [UInt8] = []
    private var gzip: GzipWriter?
    private let handle: FileHandle?
    private static let blockSize = 1 << 20

    /// A file in a folder; with no folder its bytes are kept for `take()`. Throws if it can't be created.
    init(_ name: String, in folder: String?, encoding: TextEncoding, isGzipped: Bool = false) throws {
        self.name = name
        isTurnedToUTF16 = encoding == .utf16LittleEndian
        self.encoding = isTurnedToUTF16 ? .utf8 : encoding
        gzip = isGzipped ? GzipWriter(level: 1, memberLimit: 64 << 20) : nil
        guard let folder else {
            handle = nil
            return
        }
        let place = URL(filePath: folder).appending(path: name)
        try Data().write(to: place)
        handle = try FileHandle(forWritingTo: place)
        pending.reserveCapacity(Self.blockSize + Self.blockSize / 4)
    }

    /// Appends finished bytes.
    func append(_ bytes: [UInt8]) throws {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.blockSize { try flush() }
    }

    /// Appends text in the file's encoding.
    func append(_ text: String) throws {
        try append(bytes(of: text))
    }

    /// The bytes of a text in the file's encoding; a character it lacks becomes a question mark.
    func bytes(of text: String) -> [UInt8] {
        guard encoding != .utf8 else { return Array(text.utf8) }
        return encoding.encode(text) ?? text.unicodeScalars.flatMap { encoding.encode(String($0)) ?? [0x3F] }
    }

    /// Writes the byte order mark of the file's encoding; before anything else.
    func appendMark() throws {
        try append("\u{FEFF}")
    }

    /// Writes what is left and closes the file.
    func close() throws {
        try flush()
        gzip?.finish(into: &packed)
        try drain()
        try handle?.close()
    }

    /// The bytes of a file without a folder.
    func take() -> [UInt8] { packed }

    private func flush() throws {
        let block = isTurnedToUTF16 ? UTF16Block.bytes(ofUTF8: pending) : pending
        pending.removeAll(keepingCapacity: true)
        if gzip != nil {
            gzip?.compress(block, into: &packed)
        } else {
            packed.append(contentsOf: block)
        }
        try drain()
    }

    private func drain() throws {
        guard let handle else { return }
        try handle.write(contentsOf: Data(packed))
        packed.removeAll(keepingCapacity: true)
    }
}

/// Turns whole blocks of UTF-8 into UTF-16.
private enum UTF16Block {
    /// Little-endian code units; bytes that are no UTF-8 become lone surrogates, which no reader can decode.
    static func bytes(ofUTF8 block: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(block.count * 2)
        var decoder = UTF8()
        var bytes = block.makeIterator()
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar):
                guard let units = UTF16.encode(scalar) else { continue }
                for unit in units { result.append(unit: unit) }
            case .error: result.append(unit: 0xDC00)
            case .emptyInput: return result
            }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(unit: UInt16) {
        append(UInt8(truncatingIfNeeded: unit))
        append(UInt8(truncatingIfNeeded: unit >> 8))
    }
}
