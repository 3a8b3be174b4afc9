/// How far one field, record or line of a text table may reach.
package struct DelimitedLimits: Hashable, Sendable, Codable {
    /// Line ends that a quoted field may hold.
    package var quotedLineEnds: Int
    /// Bytes that a quoted field may hold.
    package var quotedBytes: Int
    /// Bytes of a record, and of a physical line, without its line end.
    package var recordBytes: Int
    /// Bytes kept of a line that is longer.
    package var keptBytes: Int

    package init(
        quotedLineEnds: Int = 20, quotedBytes: Int = 64 << 10, recordBytes: Int = 1 << 20, keptBytes: Int = 4 << 10
    ) {
        self.quotedLineEnds = quotedLineEnds
        self.quotedBytes = quotedBytes
        self.recordBytes = recordBytes
        self.keptBytes = keptBytes
    }
}
