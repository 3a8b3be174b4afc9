package import Tabular

/// A machine table on its way to disk. Rows come one by one, or in batches made elsewhere.
package struct MachineFile<Row>: ~Copyable {
    private var file: OutputFile
    private var text = CSVText()
    private let table: MachineTable<Row>
    /// Rows written, without the header.
    package private(set) var rowCount = 0

    /// Creates the file and writes its header.
    package init(creating path: String, table: MachineTable<Row>) throws(OutputFileError) {
        file = try OutputFile(creating: path)
        self.table = table
        table.writeHeader(to: &text)
    }

    /// Writes one row.
    package mutating func append(_ row: Row) throws(OutputFileError) {
        table.write(row, to: &text)
        rowCount += 1
        if text.bytes.count >= blockSize { try flush() }
    }

    /// Writes a batch made by `table.text(of:)`.
    package mutating func append(batch: CSVText) throws(OutputFileError) {
        try flush()
        try file.write(batch.bytes)
        rowCount += batch.rowCount
    }

    /// Writes what is left, syncs, closes, and tells the number of rows.
    package consuming func finish() throws(OutputFileError) -> Int {
        try flush()
        try file.finish()
        return rowCount
    }

    private mutating func flush() throws(OutputFileError) {
        try file.write(text.bytes)
        text.removeAll()
    }
}

/// Bytes gathered before they are written.
private let blockSize = 1 << 20
