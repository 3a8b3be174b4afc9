package import Decisions
package import Roster

/// The tables beside a pipeline file, typed. One that the file does not name is empty.
package struct PipelineTables: Sendable, Equatable {
    package var regions: [Region] = []
    package var idPrefixes: [IDPrefix] = []
    package var calendar: WorkingCalendar?
    package var retirement: [RetirementTrack] = []
    package var lendingRates: [LendingRate] = []
    package var dispatchUnits: [DispatchUnit] = []
    package var nameVariants: [CharacterPair] = []
    package var surnamePairs: [CharacterPair] = []
    package var privateCharacters: [CharacterPair] = []
    package var dotLookAlikes: [DotLookAlike] = []
    package var pinyin: [CharacterSound] = []

    package init() {}

    /// First four digits of region codes under which the table is complete: those of its prefectures.
    package var coveredRegionPrefixes: [String] {
        regions.filter { $0.level == "prefecture" }.map { String($0.code.prefix(4)) }
    }

    /// The counties of today below a prefix of region codes, by code.
    package func counties(under prefix: String) -> [County] {
        regions.filter { $0.isCounty && $0.code.hasPrefix(prefix) && $0.validTo == nil }
            .map { County(code: $0.code, name: $0.name) }
            .sorted { precedesBytewise($0.code, $1.code) }
    }
}

/// A division of the state at county level or above, with the years of its code.
package struct Region: Hashable, Sendable {
    /// Six digits.
    package var code: String
    package var name: String
    package var level: String
    package var validFrom: Int?
    /// The year its code ended; `nil`: in force.
    package var validTo: Int?
    /// The code that took its place, or empty.
    package var successor: String

    /// Place-holders and prefectures are none.
    package var isCounty: Bool { level != "prefecture" && level != "placeholder" }
}

/// First digits that an identity number may have.
package struct IDPrefix: Hashable, Sendable {
    /// Whose numbers begin with it.
    package enum Kind: String, CaseIterable, Sendable {
        /// Resident numbers of a province.
        case province
        /// Residence permits of Hong Kong, Macao and Taiwan residents.
        case permit
    }

    /// Two digits.
    package var digits: String
    package var kind: Kind
    package var name: String
}

/// An employer whose contributions are no proof of a job with it: agencies and units for flexible accounts.
package struct DispatchUnit: Hashable, Sendable {
    /// Unified social credit code, or empty.
    package var creditCode: String
    /// The insurance agency's unit number, or empty.
    package var unitNumber: String
    package var name: String
    /// 类别 as the table writes it.
    package var category: String
}

/// Two characters that stand for each other; where there is a direction, `from` is written for `to`.
package struct CharacterPair: Hashable, Sendable {
    package var from: Unicode.Scalar
    package var to: Unicode.Scalar
}

/// A character with its syllable, without tone.
package struct CharacterSound: Hashable, Sendable {
    package var character: Unicode.Scalar
    package var syllable: String
}

/// A character written for the dot between the parts of a name.
package struct DotLookAlike: Hashable, Sendable {
    package var scalar: Unicode.Scalar
    /// It is a dot only between two Han characters.
    package var onlyBetweenHan: Bool
}
