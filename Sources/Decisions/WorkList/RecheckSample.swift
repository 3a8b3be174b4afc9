import Digest
package import Roster

extension CaseReading {
    /// Whether a person found unchanged by comparison alone is drawn for a second look.
    func isSampled(_ row: LedgerRow) -> Bool {
        guard row.change == .unchanged, row.methods == [.match] else { return false }
        let policy = frame.policy.workList
        return RecheckSample(seed: policy.sampleSeed, rate: policy.sampleRate)
            .contains(registrationNumber: row.registrationNumber, in: row.month)
    }
}

/// A share of registrations drawn anew each month, the same for the same seed.
package struct RecheckSample: Sendable {
    private let seed: String
    private let rate: Double

    /// The sample of a seed and a share from 0 to 1.
    package init(seed: String, rate: Double) {
        self.seed = seed
        self.rate = rate
    }

    /// Whether the registration is drawn: the first eight bytes of SHA-256("seed|month|number"), as a fraction of
    /// 2⁶⁴, lie below the rate.
    package func contains(registrationNumber: String, in month: Month) -> Bool {
        if rate <= 0 { return false }
        if rate >= 1 { return true }
        let draw = ContentDigest(of: "\(seed)|\(month)|\(registrationNumber)").leadingWord
        return Double(draw) / 0x1p64 < rate
    }
}
