/// Where the fault lies that ended a run: a file, and as much of a place in it as is known.
package struct ErrorPlace: Sendable, Equatable {
    /// Path or name of the file, `archive.zip!member` for a member; empty if the fault lies in no file.
    package var file: String
    /// Physical line and column in characters, from 1.
    package var line: Int?
    package var column: Int?
    /// From 0 in the file as it lies on the disk.
    package var byte: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil, byte: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.byte = byte
    }
}

extension ErrorPlace: CustomStringConvertible {
    /// `file:line:column`, `file:line`, `file @byte` or the file alone.
    package var description: String {
        if let line { return "\(file):\(line)" + (column.map { ":\($0)" } ?? "") }
        return byte.map { "\(file) @\($0)" } ?? file
    }
}
