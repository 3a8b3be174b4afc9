package import Roster

/// A record whose ID number is masked or damaged, and whom it fits: a line of `masked.csv`.
package struct DamagedRow: Sendable, Equatable {
    package var month: Month
    package var source: SourceName
    package var file: String
    package var row: Int
    /// `masked` or `damaged`.
    package var state: String
    /// `linked`, `ambiguous` or `unlinked`.
    package var outcome: String
    /// How many people's numbers it can be.
    package var fits: Int
    /// How many of them have the same name, sex and birth month, as far as these are told.
    package var candidates: Int
    /// Of the person it is linked to; else empty.
    package var registrationNumber: String

    package init(
        month: Month, source: SourceName, place: (file: String, row: Int), state: String, outcome: String, fits: Int,
        candidates: Int, registrationNumber: String
    ) {
        (self.month, self.source, file, row) = (month, source, place.file, place.row)
        (self.state, self.outcome, self.fits) = (state, outcome, fits)
        self.candidates = candidates
        self.registrationNumber = registrationNumber
    }

    /// Columns of `masked.csv`.
    package static let table = MachineTable<DamagedRow>([
        .init(.month) { $1.add($0.month) },
        .init(.source) { $1.add($0.source.text) },
        .init(.file) { $1.add($0.file) },
        .init(.row) { $1.add($0.row) },
        .init(.idState) { $1.add($0.state) },
        .init(.outcome) { $1.add($0.outcome) },
        .init(.fits) { $1.add($0.fits) },
        .init(.candidates) { $1.add($0.candidates) },
        .init(.registrationNumber) { $1.add($0.registrationNumber) },
    ])
}
