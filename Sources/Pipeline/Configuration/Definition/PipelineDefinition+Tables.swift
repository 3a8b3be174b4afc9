package import Matching
package import Normalization

extension PipelineDefinition {
    /// What the normaliser knows of the prefixes of identity numbers.
    package var idRules: IDRules {
        let prefixes = Dictionary(grouping: tables.idPrefixes, by: \.kind).mapValues { $0.map(\.digits) }
        return IDRules(provinces: prefixes[.province] ?? [], permits: prefixes[.permit] ?? [])
    }

    /// The county codes for the normaliser.
    package var regionTable: RegionTable {
        RegionTable(
            regions: tables.regions.map { RegionTable.Region(code: $0.code, abolishedIn: $0.validTo) },
            coveredPrefixes: tables.coveredRegionPrefixes)
    }

    /// Cells that mean "nothing".
    package var nullMarks: NullMarks { NullMarks(marks.null) }

    /// The tables by which names are compared.
    package var nameTables: NameTables {
        var names = NameTables(
            privateUse: Self.folds(tables.privateCharacters), variants: Self.folds(tables.nameVariants),
            surnames: tables.surnamePairs.map { NameTables.SurnamePair($0.from, $0.to) })
        names.dots = Set(tables.dotLookAlikes.filter { !$0.onlyBetweenHan }.map(\.scalar))
        names.dotsBetweenHan = Set(tables.dotLookAlikes.filter(\.onlyBetweenHan).map(\.scalar))
        names.placeholders = Set(marks.unreadable.flatMap(\.unicodeScalars))
        return names
    }

    private static func folds(_ pairs: [CharacterPair]) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(pairs.map { ($0.from, $0.to) }) { first, _ in first }
    }
}
