/// Why a file could not be read as tables: what happened, in which file, at which byte.
///
/// It ends the reading of one file. Faults of single rows are `RowDefect`s and end nothing. No value of a row is ever
/// in it.
package struct TabularError: Error, Hashable, Sendable {
    package var kind: Kind
    /// Name of the file, or `archive.zip!member`.
    package var file: String
    /// Byte of the file as it lies on the disk, from 0, if the fault has a place.
    package var byteOffset: Int?
    /// Physical line and column of a document, from 1, if the fault has such a place.
    package var line: Int?
    package var column: Int?
    /// What lies behind it, if anything does.
    package var cause: Cause?

    package init(_ kind: Kind, file: String, byteOffset: Int? = nil, cause: Cause? = nil) {
        self.kind = kind
        self.file = file
        self.byteOffset = byteOffset
        self.cause = cause
    }

    /// The closed list of faults that end a file.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        // the file system
        case cannotOpen = "cannot_open"
        case notRegularFile = "not_regular_file"
        case readFailed = "read_failed"
        case cutShort = "cut_short"
        case changedWhileRead = "changed_while_read"
        case unknownFileKind = "unknown_file_kind"
        // compression
        case notGzip = "not_gzip"
        case truncated = "truncated"
        case corrupt = "corrupt"
        case checksum = "checksum"
        case wrongSize = "wrong_size"
        case trailingBytes = "trailing_bytes"
        case expansionLimit = "expansion_limit"
        case sizeLimit = "size_limit"
        // zip directories
        case noZipDirectory = "no_zip_directory"
        case contradictoryZip = "contradictory_zip"
        case encryptedMember = "encrypted_member"
        case duplicateMember = "duplicate_member"
        case overlappingMembers = "overlapping_members"
        case unknownMethod = "unknown_method"
        case badMemberName = "bad_member_name"
        case nestedContainer = "nested_container"
        case noSuchMember = "no_such_member"
        case noTable = "no_table"
        case tooManyMembers = "too_many_members"
        // text tables
        case headerNotFound = "header_not_found"
        // XML documents, those in workbooks included
        case documentType = "document_type"
        case unknownEntity = "unknown_entity"
        case malformedDocument = "malformed_document"
        case documentLimit = "document_limit"
        case wrongRoot = "wrong_root"
        case unknownEncoding = "unknown_encoding"
        // workbooks
        case missingPart = "missing_part"
        case badCell = "bad_cell"
        case noSuchSheet = "no_such_sheet"
        case workbookLimit = "workbook_limit"
        case notWritten = "not_written"
        case rowsLost = "rows_lost"
        // tables; behind the others, because codes are counted from the first
        case tooManyColumns = "too_many_columns"
    }

    /// What a lower layer said.
    package enum Cause: Hashable, Sendable {
        /// A system call failed with this `errno`.
        case systemCall(errno: Int32)
        /// A limit of this size was passed.
        case limit(Int)
        /// Headings of the table that were known, of as many in the line that came closest.
        case headings(known: Int, of: Int)
        /// A named limit of this size was passed.
        case exceeded(String, Int)
        /// The name of a root element, encoding, part or sheet.
        case named(String)
        /// A library's own number for the fault.
        case parser(code: Int)
        /// The step of writing at which a library reported this number.
        case writer(step: String, code: Int)
        /// The place of a cell, as `C7`.
        case cell(String)
        /// Rows written, and rows found when the file was read again.
        case rows(written: Int, found: Int)
    }
}

extension TabularError: CustomStringConvertible {
    /// Code, file and byte, for logs; the wording for people is made at the edge.
    package var description: String {
        var text = "\(kind.rawValue): \(file)"
        if let byteOffset { text += " @\(byteOffset)" }
        if let line { text += ":\(line):\(column ?? 1)" }
        if let cause { text += " (\(cause))" }
        return text
    }
}
