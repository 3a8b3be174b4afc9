import Tabular

/// Splitting, probing and inflating of text tables: what their rows cost, without anything done with them.
enum TextBenchmark {
    /// Rows of a CSV file split by one thread, every field's bounds stored.
    static func split(_ file: String) throws -> Int {
        var rows = 0
        for table in try InputFile.tables(at: file) {
            let reader = try DelimitedReader(table, options: options)
            let splitter = PieceSplitter(reader.format)
            var unfinished = UnfinishedRecord()
            while let piece = try reader.nextPiece() {
                let split = splitter.split(piece, after: unfinished)
                rows += split.rowCount
                unfinished = split.unfinished
            }
        }
        return rows
    }

    /// Rows of an insurance file sifted against the ID numbers of a roster, three pieces under way at a time.
    static func scan(roster: String, insurance: String) async throws -> Int {
        let index = try index(of: roster)
        var rows = 0
        for table in try InputFile.tables(at: insurance) {
            let reader = try DelimitedReader(table, options: options)
            let splitter = PieceSplitter(reader.format)
            guard let column = reader.format.header.firstIndex(of: idHeading) else { continue }
            let sieve = KeySieve(column: column, index: index)
            rows += try await withThrowingTaskGroup(of: Int.self) { group in
                var (sum, underWay) = (0, 0)
                while let piece = try reader.nextPiece() {
                    if underWay == 3, let count = try await group.next() { (sum, underWay) = (sum + count, 2) }
                    group.addTask { splitter.split(piece, sieve: sieve).rowCount }
                    underWay += 1
                }
                return try await group.reduce(sum, +)
            }
        }
        return rows
    }

    /// Line ends of a gzipped text.
    static func inflate(_ file: String) throws -> Int {
        var lines = 0
        for table in try InputFile.tables(at: file) {
            let stream = try table.open()
            var bytes: [UInt8] = []
            while try stream.read(upTo: 1 << 20, appendingTo: &bytes) > 0 {
                lines += bytes.count { $0 == 0x0a }
                bytes.removeAll(keepingCapacity: true)
            }
        }
        return lines
    }

    private static let idHeading = "证件号码"
    private static let options = DelimitedOptions(headings: [idHeading, "登记编号", "险种类型"])

    /// The plain ID numbers of a roster.
    private static func index(of file: String) throws -> KeyIndex {
        var index = KeyIndex()
        for table in try InputFile.tables(at: file) {
            let reader = try DelimitedReader(table, options: options)
            let splitter = PieceSplitter(reader.format)
            guard let column = reader.format.header.firstIndex(of: idHeading) else { continue }
            while let piece = try reader.nextPiece() {
                let batch = splitter.split(piece).batch
                for row in batch.rows where row.defect == nil {
                    guard let bounds = batch.bounds(column, of: row),
                        let key = DigitKey.fold(batch.text, Int(bounds.start)..<Int(bounds.end))
                    else { continue }
                    index.insert(key, slot: Int32(index.count))
                }
            }
        }
        return index
    }
}
