import Roster

/// The employers met so far, so that the rows of one employer share one object. One pool a batch.
///
/// Employers are looked up by the bytes of their texts: the standard hash of Chinese text normalises it first.
struct EmployerPool: Sendable {
    private var employers: [UInt64: [Employer]] = [:]

    /// The employer with these numbers and name, made if it is new.
    mutating func employer(creditCode: String, unitNumber: String, name: String) -> Employer {
        let hash = EmployerPool.hash(name, EmployerPool.hash(unitNumber, EmployerPool.hash(creditCode, 0)))
        let known = employers[hash]?.first {
            $0.creditCode == creditCode && $0.unitNumber == unitNumber && $0.name == name
        }
        if let known { return known }
        let employer = Employer(creditCode: creditCode, unitNumber: unitNumber, name: name)
        employers[hash, default: []].append(employer)
        return employer
    }

    /// FNV-1a of 64 bits over the bytes of a text, going on from another hash.
    private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        let bytes = text.utf8Span.span
        var hash = seed ^ 0xcbf2_9ce4_8422_2325
        for index in 0..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return hash
    }
}
