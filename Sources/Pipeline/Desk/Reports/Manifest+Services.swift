import Reports
import Roster

extension ServiceSummary {
    /// The figures that a month's manifest keeps.
    init(_ kept: Manifest.Services) {
        var figures = Figures()
        figures.eligibility = Self.keyed(kept.eligibility) { Self.tally($0) }
        figures.difficulty = kept.difficulty.mapValues { Self.tally($0) }
        figures.exits = Tally(kept.exits)
        figures.help = Self.keyed(kept.help) { items in
            Self.keyed(items) { HelpTotal(people: $0.people, owed: $0.owed, given: $0.given, gap: $0.gap) }
        }
        figures.deadlines = Self.keyed(kept.deadlines) { Self.tally($0) }
        figures.actsBeyondCalendar = kept.actsBeyondCalendar
        (figures.allowance, figures.loans) = (Self.tally(kept.subsidy), Self.tally(kept.loans))
        figures.loanConditions = Self.keyed(kept.loanConditions ?? [:]) { Self.tally($0) }
        figures.interestSubsidy = Money(fen: Int64(kept.interestSubsidy.filter { $0 != "." }) ?? 0)
        self.init(figures)
    }

    /// A tally by words; words that this program does not know are left out.
    private static func tally<Key: RawRepresentable<String>>(_ counts: [String: Int]) -> Tally<Key> {
        Tally(keyed(counts) { $0 })
    }

    private static func keyed<Key: RawRepresentable<String>, Kept, Value>(
        _ values: [String: Kept], _ make: (Kept) -> Value
    ) -> [Key: Value] where Key: Hashable {
        Dictionary(
            values.compactMap { word, kept in Key(rawValue: word).map { ($0, make(kept)) } }
        ) { first, _ in first }
    }
}
