package import Roster
package import Tabular

/// A table that a pipeline draws from the ledger's rows: some of their columns, or the count of people by them.
package struct LedgerProjection: Sendable, Equatable {
    /// One column of the table.
    package struct Column: Sendable, Equatable {
        package var name: ColumnName
        /// `1` where the ledger's field holds anything, else `0`.
        package var isFlag: Bool

        package init(_ name: ColumnName, isFlag: Bool = false) {
            self.name = name
            self.isFlag = isFlag
        }
    }

    /// Path below the month's folder.
    package var file: String
    package var columns: [Column]
    /// Heading of the column of counts; `nil`: the table has a line a person.
    package var countHeading: String?

    package init(file: String, columns: [Column], countHeading: String? = nil) {
        self.file = file
        self.columns = columns
        self.countHeading = countHeading
    }

    /// Columns that a projection may have.
    package static let columnNames = LedgerRow.table.columns.map(\.name)
}

/// What a batch of people adds to a projection; made anywhere, put together in the order of the people.
package struct ProjectedBatch: Sendable {
    /// Finished lines, unless people are counted.
    package private(set) var lines = CSVText()
    /// People by the text of their columns.
    package private(set) var counts: [[UInt8]: Int] = [:]
    private let columns: [ProjectedColumn]
    private let counting: Bool

    package init(_ projection: LedgerProjection) {
        columns = projection.columns.compactMap { column in
            LedgerRow.table.columns.first { $0.name == column.name }
                .map { ProjectedColumn(isFlag: column.isFlag, write: $0.write) }
        }
        counting = projection.countHeading != nil
    }

    /// Adds one person.
    package mutating func append(_ row: LedgerRow) {
        guard counting else { return columns.write(row, to: &lines) }
        var key = CSVText()
        columns.write(row, to: &key)
        counts[key.bytes, default: 0] += 1
    }

    /// Takes in the counts of other people.
    package mutating func merge(counts other: [[UInt8]: Int]) {
        counts.merge(other) { $0 + $1 }
    }
}

private struct ProjectedColumn: Sendable {
    let isFlag: Bool
    let write: @Sendable (LedgerRow, inout CSVText) -> Void
}

extension [ProjectedColumn] {
    /// Appends one person's line.
    fileprivate func write(_ row: LedgerRow, to text: inout CSVText) {
        for column in self {
            if column.isFlag {
                text.addFlag { column.write(row, &$0) }
            } else {
                column.write(row, &text)
            }
        }
        text.endRow()
    }
}

/// A projection on its way to disk.
package struct ProjectionFile: ~Copyable {
    private var file: OutputFile
    private var sum: ProjectedBatch
    private let isCounted: Bool

    /// Creates the file and writes its header.
    package init(creating path: String, projection: LedgerProjection) throws(OutputFileError) {
        var file = try OutputFile(creating: path)
        var header = CSVText()
        for column in projection.columns { header.add(column.name.rawValue) }
        if let heading = projection.countHeading { header.add(heading) }
        header.endRow()
        try file.write(header.bytes)
        self.file = file
        sum = ProjectedBatch(projection)
        isCounted = projection.countHeading != nil
    }

    /// Takes the next people.
    package mutating func append(_ batch: ProjectedBatch) throws(OutputFileError) {
        if isCounted { sum.merge(counts: batch.counts) } else { try file.write(batch.lines.bytes) }
    }

    /// Writes counts in the bytewise order of their columns, syncs and closes.
    package consuming func finish() throws(OutputFileError) {
        let groups = sum.counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (key, count) in groups {
            try file.write(key.dropLast() + Array(",\(count)\n".utf8))
        }
        try file.finish()
    }
}
