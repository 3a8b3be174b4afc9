import Roster
import Tabular

/// Writes an XML export record by record, in one of the shapes in which offices send them.
final class DocumentWriter {
    private let file: ExportFile
    private let shape: Shape
    private var tally: FileTally

    /// How a document looks: its root, its encoding, and whether elements carry a prefix.
    struct Shape {
        var root: String
        var attributes: [(String, String)]
        var prefix = ""
        var encoding: TextEncoding = .utf8
        var declaration: String { encoding == .gb18030 ? "GB18030" : "UTF-8" }

        /// Elements without prefix in UTF-8.
        static func plain(root: String, attributes: [(String, String)]) -> Shape {
            Shape(root: root, attributes: attributes)
        }
    }

    /// A part of a record.
    indirect enum Part {
        case element(String, String)
        /// Text in a CDATA section.
        case quoted(String, String)
        case group(String, [(String, String)], [Part])
    }

    /// Opens the document and writes its root.
    init(_ setting: ExportSetting, _ source: SourceKind, _ shape: Shape) throws {
        self.shape = shape
        let name = "\(source.fileStem)_\(setting.month.compact).xml"
        file = try ExportFile(name, in: setting.folder, encoding: shape.encoding)
        tally = FileTally(name: name, source: source.rawValue)
        let space = shape.prefix.isEmpty ? [] : [("xmlns:\(shape.prefix.dropLast())", "urn:sg:mz")]
        try file.append("<?xml version=\"1.0\" encoding=\"\(shape.declaration)\"?>\n")
        try file.append("<\(shape.prefix)\(shape.root)\(text(of: space + shape.attributes))>\n")
    }

    /// Writes an element that is one record.
    func record(_ name: String, _ parts: [Part]) throws {
        try append(.group(name, [], parts), indent: "  ")
        tally.rows += 1
    }

    /// Writes an element that holds several records, its direct children.
    func family(_ name: String, _ attributes: [(String, String)], _ members: [Part]) throws {
        try append(.group(name, attributes, members), indent: "  ")
        tally.rows += members.count
    }

    /// Writes the end of the root and closes the file.
    func close() throws -> FileTally {
        try file.append("</\(shape.prefix)\(shape.root)>\n")
        try file.close()
        return tally
    }

    private func append(_ part: Part, indent: String) throws {
        var output = ""
        render(part, indent: indent, into: &output)
        try file.append(output)
    }

    private func render(_ part: Part, indent: String, into output: inout String) {
        switch part {
        case .element(let name, let value):
            output += "\(indent)<\(shape.prefix)\(name)>\(escaped(value))</\(shape.prefix)\(name)>\n"
        case .quoted(let name, let value):
            output += "\(indent)<\(shape.prefix)\(name)><![CDATA[\(value)]]></\(shape.prefix)\(name)>\n"
        case .group(let name, let attributes, let parts):
            let opening = "\(indent)<\(shape.prefix)\(name)\(text(of: attributes))"
            guard !parts.isEmpty else {
                output += opening + "/>\n"
                return
            }
            output += opening + ">\n"
            for part in parts { render(part, indent: indent + "  ", into: &output) }
            output += "\(indent)</\(shape.prefix)\(name)>\n"
        }
    }

    private func text(of attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    }

    private func escaped(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return value }
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
