/// The shape of an unknown XML document by its first bytes: which elements and attributes stand where, and how often.
///
/// Only tags are looked for, and nothing is checked: whether the document is well-formed is told by reading it.
package struct XMLOutline: Sendable {
    /// An element that stands at one path.
    package struct Element: Hashable, Sendable {
        /// Local names from the root on.
        package let path: [String]
        package var count = 0
        /// Local names of its attributes, in the order in which they were met.
        package var attributes: [String] = []
        /// Some of them hold text other than blanks.
        package var hasText = false
    }

    /// In the order in which their first tags stand in the document.
    package private(set) var elements: [Element] = []
    /// Prefixes of names, and the namespaces that are declared, as written.
    package private(set) var prefixes: [String] = []
    package private(set) var namespaces: [String] = []
    /// What told the encoding.
    package let encodingSource: EncodingSource

    /// What can tell an encoding.
    package enum EncodingSource: String, Sendable {
        case mark, declaration, trial, nothing
    }

    private var places: [[String]: Int] = [:]
    private var open: [String] = []

    private static let headBytes = 1 << 20
    private static let maximumElements = 500

    /// The outline of the first mebibyte of a document.
    package init(_ source: TableSource) throws(TabularError) {
        let stream = try source.open()
        var bytes: [UInt8] = []
        let isWhole = try !stream.fill(&bytes, to: XMLOutline.headBytes)
        var transcoder = XMLTranscoder(fallback: .utf8, keepsPlaces: false)
        let isMarked = TextEncoding.allCases.contains { bytes.starts(with: $0.byteOrderMark) }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self)
        encodingSource = isMarked ? .mark : head.contains("encoding") ? .declaration : .nothing
        let text: [UInt8]
        do throws(XMLFault) {
            text = try transcoder.decode(bytes, isLast: isWhole)
        } catch {
            throw TabularError(error, file: stream.name)
        }
        read(String(decoding: text, as: UTF8.self).unicodeScalars)
    }

    private mutating func read(_ text: String.UnicodeScalarView) {
        var rest = text[...]
        while let tag = rest.firstIndex(of: "<") {
            if !open.isEmpty, rest[..<tag].contains(where: { !$0.properties.isWhitespace }) { noteText() }
            rest = rest[rest.index(after: tag)...]
            guard let next = XMLOutline.skip(rest) else { return }
            if next.isMarkup {
                if next.isText { noteText() }
            } else {
                take(next.tag)
            }
            rest = rest[next.end...]
        }
    }

    /// What stands behind a `<`, and where it ends.
    private struct Found {
        var tag: Substring.UnicodeScalarView
        var end: String.UnicodeScalarView.Index
        /// A comment, a declaration or CDATA.
        var isMarkup = false
        var isText = false
    }

    private static func skip(_ rest: Substring.UnicodeScalarView) -> Found? {
        for (begin, end) in [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")] {
            guard rest.starts(with: begin.unicodeScalars) else { continue }
            guard let close = rest.firstRange(of: Array(end.unicodeScalars)) else { return nil }
            return Found(tag: rest[..<close.lowerBound], end: close.upperBound, isMarkup: true, isText: end == "]]>")
        }
        var quote: Unicode.Scalar?
        for index in rest.indices {
            let scalar = rest[index]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                return Found(tag: rest[..<index], end: rest.index(after: index), isMarkup: rest.first == "!")
            }
        }
        return nil
    }

    private mutating func take(_ tag: Substring.UnicodeScalarView) {
        if tag.first == "/" {
            _ = open.popLast()
            return
        }
        let isEmpty = tag.last == "/"
        let body = isEmpty ? tag.dropLast() : tag
        let name = body.prefix { !$0.properties.isWhitespace }
        open.append(local(name))
        let place = place(of: open)
        if let place { elements[place].count += 1 }
        for attribute in attributes(body.dropFirst(name.count)) {
            if let place, !elements[place].attributes.contains(attribute) {
                elements[place].attributes.append(attribute)
            }
        }
        if isEmpty { open.removeLast() }
    }

    /// Local names of attributes; declarations of namespaces are noted and left out.
    private mutating func attributes(_ text: Substring.UnicodeScalarView) -> [String] {
        var names: [String] = []
        var rest = text.drop { $0.properties.isWhitespace }
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].filter { !$0.properties.isWhitespace }
            let value = rest[rest.index(after: equals)...].drop { $0.properties.isWhitespace }
            guard let quote = value.first, let end = value.dropFirst().firstIndex(of: quote) else { break }
            if name.starts(with: "xmlns".unicodeScalars) {
                let namespace = String(value[value.index(after: value.startIndex)..<end])
                if namespaces.count < 20, !namespaces.contains(namespace) { namespaces.append(namespace) }
            } else {
                names.append(local(Substring.UnicodeScalarView(String(String.UnicodeScalarView(name)).unicodeScalars)))
            }
            rest = value[value.index(after: end)...].drop { $0.properties.isWhitespace }
        }
        return names
    }

    private mutating func local(_ name: Substring.UnicodeScalarView) -> String {
        guard let colon = name.firstIndex(of: ":") else { return String(name) }
        let prefix = String(name[..<colon])
        if prefixes.count < 20, !prefixes.contains(prefix) { prefixes.append(prefix) }
        return String(name[name.index(after: colon)...])
    }

    private mutating func noteText() {
        if let place = places[open] { elements[place].hasText = true }
    }

    private mutating func place(of path: [String]) -> Int? {
        if let known = places[path] { return known }
        guard elements.count < XMLOutline.maximumElements else { return nil }
        elements.append(Element(path: path))
        places[path] = elements.count - 1
        return elements.count - 1
    }
}

extension XMLOutline {
    /// Paths of elements that may be records, the likeliest first: those that hold values and occur most often, the
    /// innermost of equals.
    package var recordCandidates: [[String]] {
        let found = elements.filter { $0.path.count > 1 && !values(of: $0).isEmpty }
        let isRepeated = found.contains { $0.count > 1 }
        let candidates = found.filter { $0.count > 1 || !isRepeated }
        let inner = candidates.filter { element in
            !candidates.contains { $0.path.count > element.path.count && $0.path.starts(with: element.path) }
        }
        let ranked = inner.sorted { $0.count > $1.count }
        return ranked.map(\.path) + candidates.map(\.path).filter { path in !ranked.contains { $0.path == path } }
    }

    /// Paths of the values of a record, relative to the root: attributes of what is around it, then its own, then its
    /// children that hold text.
    package func columns(of record: [String]) -> [String] {
        var paths: [String] = []
        for depth in 1...max(1, record.count) {
            let around = Array(record.prefix(depth))
            guard let place = places[around] else { continue }
            let steps = around.dropFirst().joined(separator: "/")
            paths += elements[place].attributes.map { steps.isEmpty ? "@\($0)" : "\(steps)/@\($0)" }
        }
        return paths + leaves(of: record).map { $0.dropFirst().joined(separator: "/") }
    }

    private func values(of element: Element) -> [String] {
        element.attributes + leaves(of: element.path).map { $0.last ?? "" }
    }

    /// Paths of the children that hold no elements themselves.
    private func leaves(of path: [String]) -> [[String]] {
        elements.filter { child in
            child.path.count == path.count + 1 && child.path.starts(with: path)
                && !elements.contains { $0.path.count > child.path.count && $0.path.starts(with: child.path) }
        }.map(\.path)
    }
}
