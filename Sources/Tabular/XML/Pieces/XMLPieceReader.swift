/// Cuts an XML document into pieces that several threads may parse.
///
/// Cuts are made by the look of the bytes alone, before a `<` followed by the name of an element that holds records. That
/// is a guess: `XMLPieceParser` finds out if one was wrong, and then the document has to be read by `XMLRecordReader`.
package final class XMLPieceReader {
    /// Parses the pieces.
    package let parser: XMLPieceParser
    private let stream: any ByteStream
    private let containers: [[UInt8]]
    private let pieceBytes: Int
    private var buffer: [UInt8]
    private var ordinal = 0
    private var isAtEnd = false

    /// Pieces without a place to be cut may grow to so many times their size.
    private static let maximumGrowth = 16

    /// Opens the document; `nil` if it can't be cut: it is in UTF-16, small, or begins in an unusual way.
    package convenience init?(
        _ source: TableSource, layout: XMLLayout, encoding: TextEncoding = .utf8, limits: XMLLimits = .standard,
        pieceBytes: Int = 1 << 20
    ) throws(TabularError) {
        try self.init(
            source.open(), layout: layout, encoding: encoding, limits: limits, pieceBytes: pieceBytes)
    }

    /// The same for bytes from anywhere.
    init?(
        _ stream: any ByteStream, layout: XMLLayout, encoding: TextEncoding, limits: XMLLimits, pieceBytes: Int
    ) throws(TabularError) {
        var head: [UInt8] = []
        guard try stream.fill(&head, to: pieceBytes) else { return nil }
        guard let prologue = XMLPrologue(head, isLast: false),
            let found = Self.encoding(of: prologue, else: encoding),
            let root = XMLRootTag(head, markCount: prologue.markCount)
        else { return nil }
        containers = layout.recordPaths.filter { $0.count > 1 && found.encode($0[0]).map { $0[...] } == root.localName }
            .compactMap { found.encode($0[1]) }
        guard !containers.isEmpty else { return nil }
        parser = XMLPieceParser(layout: layout, encoding: found, limits: limits, root: root)
        (self.stream, self.pieceBytes, buffer) = (stream, pieceBytes, head)
    }

    /// The encoding found.
    package var encoding: TextEncoding { parser.encoding }

    /// The next piece; `nil` after the last, or after one that could not be cut.
    package func nextPiece() throws(TabularError) -> XMLPiece? {
        guard !isAtEnd else { return nil }
        var wanted = pieceBytes
        while true {
            let isLast = try !stream.fill(&buffer, to: wanted)
            let cut = isLast ? nil : cut()
            guard isLast || cut != nil || wanted > pieceBytes * Self.maximumGrowth else {
                wanted += pieceBytes
                continue
            }
            isAtEnd = cut == nil
            let piece = XMLPiece(
                bytes: Array(buffer[..<(cut ?? buffer.count)]), ordinal: ordinal, isLast: isLast,
                isUncut: cut == nil && !isLast)
            buffer.removeSubrange(..<piece.bytes.count)
            ordinal += 1
            return piece
        }
    }

    /// An encoding in which tags are found by their bytes; what is wrong with a document is told where it is parsed.
    private static func encoding(of prologue: XMLPrologue, else fallback: TextEncoding) -> TextEncoding? {
        do throws(XMLFault) {
            let found = try prologue.encoding() ?? fallback
            return found == .utf8 || found == .gb18030 ? found : nil
        } catch {
            return nil
        }
    }

    /// Where the last element that may hold records begins; never at the start.
    private func cut() -> Int? {
        let start = ordinal == 0 ? parser.root.offset + parser.root.bytes.count : 1
        var place = buffer.count - 1
        while place >= start {
            if buffer[place] == UInt8(ascii: "<"), beginsContainer(at: place + 1) { return place }
            place -= 1
        }
        return nil
    }

    private func beginsContainer(at place: Int) -> Bool {
        let name = buffer[place...].prefix(256).prefix {
            !XMLRootTag.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        guard name.endIndex < buffer.count else { return false }
        let local = name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
        return containers.contains { $0[...] == local }
    }
}
