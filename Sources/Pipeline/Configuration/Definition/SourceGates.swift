/// What a gate does when it does not hold.
package enum GateAction: String, CaseIterable, Sendable {
    /// Nothing is published.
    case stop
    /// The run goes on and says so.
    case warn
    case ignore
}

/// A limit and what happens beyond it.
package struct Gate<Limit: Sendable & Equatable>: Sendable, Equatable {
    package var limit: Limit
    package var action: GateAction

    package init(_ limit: Limit, _ action: GateAction) {
        self.limit = limit
        self.action = action
    }
}

/// What a source has to fulfil before its rows are believed.
package struct SourceGates: Sendable, Equatable {
    /// No file matches. For optional sources always `ignore`.
    package var missing: GateAction
    /// Fewest rows.
    package var rows: Gate<Int>?
    /// Largest share of quarantined rows.
    package var quarantine: Gate<Share>?
    /// The file speaks of another month than the run.
    package var period: GateAction
    /// Largest change of the number of rows against last month, up or down.
    package var drift: Gate<Share>?
    /// Smallest share of usable identity numbers.
    package var validIDs: Gate<Share>?
    /// The same bytes twice under two names, or last month's.
    package var repeatedFile: GateAction

    /// No gate at all.
    package static let none = SourceGates(missing: .ignore, period: .ignore, repeatedFile: .ignore)
}
