import Ledger
import Roster

/// What people have decided of links: what the ledger keeps, and what filled workbooks bring.
struct ReviewDecisions: Sendable {
    let byFingerprint: [String: DecidedLink]
    /// Those that the ledger does not hold yet, or holds otherwise.
    let new: [DecidedLink]
    /// Fingerprints of what was answered now.
    let given: Set<String>

    /// - Parameters:
    ///   - ledger: what was decided earlier; `nil`: nothing.
    ///   - answers: what is decided now, which counts before that.
    init(_ ledger: Ledger?, answers: [DecidedLink]) throws {
        given = Set(answers.map(\.fingerprint))
        let known = Dictionary(try ledger?.decidedLinks().map { ($0.fingerprint, $0) } ?? []) { first, _ in first }
        new = answers.filter { known[$0.fingerprint] != $0 }
        byFingerprint = known.merging(answers.map { ($0.fingerprint, $0) }) { _, answer in answer }
    }

    /// What a digest of the inputs takes in: which pairs were decided, and how.
    var digestInput: String {
        byFingerprint.values.sorted { precedesBytewise($0.fingerprint, $1.fingerprint) }
            .map { "\($0.fingerprint)=\($0.answer.rawValue)\u{0}" }.joined()
    }
}
