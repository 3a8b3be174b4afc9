import Roster

// The order in which a person's evidence is listed. Contributions are many, so they are compared by numbers that are
// read once, and by texts only where these are equal; records of other kinds by their normalised values. Equal records
// are told apart by grade, file and row, so the list does not depend on how the files were cut or ordered.

extension CaseReading {
    /// The places of all pieces of evidence in canonical order.
    func listingOrder() -> [Int] {
        let evidence = personCase.evidence
        guard evidence.count > 1 else { return Array(evidence.indices) }
        return evidence.indices.map { ListingKey(evidence[$0].observation, index: $0) }
            .sorted { $0.precedes($1, among: evidence) }
            .map(\.index)
    }
}

/// What a piece of evidence is first sorted by.
private struct ListingKey {
    let index: Int
    /// Place of the kind; contributions come first.
    let kind: Int
    /// Of contributions: the period; else 0.
    let period: Int32
    /// Of contributions: scheme, payer, payment and state.
    let places: Int
    let base: Int64
    let received: Int32

    init(_ observation: Observation, index: Int) {
        self.index = index
        kind = observation.kindPlace
        guard case .contribution(let contribution) = observation else {
            (period, places, base, received) = (0, 0, 0, 0)
            return
        }
        period = contribution.period.index
        places =
            ((contribution.scheme.place * 8 + contribution.payer.place) * 8 + contribution.payment.place) * 8
            + contribution.state.place
        base = contribution.base?.fen ?? .min
        received = contribution.receivedOn?.number ?? .min
    }

    func precedes(_ other: ListingKey, among evidence: [Evidence]) -> Bool {
        if kind != other.kind { return kind < other.kind }
        if period != other.period { return period < other.period }
        if places != other.places { return places < other.places }
        if base != other.base { return base < other.base }
        if received != other.received { return received < other.received }
        return evidence[index].isListed(before: evidence[other.index])
    }
}

extension Evidence {
    fileprivate func isListed(before other: Evidence) -> Bool {
        observation.period.precedesBytewise(other.observation.period)
            ?? observation.values.precedesBytewise(other.observation.values)
            ?? (grade == other.grade ? reference < other.reference : grade < other.grade)
    }
}

extension Observation {
    fileprivate var kindPlace: Int {
        switch self {
        case .contribution: 0
        case .pension: 1
        case .benefit: 2
        case .lowIncome: 3
        case .business: 4
        case .disability: 5
        case .death: 6
        case .household: 7
        case .spell: 8
        case .category: 9
        case .certificate: 10
        case .service: 11
        case .loan: 12
        case .survey: 13
        case .subsidy: 14
        case .relative: 15
        }
    }
}
