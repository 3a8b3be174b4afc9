import Foundation

/// A machine CSV of the program, read by a plain reader of its own: RFC 4180, UTF-8.
struct CSVTable {
    let header: [String]
    let rows: [[String]]

    init(_ path: String) throws {
        var records = CSVTable.records(String(decoding: try Files.data(path), as: UTF8.self))
        header = records.isEmpty ? [] : records.removeFirst()
        rows = records
    }

    /// The rows as values by column name.
    var records: [[String: String]] {
        rows.map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    /// The rows without some columns.
    func dropping(_ columns: Set<String>) -> [[String]] {
        let kept = header.indices.filter { !columns.contains(header[$0]) }
        return rows.map { row in kept.map { row[$0] } }
    }

    private static func records(_ text: String) -> [[String]] {
        var (records, record, field): ([[String]], [String], String) = ([], [], "")
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var pending: Unicode.Scalar?
        while let scalar = pending ?? scalars.next() {
            pending = nil
            if isQuoted {
                guard scalar == "\"" else {
                    field.unicodeScalars.append(scalar)
                    continue
                }
                let next = scalars.next()
                if next == "\"" { field.unicodeScalars.append("\"") } else { (isQuoted, pending) = (false, next) }
                continue
            }
            switch scalar {
            case "\"": isQuoted = true
            case ",":
                record.append(field)
                field = ""
            case "\n":
                records.append(record + [field])
                (record, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        return records
    }
}
