/// Sizes beyond which input is refused or put aside, and the size of the pieces it is read in.
package struct IngestLimits: Sendable, Equatable {
    /// Largest record.
    package var recordBytes: Int
    package var quotes: QuoteCaps
    /// Most columns of a table.
    package var columns: Int
    /// Piece of a file that one task works on.
    package var blockBytes: Int
    /// Largest ratio of inflated to compressed bytes, once `inflationFreeBytes` have come out.
    package var inflationRatio: Int
    package var inflationFreeBytes: Int
    /// Largest stream, inflated.
    package var streamBytes: Int
    /// Deepest nesting of XML elements.
    package var xmlDepth: Int
    /// Longest text or attribute of an XML document.
    package var xmlTextBytes: Int
    /// Most bytes of distinct shared strings of a workbook.
    package var sharedStringBytes: Int
    /// Longest stretch of the head of a file that is tried to find its encoding.
    package var encodingTrialBytes: Int

    /// The limits of a pipeline file that sets none.
    package static let usual = IngestLimits(
        recordBytes: 1 << 20, quotes: QuoteCaps(bytes: 64 << 10, lines: 20), columns: 1000, blockBytes: 1 << 20,
        inflationRatio: 100, inflationFreeBytes: 10 << 20, streamBytes: 64 << 30, xmlDepth: 32,
        xmlTextBytes: 1 << 20, sharedStringBytes: 256 << 20, encodingTrialBytes: 4 << 20)
}

/// When a file counts as completely delivered.
package struct FileSettling: Sendable, Equatable {
    /// A file not changed for so long is taken at once.
    package var quietMilliseconds: Int
    /// A younger file is watched for so long.
    package var watchMilliseconds: Int
    /// A file of this suffix beside another says that it is complete.
    package var doneSuffix: String
}

/// Texts in cells that are no values, and lines that are no rows.
package struct CellMarks: Sendable, Equatable {
    /// Whole cells that mean "nothing".
    package var null: [String]
    /// Beginnings of the lines that add up a table.
    package var total: [String]
    /// Characters that stand for one that a system could not write.
    package var unreadable: [String]

    /// The marks of a file that names none.
    package static let usual = CellMarks(
        null: ["-", "—", "无", "NULL", "/"], total: ["合计", "总计", "小计"], unreadable: ["?", "□", "*", "〓"])
}
