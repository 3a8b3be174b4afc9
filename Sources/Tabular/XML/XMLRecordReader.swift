/// Reads the records of an XML document from pieces of any size.
///
/// Values stand in the order of the layout's columns, trimmed of XML white space; a missing one is empty. A batch begins
/// at the start tag of its first record, so its lines and bytes reach up to the next batch's first record.
package struct XMLRecordReader: ~Copyable {
    /// The encoding found: by byte order mark, else as declared, else the one given. `nil` until the declaration is read.
    package private(set) var encoding: TextEncoding?

    /// - Parameter encoding: what to take where the document neither has a byte order mark nor declares anything.
    package init(
        layout: XMLLayout, encoding: TextEncoding = .utf8, limits: XMLLimits = .standard, batchSize: Int = 1_000
    ) {
    }

    /// Takes the next piece of the document and gives the batches that became full.
    package mutating func feed(_ bytes: [UInt8]) throws(XMLError) -> [RowBatch] { [] }

    /// Ends the document and gives the last batch; refuses a document that is not whole.
    package mutating func finish() throws(XMLError) -> [RowBatch] { [] }
}
