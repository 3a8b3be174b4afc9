/// Why a workbook can't be read or written as a whole.
package struct WorkbookError: Error, Hashable {
    package var kind: Kind
    /// Path of the file.
    package var path: String
    /// The sheet, where one is concerned.
    package var sheet: String?

    package init(_ kind: Kind, path: String, sheet: String? = nil) {
        self.kind = kind
        self.path = path
        self.sheet = sheet
    }

    /// What is wrong.
    package enum Kind: Sendable, Hashable {
        /// A part that every workbook has is missing; its name in the archive.
        case missingPart(String)
        /// A part is not well-formed or is dangerous.
        case badPart(String, XMLError)
        /// A cell refers to something that is not there, or its place is impossible; its place as `C7`.
        case badCell(String)
        /// More than a cap allows.
        case limit(Limit, Int)
        /// No sheet of that name.
        case noSuchSheet(String)
        /// No visible sheet has a known header.
        case noTable
        /// The writer's library reported this number while writing.
        case notWritten(code: Int, step: String)
        /// The written file, read again, has another number of rows.
        case rowsLost(written: Int, found: Int)
    }

    /// The caps of `WorkbookLimits`, for naming them.
    package enum Limit: String, Sendable, Hashable {
        case sharedStringBytes, rows, columns, sheets, partBytes
    }
}
