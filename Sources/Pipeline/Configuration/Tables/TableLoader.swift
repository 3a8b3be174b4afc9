import Roster

/// Reads the tables that a pipeline file names.
struct TableLoader {
    let folder: ConfigurationFolder
    let log: ProblemLog

    /// Reads the section `tables`.
    func load(_ section: ConfigSection) -> (tables: PipelineTables, files: [ConfigurationTexts.Table]) {
        var tables = PipelineTables()
        var files: [ConfigurationTexts.Table] = []
        for (name, read) in Self.readers {
            guard let (table, file) = open(section.optional(name), name: name) else { continue }
            files.append(file)
            read(table, log, &tables)
        }
        return (tables, files)
    }

    private typealias Reader = @Sendable (ConfigTable, ProblemLog, inout PipelineTables) -> Void

    private static let readers: KeyValuePairs<String, Reader> = [
        "calendar": { $2.calendar = CalendarTable.read($0, $1) },
        "dispatchUnits": { $2.dispatchUnits = DispatchUnitTable.read($0, $1) },
        "dotLookAlikes": { $2.dotLookAlikes = CharacterTables.dots($0, $1) },
        "idPrefixes": { $2.idPrefixes = RegionTables.prefixes($0, $1) },
        "lendingRates": { $2.lendingRates = LendingRateTable.read($0, $1) },
        "nameVariants": { $2.nameVariants = CharacterTables.pairs($0, $1) },
        "pinyin": { $2.pinyin = CharacterTables.sounds($0, $1) },
        "privateCharacters": { $2.privateCharacters = CharacterTables.codePoints($0, $1) },
        "regions": { $2.regions = RegionTables.regions($0, $1) },
        "retirement": { $2.retirement = RetirementTable.read($0, $1) },
        "surnamePairs": { $2.surnamePairs = CharacterTables.pairs($0, $1) },
    ]

    private func open(_ cursor: ConfigCursor?, name: String) -> (ConfigTable, ConfigurationTexts.Table)? {
        guard let cursor, let path = cursor.text() else { return nil }
        switch folder.read(path) {
        case .failure(let failure):
            cursor.report(.tableUnreadable(failure.reason))
            return nil
        case .success(let bytes):
            let file = folder.display(path)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                log.report(.notUTF8, at: .start, file: file)
                return nil
            }
            log.keep(text: text, of: file)
            let kept = ConfigurationTexts.Table(name: name, path: path, bytes: bytes)
            return ConfigTable(text: text, file: file, log: log).map { ($0, kept) }
        }
    }
}
