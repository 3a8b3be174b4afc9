/// What the small parts of a workbook say: its sheets in order, and where their cells, strings and formats are.
struct WorkbookIndex {
    /// A sheet as the workbook lists it.
    struct Entry {
        let name: String
        let isVisible: Bool
        /// Name of its part in the archive.
        let part: String
    }

    private(set) var sheets: [Entry] = []
    private(set) var sharedStringsPart: String?
    private(set) var stylesPart: String?
    /// Days count from 1904 instead of 1900.
    private(set) var countsFrom1904 = false

    init(_ archive: ZipArchive) throws(TabularError) {
        let root = try Self.relations(of: "", in: archive)
        let main = root.first { $0.isKind("officeDocument") }?.part ?? "xl/workbook.xml"
        let relations = try Self.relations(of: main, in: archive)
        sharedStringsPart = relations.first { $0.isKind("sharedStrings") }?.part
        stylesPart = relations.first { $0.isKind("styles") }?.part
        try readWorkbook(main, relations, archive)
    }

    private mutating func readWorkbook(
        _ main: String, _ relations: [Relation], _ archive: ZipArchive
    ) throws(TabularError) {
        let names = ["sheet", "name", "state", "id", "workbookPr", "date1904"]
        for element in try archive.part(main, names: names).elements() {
            if element.name == 4 { countsFrom1904 = ["1", "true", "on"].contains(element.attributes[5] ?? "") }
            guard element.name == 0, let name = element.attributes[1], let id = element.attributes[3] else { continue }
            guard let relation = relations.first(where: { $0.id == id }), relation.isKind("worksheet") else { continue }
            let isVisible = ["visible", ""].contains(element.attributes[2] ?? "")
            sheets.append(Entry(name: name, isVisible: isVisible, part: relation.part))
        }
    }

    private struct Relation {
        let id: String
        let type: String
        let part: String

        /// The last part of a type tells what it is, in the transitional and in the strict namespace.
        func isKind(_ kind: String) -> Bool { type.hasSuffix("/\(kind)") }
    }

    private static func relations(of part: String, in archive: ZipArchive) throws(TabularError) -> [Relation] {
        let folder = part.split(separator: "/").dropLast().map(String.init)
        let file = part.split(separator: "/").last.map(String.init) ?? ""
        let path = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
        guard archive.entry(named: path) != nil else { return [] }
        let elements = try archive.part(path, names: ["Relationship", "Id", "Type", "Target"]).elements()
        return elements.compactMap { element in
            guard let id = element.attributes[1], let type = element.attributes[2] else { return nil }
            return Relation(id: id, type: type, part: resolve(element.attributes[3] ?? "", from: folder))
        }
    }

    private static func resolve(_ target: String, from folder: [String]) -> String {
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }
}

extension ZipArchive {
    /// A part of a workbook by its name.
    func part(_ name: String, names: [String]) throws(TabularError) -> WorkbookPart {
        guard let entry = entry(named: name) else {
            throw TabularError(.missingPart, file: self.name, cause: .named(name))
        }
        return WorkbookPart(names: names) { self.open(entry) }
    }
}
