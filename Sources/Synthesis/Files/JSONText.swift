/// A small JSON document whose members keep their order.
indirect enum JSONText {
    case number(Int)
    case text(String)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The document, indented by two spaces a level; objects of numbers stay on one line.
    func rendered(indent: String = "") -> String {
        let deeper = indent + "  "
        switch self {
        case .number(let value): return String(value)
        case .text(let value): return JSONText.quoted(value)
        case .array(let items):
            let lines = items.map { deeper + $0.rendered(indent: deeper) }
            return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
        case .object(let members):
            let pairs = members.map { JSONText.quoted($0.0) + ": " + $0.1.rendered(indent: deeper) }
            guard members.contains(where: { !$0.1.isLeaf }) else { return "{" + pairs.joined(separator: ", ") + "}" }
            return "{\n" + pairs.map { deeper + $0 }.joined(separator: ",\n") + "\n" + indent + "}"
        }
    }

    private var isLeaf: Bool {
        switch self {
        case .number, .text: true
        case .object(let members): members.isEmpty
        case .array: false
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
