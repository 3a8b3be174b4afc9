import Ledger
import Roster

/// Records that came too late for a closed month, of one person.
struct LateRecords: Sendable {
    let registrationNumber: String
    let month: Month
    /// Speak of the month or of days before its end, and were not among its records.
    let evidence: [Evidence]
}

/// The closed months that the periods of this month's files touch: what was known of people when they were decided.
struct ClosedMonths: Sendable {
    private struct ClosedMonth: Sendable {
        let month: Month
        /// Hashes of registration number, kind, period and values of the records it was decided on.
        let known: Set<UInt64>
        /// People of whom an answer was brought in after it was closed.
        let answered: Set<String>
    }

    private let months: [ClosedMonth]

    /// The closed months before `month` among those that files speak of, or for which answers came too late.
    init(_ ledger: Ledger, before month: Month, touched: Set<Month>) throws {
        months = try ledger.closings().keys.filter { $0 < month }.sorted().compactMap { closed in
            let answered = try ledger.numbersAnswered(afterClosing: closed)
            guard touched.contains(closed) || !answered.isEmpty else { return nil }
            var known: Set<UInt64> = []
            try ledger.forEachEvidence(of: closed) { number, record in
                guard LateKinds.contains(record.kind) else { return }
                known.insert(Self.hash(number, record.kind, record.period, record.values))
            }
            return ClosedMonth(month: closed, known: known, answered: answered)
        }
    }

    var isEmpty: Bool { months.isEmpty }

    /// What a digest of the inputs takes in: a month that is closed now may be corrected.
    var digestInput: String { months.map { "closed \($0.month)\u{0}" }.joined() }

    /// What came too late for closed months that hold the person.
    func lateRecords(_ number: String, _ evidence: [Evidence]) -> [LateRecords] {
        months.compactMap { closed in
            let late = evidence.filter { piece in
                guard piece.grade.decides, LateKinds.speaks(piece.observation, ofDaysUpTo: closed.month) else {
                    return false
                }
                let observation = piece.observation
                let hash = Self.hash(number, observation.kind, observation.period, observation.values)
                return !closed.known.contains(hash)
            }
            guard !late.isEmpty || closed.answered.contains(number) else { return nil }
            return LateRecords(registrationNumber: number, month: closed.month, evidence: late)
        }
    }

    /// FNV-1a over the texts, each ended by a byte that no text holds.
    private static func hash(_ texts: String...) -> UInt64 {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
            state = (state ^ 0xFF) &* 0x100_0000_01B3
        }
        return state
    }
}

/// The kinds of records that can make another status, and the days they speak of.
private enum LateKinds {
    private static let kinds: Set<String> = [
        "contribution", "pension", "benefit", "flexible_subsidy", "business", "death", "status_spell", "service",
        "survey",
    ]

    static func contains(_ kind: String) -> Bool { kinds.contains(kind) }

    /// Whether a record speaks of a month, or of a day before its end: what came about later is no news of it.
    static func speaks(_ observation: Observation, ofDaysUpTo month: Month) -> Bool {
        guard kinds.contains(observation.kind) else { return false }
        let period = observation.period
        if let day = Day(iso: period) { return day <= month.lastDay }
        return Month(period).map { $0 <= month } ?? false
    }
}
