package import Roster

/// A person whose records of one source are linked otherwise than in the month before: a line of `links.csv`.
package struct LinkChange: Sendable, Equatable {
    /// What became of the link.
    package enum Kind: String, CaseIterable, Sendable { case new, lost, moved }

    /// Why.
    package enum Cause: String, CaseIterable, Sendable {
        /// The records, or what they say, are others.
        case data
        /// The weights by which records without a usable ID number are compared are others.
        case model
        /// What the pipeline says of matching, or one of its tables, is another.
        case rule
        /// A person decided so.
        case review
    }

    package var month: Month
    package var registrationNumber: String
    package var source: SourceName
    /// The best grade among the source's records; `nil`: none was linked.
    package var previousGrade: MatchGrade?
    package var grade: MatchGrade?
    package var cause: Cause

    package init(
        month: Month, registrationNumber: String, source: SourceName, previousGrade: MatchGrade?, grade: MatchGrade?,
        cause: Cause
    ) {
        (self.month, self.registrationNumber, self.source) = (month, registrationNumber, source)
        (self.previousGrade, self.grade, self.cause) = (previousGrade, grade, cause)
    }

    /// New if there was none, lost if there is none now.
    package var kind: Kind { previousGrade == nil ? .new : grade == nil ? .lost : .moved }

    /// Columns of `links.csv`.
    package static let table = MachineTable<LinkChange>([
        .init(.month) { $1.add($0.month) },
        .init(.registrationNumber) { $1.add($0.registrationNumber) },
        .init(.source) { $1.add($0.source.text) },
        .init(.change) { $1.add($0.kind.rawValue) },
        .init(.previousGrade) { $1.add($0.previousGrade?.rawValue ?? "") },
        .init(.grade) { $1.add($0.grade?.rawValue ?? "") },
        .init(.cause) { $1.add($0.cause.rawValue) },
    ])
}
