import Digest
package import Matching
package import Normalization
import Roster

extension PipelineDefinition {
    /// What the normaliser knows of the prefixes of identity numbers.
    package var idRules: IDRules { tables.idRules }

    /// The county codes for the normaliser.
    package var regionTable: RegionTable {
        RegionTable(
            regions: tables.regions.map { RegionTable.Region(code: $0.code, abolishedIn: $0.validTo) },
            coveredPrefixes: tables.coveredRegionPrefixes)
    }

    /// What tells one way of matching from another: the settings, the tables by which numbers and names are compared, the
    /// model for what is left open.
    var matchingDigest: ContentDigest {
        let names: Set = ["idPrefixes", "nameVariants", "surnamePairs", "privateCharacters", "dotLookAlikes"]
        let settings = "\(matching.mostNamesOfAnID) \(matching.linksDamagedIDs) \(marks.unreadable)"
        let tables = texts.tables.filter { names.contains($0.name) || $0.name.hasPrefix("review:") }
            .map { "\($0.name) \(ContentDigest(of: $0.bytes))" }
        return ContentDigest(of: ([settings] + tables.sorted(by: precedesBytewise)).joined(separator: "\n"))
    }

    /// Cells that mean "nothing".
    package var nullMarks: NullMarks { NullMarks(marks.null) }

    /// The tables by which names are compared.
    package var nameTables: NameTables { tables.names(unreadable: marks.unreadable) }
}

extension PipelineTables {
    /// What the normaliser knows of the prefixes of identity numbers.
    package var idRules: IDRules {
        let prefixes = Dictionary(grouping: idPrefixes, by: \.kind).mapValues { $0.map(\.digits) }
        return IDRules(provinces: prefixes[.province] ?? [], permits: prefixes[.permit] ?? [])
    }

    /// The tables by which names are compared; `unreadable` are marks that stand for one character each.
    package func names(unreadable: [String]) -> NameTables {
        var names = NameTables(
            privateUse: Self.folds(privateCharacters), variants: Self.folds(nameVariants),
            surnames: surnamePairs.map { NameTables.SurnamePair($0.from, $0.to) })
        names.dots = Set(dotLookAlikes.filter { !$0.onlyBetweenHan }.map(\.scalar))
        names.dotsBetweenHan = Set(dotLookAlikes.filter(\.onlyBetweenHan).map(\.scalar))
        names.placeholders = Set(unreadable.flatMap(\.unicodeScalars))
        return names
    }

    /// Syllables by character; of several readings the first in the table.
    var pinyinOfCharacters: [Unicode.Scalar: String] {
        Dictionary(pinyin.map { ($0.character, $0.syllable) }) { first, _ in first }
    }

    private static func folds(_ pairs: [CharacterPair]) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(pairs.map { ($0.from, $0.to) }) { first, _ in first }
    }
}
