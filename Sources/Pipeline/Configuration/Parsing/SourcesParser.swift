import Normalization
import Roster
import Tabular

/// Reads the section `sources`, with the gates that hold for all.
struct SourcesParser {
    let quotes: QuoteCaps
    let log: ProblemLog

    /// The sources in the order of the file.
    func sources(_ root: ConfigSection) -> [SourceDefinition] {
        let gates = GatesParser().gates(root.optional("gates"), over: .none)
        guard let section = root.require("sources") else { return [] }
        let cursors = section.entries()
        let sources = cursors.compactMap { source($0, gates) }
        if !sources.isEmpty, !sources.contains(where: { $0.kind == .unemployed }) {
            section.reportKey(.contradiction(.spineMissing), found: "unemployed")
        }
        warnOfOverlaps(sources, cursors)
        return sources
    }

    private func source(_ cursor: ConfigCursor, _ gates: SourceGates) -> SourceDefinition? {
        guard let kind = kind(of: cursor) else { return nil }
        return cursor.section("source") { section in
            _ = section.optional("kind")
            let isRequired = section.optional("required")?.flag() ?? false
            let layout = layout(section, kind)
            return SourceDefinition(
                layout: layout, title: section.require("title")?.text() ?? "", files: globs(section),
                isRequired: isRequired,
                gates: self.gates(section, kind: kind, isRequired: isRequired, over: gates),
                encoding: section.optional("encoding")?.word(.encoding),
                delimiter: section.optional("delimiter")?.delimiter(), quotes: quotes(section),
                span: section.require("span")?.word(.span) ?? .snapshot,
                periodField: section.optional("periodField")?.field(of: layout))
        }
    }

    /// `kind`, or the source's own name.
    private func kind(of cursor: ConfigCursor) -> SourceKind? {
        let names = SourceKind.allCases.map(\.rawValue)
        if case .mapping(let entries) = cursor.node.content, let entry = entries.first(where: { $0.key == "kind" }) {
            return cursor.cursor(to: entry).word(.sourceKind)
        }
        if let kind = SourceKind(rawValue: cursor.name) { return kind }
        cursor.reportKey(.unknownWord(.sourceKind), candidates: names)
        return nil
    }

    private func layout(_ section: ConfigSection, _ kind: SourceKind) -> SourceLayout {
        let fields = section.require("fields").map { FieldsParser(kind: kind).fields($0) } ?? []
        return SourceLayout(
            name: SourceName(section.cursor.name), kind: kind, fields: fields,
            isNameless: section.optional("nameless")?.flag() ?? false,
            recordPaths: section.optional("records")?.itemsOrOne().compactMap { $0.elementPath() } ?? [])
    }

    private func globs(_ section: ConfigSection) -> [FileGlob] {
        guard let files = section.require("files") else { return [] }
        let globs = files.itemsOrOne().compactMap { $0.glob() }
        if globs.isEmpty, !log.hasErrors { files.reportKey(.contradiction(.noFiles), found: "") }
        return globs
    }

    private func gates(
        _ section: ConfigSection, kind: SourceKind, isRequired: Bool, over gates: SourceGates
    ) -> SourceGates {
        let cursor = section.optional("gates")
        var own = GatesParser().gates(cursor, over: gates)
        if !isRequired { own.missing = .ignore }
        if kind == .unemployed, own.missing != .stop {
            (cursor ?? section.cursor).reportKey(.contradiction(.spineMustStop))
        }
        return own
    }

    private func quotes(_ section: ConfigSection) -> QuoteCaps {
        var caps = quotes
        section.read("quotedFieldBytes", into: &caps.bytes) { $0.byteCount(in: 1...(1 << 30)) }
        section.read("quotedFieldLines", into: &caps.lines) { $0.integer(in: 0...100_000) }
        return caps
    }

    private func warnOfOverlaps(_ sources: [SourceDefinition], _ cursors: [ConfigCursor]) {
        for (index, source) in sources.enumerated() {
            for earlier in sources[..<index] {
                let pairs = source.files.lazy.flatMap { glob in earlier.files.map { (glob, $0) } }
                guard let pair = pairs.first(where: { $0.overlaps($1) }) else { continue }
                let cursor = cursors.first { $0.name == source.name.text }
                cursor?.fileCursor(of: pair.0).report(
                    .overlappingFiles(other: earlier.name.text), .warning, found: pair.0.pattern)
            }
        }
    }
}

extension ConfigCursor {
    /// A glob of file names.
    fileprivate func glob() -> FileGlob? {
        guard let text = text() else { return nil }
        do {
            return try FileGlob(text)
        } catch {
            report(.badGlob(error.fault))
            return nil
        }
    }

    /// The item of `files` that holds a glob.
    fileprivate func fileCursor(of glob: FileGlob) -> ConfigCursor {
        guard case .mapping(let entries) = node.content, let entry = entries.first(where: { $0.key == "files" })
        else { return self }
        let files = cursor(to: entry)
        return files.itemsOrOne().first { $0.scalar == glob.pattern } ?? files
    }

    /// One of the delimiters by name or as itself.
    fileprivate func delimiter() -> UInt8? {
        let names = ["comma": ",", "tab": "\t", "semicolon": ";", "bar": "|"]
        guard let text = text() else { return nil }
        if let byte = (names[text] ?? text).utf8.first, names.values.contains(names[text] ?? text) { return byte }
        report(.unknownWord(.delimiter), candidates: names.keys.sorted())
        return nil
    }

    /// A field that a layout declares.
    fileprivate func field(of layout: SourceLayout) -> FieldName? {
        name(.field, among: layout.fields.map(\.field.rawValue)).flatMap { FieldName(rawValue: $0) }
    }
}
