/// A value of a column. The ledger's tables hold whole numbers, texts and nothing else.
enum Cell: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)

    init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
    init(_ value: Int32?) { self = value.map { .integer(Int64($0)) } ?? .null }
    init(_ value: Bool) { self = .integer(value ? 1 : 0) }
    init(_ value: String?) { self = value.map(Cell.text) ?? .null }

    /// An empty text takes the place of nothing at all in a column that is mostly empty.
    init(nonEmpty value: String) { self = value.isEmpty ? .null : .text(value) }
}

extension Cell: CustomStringConvertible {
    /// The value in a dump: empty for nothing, numbers in decimal, texts with `\`, tabs and line ends escaped.
    var description: String {
        switch self {
        case .null: ""
        case .integer(let value): String(value)
        case .text(let value): Cell.escaped(value)
        }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x5C || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
