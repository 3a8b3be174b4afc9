import Roster
import Tabular

/// What an inspected file is.
package struct FileInspection: Sendable {
    /// As the user named it.
    package let file: String
    package var bytes = 0
    /// `none`, `gzip` or `zip`.
    package var container = "none"
    /// Sheets of a workbook, in its order.
    package var sheets: [Sheet] = []
    package var tables: [TableInspection] = []
    /// Why it can't be read, or not all of it.
    package var problems: [InputProblem] = []

    /// A sheet as the workbook lists it.
    package struct Sheet: Sendable, Encodable {
        package let name: String
        package let isHidden: Bool
        /// It holds a table that a run would look at.
        package let hasTable: Bool
    }

    init(_ file: String) {
        self.file = file
        let name = file.lowercased()
        container = name.hasSuffix(".gz") ? "gzip" : name.hasSuffix(".zip") ? "zip" : "none"
    }
}

/// What one table of an inspected file is.
package struct TableInspection: Sendable, Encodable {
    /// The file's, or `archive.zip!member`, or `file.xlsx!sheet`.
    package let name: String
    /// `delimited`, `xml` or `workbook`.
    package let kind: String
    package let encoding: String
    /// `mark`, `declaration`, `trial` or `nothing`; `nil` for workbooks.
    package let encodingFoundBy: String?
    package let delimiter: String?
    /// Line or row of the header, from 1; 0 for XML and for tables without one.
    package var headerLine = 0
    /// Lines with something in them above the header.
    package var titleLines = 0
    package var lineEnds: LineEnds?
    /// Rows looked at, those that would be put aside among them.
    package var rows = 0
    package var isSampled = false
    package var undecodableRows = 0
    package var putAside: [PutAside] = []
    /// The last line adds up the others; `nil` if the end was not looked at.
    package var hasTotalLine: Bool?
    /// In XML.
    package var document: Document?
    package var columns: [ColumnInspection] = []
    package var fit: FitReport?
    /// A source block for a pipeline file.
    package var block: String?

    /// Line ends by kind, in what was looked at.
    package struct LineEnds: Sendable, Encodable {
        package let lf: Int
        package let crlf: Int
        package let cr: Int
    }

    /// Rows that would be put aside for one reason.
    package struct PutAside: Sendable, Encodable {
        package let code: String
        package var count: Int
        /// Lines of the first, from 1.
        package var lines: [Int]
    }

    /// The shape of a document.
    package struct Document: Sendable, Encodable {
        /// Paths that may be records, the likeliest first.
        package let records: [Record]
        package let prefixes: [String]
        package let namespaces: [String]

        /// A path and how often it stands in the head of the document.
        package struct Record: Sendable, Encodable {
            package let path: String
            package let count: Int
            package let attributes: [String]
        }
    }

    /// - Parameter told: what told a document's encoding.
    init(_ looked: LookedTable, told: XMLOutline.EncodingSource?) {
        (name, kind, encoding) = (looked.name, looked.kind.rawValue, looked.encoding)
        encodingFoundBy = (told ?? looked.encodingSource)?.rawValue
        delimiter = looked.delimiter.map { String(UnicodeScalar($0)) }
        headerLine = looked.headerLine
    }
}
