/// How rows of one kind are written to a machine file: columns in order, each with its name and its writer.
package struct MachineTable<Row>: Sendable {
    /// A column and how a row's value is appended.
    package struct Column: Sendable {
        package let name: ColumnName
        let write: @Sendable (Row, inout CSVText) -> Void

        init(_ name: ColumnName, _ write: @escaping @Sendable (Row, inout CSVText) -> Void) {
            self.name = name
            self.write = write
        }
    }

    package let columns: [Column]

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Appends the line of column names.
    package func writeHeader(to text: inout CSVText) {
        for column in columns { text.add(column.name.rawValue) }
        text.endRow()
    }

    /// Appends one row.
    package func write(_ row: Row, to text: inout CSVText) {
        for column in columns { column.write(row, &text) }
        text.endRow()
    }

    /// A batch of rows without a header, ready to be appended to a file.
    package func text(of rows: some Sequence<Row>) -> CSVText {
        var text = CSVText()
        for row in rows { write(row, to: &text) }
        return text
    }
}

extension MachineTable {
    /// The values of a row as its file has them, by column; empty ones are left out.
    package func values(of row: Row) -> [String: String] {
        var values: [String: String] = [:]
        for column in columns {
            var text = CSVText()
            column.write(row, &text)
            if !text.bytes.isEmpty { values[column.name.rawValue] = text.value }
        }
        return values
    }
}

extension CSVText {
    /// What a lone field says, without the quotes that it may have been given.
    fileprivate var value: String {
        let field = String(decoding: bytes, as: UTF8.self)
        guard bytes.first == 0x22, bytes.count >= 2 else { return field }
        return String(field.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
}
