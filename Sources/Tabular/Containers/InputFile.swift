/// A delivered file, and the tables in it.
package enum InputFile {
    /// The tables of the file at `path`, by the ends of names: one, or for a zip archive one a member in the order of
    /// its directory. Folders and what macOS and Windows add to them are passed over. `limit` holds for all that is read from them.
    package static func tables(
        at path: String, limit: ExpansionLimit = ExpansionLimit()
    ) throws(TabularError) -> [TableSource] {
        let name = RegularFile.lastComponent(of: path)
        var stem = name.lowercased()
        if stem.hasSuffix(".zip") { return try members(ofArchive: path, limit: limit) }
        let isGzip = stem.hasSuffix(".gz")
        if isGzip { stem.removeLast(3) }
        guard let kind = kind(of: stem) else { throw TabularError(.unknownFileKind, file: name) }
        return [TableSource(path: path, isGzip: isGzip, kind: kind, limit: limit)]
    }

    private static func members(ofArchive path: String, limit: ExpansionLimit) throws(TabularError) -> [TableSource] {
        let archive = try ZipArchive(path: path, limit: limit)
        var tables: [TableSource] = []
        for entry in archive.entries where !isPassedOver(entry.name) {
            let name = "\(archive.name)!\(entry.name)"
            let lowercased = entry.name.lowercased()
            if [".gz", ".zip"].contains(where: lowercased.hasSuffix) {
                throw TabularError(.nestedContainer, file: name)
            }
            guard let kind = kind(of: lowercased) else { throw TabularError(.unknownFileKind, file: name) }
            tables.append(TableSource(path: path, member: entry.name, kind: kind, limit: limit))
        }
        if tables.isEmpty { throw TabularError(.noTable, file: archive.name) }
        return tables
    }

    private static func kind(of lowercasedName: String) -> TableSource.Kind? {
        let ends: [(String, TableSource.Kind)] = [
            (".csv", .delimited), (".txt", .delimited), (".tsv", .delimited), (".xml", .xml), (".xlsx", .workbook),
        ]
        return ends.first { lowercasedName.hasSuffix($0.0) }?.1
    }

    private static func isPassedOver(_ member: String) -> Bool {
        let name = member.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return member.hasPrefix("__MACOSX/") || [".ds_store", "thumbs.db", "desktop.ini"].contains(name)
    }
}
