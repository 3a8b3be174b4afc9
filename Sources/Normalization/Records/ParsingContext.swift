package import Roster

/// What the parsers of a month share.
package struct ParsingContext: Sendable, Equatable {
    package var month: Month
    package var idRules: IDRules
    package var regions: RegionTable
    package var nullMarks: NullMarks
    /// The file is a workbook: dates may be serial numbers.
    package var acceptsSerials: Bool

    package init(
        month: Month, idRules: IDRules, regions: RegionTable = .empty, nullMarks: NullMarks = .usual,
        acceptsSerials: Bool = false
    ) {
        self.month = month
        self.idRules = idRules
        self.regions = regions
        self.nullMarks = nullMarks
        self.acceptsSerials = acceptsSerials
    }
}
