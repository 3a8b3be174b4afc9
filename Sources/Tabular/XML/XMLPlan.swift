/// A layout turned into a tree of places, so that each element costs one look-up in a table.
struct XMLPlan {
    /// Local names of all elements and attributes on the paths; their places are their numbers.
    let names: [String]
    /// The places. Place 0 is the document itself.
    let nodes: [Node]
    /// Lists of columns, one after the other; nodes hold ranges of it.
    let columnLists: [Int]
    private let children: [Int32]
    private let attributes: [Range<Int>]

    /// A place on the paths.
    struct Node {
        /// Columns fed by the text of this element.
        var textColumns: Range<Int>
        /// Columns whose values end with this element: those of the record, or of the ancestor that holds them.
        var ownColumns: Range<Int>
        var isRecord: Bool
        /// How deep it stands; the root at 1.
        var depth: Int
        /// How deep the element stands with which values given here end.
        var ownerDepth: Int
        /// Its values hold for all records up to the root's end, without being the root's own.
        var isBesideRecords: Bool { ownerDepth == 1 && depth > 1 }
    }

    private static let nowhere: Int32 = -1

    init(_ layout: XMLLayout) {
        let draft = XMLPlanDraft(layout)
        var lists: [Int] = []
        func list(_ columns: [Int]) -> Range<Int> {
            lists += columns
            return lists.count - columns.count..<lists.count
        }
        var children = Array(repeating: Self.nowhere, count: draft.nodes.count * draft.names.count)
        var attributes = Array(repeating: 0..<0, count: children.count)
        for (place, node) in draft.nodes.enumerated() {
            for (name, child) in node.children { children[place * draft.names.count + name] = Int32(child) }
            for name in node.attributes.keys.sorted() {
                attributes[place * draft.names.count + name] = list(node.attributes[name] ?? [])
            }
        }
        nodes = draft.nodes.map {
            Node(
                textColumns: list($0.textColumns), ownColumns: list($0.ownColumns), isRecord: $0.isRecord,
                depth: $0.depth, ownerDepth: $0.ownerDepth)
        }
        names = draft.names
        (self.children, self.attributes, columnLists) = (children, attributes, lists)
    }

    /// What the parser has to tell.
    var interest: XMLInterest {
        var (wantsText, wantsPlace) = (names.map { _ in false }, names.map { _ in false })
        for (place, child) in children.enumerated() where child != Self.nowhere {
            let node = nodes[Int(child)]
            if !node.textColumns.isEmpty { wantsText[place % names.count] = true }
            if node.isRecord { wantsPlace[place % names.count] = true }
        }
        return XMLInterest(names: names, wantsText: wantsText, wantsPlace: wantsPlace, joinsLeaves: true)
    }

    /// The place of a child element; `nil` if no path goes there.
    @inline(__always)
    func child(_ name: Int32, of node: Int) -> Int? {
        guard name != XMLEvent.otherName else { return nil }
        let child = children[node * names.count + Int(name)]
        return child == Self.nowhere ? nil : Int(child)
    }

    /// The columns that an attribute feeds, as a range of `columnLists`.
    @inline(__always)
    func columns(ofAttribute name: Int32, of node: Int) -> Range<Int> {
        attributes[node * names.count + Int(name)]
    }
}

/// The tree while it grows.
private struct XMLPlanDraft {
    var names: [String] = []
    var nodes: [Node] = [Node()]

    struct Node {
        var textColumns: [Int] = []
        var ownColumns: [Int] = []
        var isRecord = false
        var leadsToRecord = false
        var depth = 0
        var ownerDepth = 0
        var children: [Int: Int] = [:]
        var attributes: [Int: [Int]] = [:]
    }

    init(_ layout: XMLLayout) {
        for path in layout.recordPaths { addRecord(path) }
        let roots = nodes[0].children.values.sorted()
        for root in roots {
            for (column, paths) in layout.columns.enumerated() {
                for path in paths { addColumn(column, path: path, root: root) }
            }
        }
    }

    private mutating func addRecord(_ path: [String]) {
        var node = 0
        for name in path {
            node = makeChild(name, of: node)
            nodes[node].leadsToRecord = true
        }
        if node != 0 { nodes[node].isRecord = true }
    }

    private mutating func addColumn(_ column: Int, path: String, root: Int) {
        var steps = path.split(separator: "/").map(String.init)
        guard let last = steps.last else { return }
        let attribute = last.hasPrefix("@") ? String(last.dropFirst()) : nil
        if attribute != nil { steps.removeLast() }
        var (node, owner) = (root, root)
        for step in steps {
            node = makeChild(step, of: node)
            if nodes[node].leadsToRecord { owner = node }
        }
        if let attribute {
            nodes[node].attributes[number(of: attribute), default: []].append(column)
        } else {
            nodes[node].textColumns.append(column)
        }
        nodes[node].ownerDepth = nodes[owner].depth
        nodes[owner].ownColumns.append(column)
    }

    private mutating func makeChild(_ name: String, of node: Int) -> Int {
        let number = number(of: name)
        if let child = nodes[node].children[number] { return child }
        nodes.append(Node(depth: nodes[node].depth + 1))
        nodes[node].children[number] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func number(of name: String) -> Int {
        if let known = names.firstIndex(of: name) { return known }
        names.append(name)
        return names.count - 1
    }
}
