import CScan

/// Parses pieces of one document: a pure function of the root's start tag and the piece.
///
/// Each piece is put between the root's tags and parsed as a document. If every piece is well-formed so, the whole is,
/// and nothing of one piece matters to another.
package struct XMLPieceParser: Sendable {
    /// The document's encoding.
    package let encoding: TextEncoding
    private let layout: XMLLayout
    private let limits: XMLLimits
    let root: XMLRootTag

    init(layout: XMLLayout, encoding: TextEncoding, limits: XMLLimits, root: XMLRootTag) {
        (self.layout, self.encoding, self.limits, self.root) = (layout, encoding, limits, root)
    }

    /// The batches of a piece, which cover its bytes and lines.
    ///
    /// - Returns: `nil` if the piece can't be understood by itself. The document has to be read from its start then,
    ///   and only that tells whether anything is wrong with it.
    package func parse(_ piece: XMLPiece) -> [RowBatch]? {
        let opening = piece.ordinal == 0 ? [] : root.bytes
        let closing = piece.isLast ? [] : root.closing
        guard !piece.isUncut, !hasDeclaration(piece) else { return nil }
        do throws(XMLFault) {
            guard
                var batches = try XMLRecordParser.separateBatches(
                    of: opening + piece.bytes + closing, layout: layout, encoding: encoding, limits: limits)
            else { return nil }
            if let first = batches.indices.first, let last = batches.indices.last {
                batches[first].removeFromStart(bytes: opening.count, lines: lineEnds(opening))
                batches[last].byteCount -= closing.count
            }
            return batches
        } catch {
            return nil
        }
    }

    /// Whether something may hide a tag: a comment, CDATA, a processing instruction, a document type.
    private func hasDeclaration(_ piece: XMLPiece) -> Bool {
        let start = piece.ordinal == 0 ? root.offset : 0
        return unsafe piece.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, start <= bytes.count else { return false }
            return unsafe markup_has_declaration(base + start, bytes.count - start) != 0
        }
    }

    private func lineEnds(_ bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBufferPointer { unsafe Int(markup_line_ends($0.baseAddress, $0.count, 0)) }
    }
}

extension RowBatch {
    /// Takes out bytes and lines that are not the document's.
    fileprivate mutating func removeFromStart(bytes: Int, lines: Int) {
        byteCount -= bytes
        lineCount -= lines
        for index in rows.indices {
            rows[index].byteOffset -= bytes
            rows[index].line -= lines
        }
    }
}
