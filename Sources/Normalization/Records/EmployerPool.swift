package import Roster

/// The employers met so far, so that the rows of one employer share one object. One pool a worker.
package struct EmployerPool: Sendable {
    private var employers: [String: [Employer]] = [:]

    package init() {}

    /// The employer with these numbers and name, made if it is new.
    package mutating func employer(creditCode: String, unitNumber: String, name: String) -> Employer {
        let key = Employer.key(creditCode: creditCode, unitNumber: unitNumber, name: name)
        let known = employers[key]?.first {
            $0.creditCode == creditCode && $0.unitNumber == unitNumber && $0.name == name
        }
        if let known { return known }
        let employer = Employer(creditCode: creditCode, unitNumber: unitNumber, name: name)
        employers[key, default: []].append(employer)
        return employer
    }
}
