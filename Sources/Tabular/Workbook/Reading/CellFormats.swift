/// Which of a workbook's cell formats show a number as a date or time.
struct CellFormats {
    private var areDates: [Bool] = []

    /// A workbook without such a part.
    init() {}

    /// Reads the part of styles.
    init(_ part: WorkbookPart) throws(TabularError) {
        var codes: [Int: String] = [:]
        var isInCellFormats = false
        for element in try part.elements() {
            let number = element.attributes[Name.numFmtId.rawValue].flatMap { Int($0) } ?? 0
            switch Name(rawValue: element.name) {
            case .numFmt: codes[number] = element.attributes[Name.formatCode.rawValue]
            case .cellXfs: isInCellFormats = true
            case .cellStyles, .dxfs: isInCellFormats = false
            case .xf where isInCellFormats:
                areDates.append(codes[number].map(Self.isDate(code:)) ?? Self.builtInDates.contains(number))
            default: break
            }
        }
    }

    /// Names of elements and attributes, for reading the part.
    static let names = Name.allCases.map { "\($0)" }

    private enum Name: Int, CaseIterable {
        case numFmt, numFmtId, formatCode, cellXfs, xf, cellStyles, dxfs
    }

    /// Whether cells of this format number are dates.
    func isDate(_ format: Int) -> Bool {
        areDates.indices.contains(format) && areDates[format]
    }

    /// Numbers that need no code: ECMA-376 part 1, 18.8.30, those of East Asian editions included.
    private static let builtInDates = Set(14...22).union(27...36).union(45...47).union(50...58)

    /// Whether a format code has a letter of a date or time outside quotes, brackets and escapes.
    static func isDate(code: String) -> Bool {
        var closing: Character?
        var isEscaped = false
        for character in code.lowercased() {
            if let end = closing {
                if character == end { closing = nil }
            } else if isEscaped {
                isEscaped = false
            } else {
                switch character {
                case "\"": closing = "\""
                case "[": closing = "]"
                case "\\", "_", "*": isEscaped = true
                case ";": return false
                case "y", "m", "d", "h", "s": return true
                default: break
                }
            }
        }
        return false
    }
}
