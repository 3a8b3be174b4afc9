/// Reads gates, of one source or for all.
struct GatesParser {
    /// The gates of a section over those that hold otherwise.
    func gates(_ cursor: ConfigCursor?, over gates: SourceGates) -> SourceGates {
        var gates = gates
        _ = cursor?.section("gates") { section in
            section.read("missing", into: &gates.missing) { $0.word(.gateAction) }
            section.read("period", into: &gates.period) { $0.word(.gateAction) }
            section.read("repeatedFile", into: &gates.repeatedFile) { $0.word(.gateAction) }
            section.read("rows", into: &gates.rows) { $0.gate("least") { $0.integer(in: 0...1_000_000_000) } }
            section.read("quarantine", into: &gates.quarantine) { $0.gate("most") { $0.share() } }
            section.read("drift", into: &gates.drift) { $0.gate("most") { $0.share(in: 0...100_000_000) } }
            section.read("validIDs", into: &gates.validIDs) { $0.gate("least") { $0.share() } }
        }
        return gates
    }
}

extension ConfigCursor {
    /// A limit and its action, `{least: 1, action: stop}`.
    fileprivate func gate<Limit>(_ key: String, _ limit: (ConfigCursor) -> Limit?) -> Gate<Limit>?? {
        section("gate") { section in
            let limit = section.require(key).flatMap(limit)
            let action: GateAction? = section.require("action")?.word(.gateAction)
            guard let limit, let action else { return nil }
            return Gate(limit, action)
        }
    }
}
