/// An element of a small part with its attributes.
struct PartElement {
    /// Its place in the list of names asked for.
    let name: Int
    /// Values of the attributes asked for, by their places in the list of names.
    var attributes: [Int: String]
}

extension WorkbookPart {
    /// All elements asked for, in document order; for small parts only.
    func elements(limit: Int = 100_000) throws(TabularError) -> [PartElement] {
        var events = XMLEvents()
        var found: [PartElement] = []
        while try next(&events) {
            for event in events.list {
                switch event.kind {
                case .start: found.append(PartElement(name: Int(event.name), attributes: [:]))
                case .attribute:
                    let value = String(decoding: events.text[Int(event.start)..<Int(event.end)], as: UTF8.self)
                    found[found.count - 1].attributes[Int(event.name)] = value
                case .text, .end, .leaf: break
                }
            }
            guard found.count <= limit else { throw fault(.workbookLimit, .exceeded("elements", limit)) }
        }
        return found
    }
}
