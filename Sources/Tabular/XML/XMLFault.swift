/// Why a document is refused as a whole, and where in it; the name of its file is added further up. It quotes nothing of
/// the document but the names of its root and its encoding.
struct XMLFault: Error, Hashable {
    let kind: Kind
    /// Physical line, from 1.
    let line: Int
    /// Column in characters, from 1.
    let column: Int

    init(_ kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// What is wrong with the document.
    enum Kind: Hashable, Sendable {
        /// It has a document type declaration.
        case documentType
        /// It uses an entity other than the five predefined ones and character references.
        case entity
        /// It exceeds one of `XMLLimits`.
        case limit(XMLLimits.Name, Int)
        /// No record path begins with its root, whose local name is given.
        case wrongRoot(String)
        /// It declares an encoding that is none of ours.
        case unknownEncoding(String)
        /// It ends before its root does, or is empty.
        case truncated
        /// It is not well-formed; `code` is the parser's own number for the fault.
        case malformed(code: Int)
    }
}

extension TabularError {
    /// A refused document as the error of its file.
    init(_ fault: XMLFault, file: String) {
        let (kind, cause): (Kind, Cause?) =
            switch fault.kind {
            case .documentType: (.documentType, nil)
            case .entity: (.unknownEntity, nil)
            case .limit(let name, let value): (.documentLimit, .exceeded(name.rawValue, value))
            case .wrongRoot(let name): (.wrongRoot, .named(name))
            case .unknownEncoding(let name): (.unknownEncoding, .named(name))
            case .truncated: (.truncated, nil)
            case .malformed(let code): (.malformedDocument, .parser(code: code))
            }
        self.init(kind, file: file, cause: cause)
        (line, column) = (fault.line, fault.column)
    }
}
