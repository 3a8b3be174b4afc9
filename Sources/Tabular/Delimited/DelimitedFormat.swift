/// How a text table is written and where its data begin: all that is needed to split any piece of it.
package struct DelimitedFormat: Hashable, Sendable, Codable {
    /// The encoding of the file.
    package var encoding: TextEncoding
    /// Nothing told the encoding; it was found by trial.
    package var isEncodingGuessed: Bool
    /// Comma, tab, semicolon or vertical bar.
    package var delimiter: UInt8
    /// The cells of the header line, without blanks around them.
    package var header: [String]
    /// Physical lines before the first line of data.
    package var linesBeforeData: Int
    /// Bytes before the first line of data, byte order mark included.
    package var bytesBeforeData: Int
    package var limits: DelimitedLimits
    /// First cells of lines that add up others and are no rows: `合计`.
    package var totalMarks: [String]

    package init(
        encoding: TextEncoding, isEncodingGuessed: Bool = false, delimiter: UInt8 = UInt8(ascii: ","),
        header: [String], linesBeforeData: Int = 0, bytesBeforeData: Int = 0,
        limits: DelimitedLimits = DelimitedLimits(), totalMarks: [String] = []
    ) {
        self.encoding = encoding
        self.isEncodingGuessed = isEncodingGuessed
        self.delimiter = delimiter
        self.header = header
        self.linesBeforeData = linesBeforeData
        self.bytesBeforeData = bytesBeforeData
        self.limits = limits
        self.totalMarks = totalMarks
    }

    /// The encoding that pieces and batches are in: UTF-16 becomes UTF-8 while it is read.
    package var textEncoding: TextEncoding {
        switch encoding {
        case .utf8, .gb18030: encoding
        case .utf16LittleEndian, .utf16BigEndian: .utf8
        }
    }
}

/// What the caller knows of a text table before it is opened.
package struct DelimitedOptions: Hashable, Sendable {
    /// Headings that columns may have; at least one must be found.
    package var headings: Set<String>
    /// The encoding declared by the pipeline, or set for a second reading.
    package var encoding: TextEncoding?
    package var totalMarks: [String]
    package var limits: DelimitedLimits
    /// Bytes of a piece, about.
    package var pieceSize: Int
    /// Lines among which the header must be.
    package var headerLines: Int

    package init(
        headings: Set<String>, encoding: TextEncoding? = nil, totalMarks: [String] = ["合计", "总计", "小计"],
        limits: DelimitedLimits = DelimitedLimits(), pieceSize: Int = 1 << 20, headerLines: Int = 20
    ) {
        self.headings = headings
        self.encoding = encoding
        self.totalMarks = totalMarks
        self.limits = limits
        self.pieceSize = pieceSize
        self.headerLines = headerLines
    }
}
