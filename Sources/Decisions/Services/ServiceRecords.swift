import Roster

/// The records of one person that say nothing of a status, by kind; only those whose link decides. In canonical order, so
/// that nothing depends on the order of files.
struct ServiceRecords {
    private(set) var certificates: [(certificate: DisabilityCertificate, index: Int)] = []
    private(set) var entries: [(entry: CategoryEntry, index: Int)] = []
    private(set) var training: [TrainingCertificate] = []
    private(set) var services: [(service: ServiceRecord, index: Int)] = []
    private(set) var households: [HouseholdMembership] = []
    private(set) var movesAway: [StatusSpell] = []

    init(_ evidence: [Evidence]) {
        for index in evidence.indices where evidence[index].grade.decides {
            take(evidence[index].observation, at: index)
        }
        certificates.sort { evidence[$0.index].precedesByValues(evidence[$1.index]) }
        entries.sort { evidence[$0.index].precedesByValues(evidence[$1.index]) }
        services.sort { evidence[$0.index].precedesByValues(evidence[$1.index]) }
        training.sort { ($0.issuedOn, $0.certificateNumber) < ($1.issuedOn, $1.certificateNumber) }
    }

    private mutating func take(_ observation: Observation, at index: Int) {
        switch observation {
        case .disability(let certificate): certificates.append((certificate, index))
        case .category(let entry): entries.append((entry, index))
        case .certificate(let certificate): training.append(certificate)
        case .service(let service): services.append((service, index))
        case .household(let membership): households.append(membership)
        case .spell(let spell) where spell.kind == .householdMovedOut: movesAway.append(spell)
        default: break
        }
    }
}

extension DisabilityCertificate {
    /// Whether it is in force on a day, and of one of the grades; no grades: of any.
    func isInForce(on day: Day, ofGrade grades: [Int]) -> Bool {
        (issuedOn.map { $0 <= day } ?? true) && (validUntil.map { $0 >= day } ?? true)
            && (grades.isEmpty || grade.map { grades.contains($0) } ?? false)
    }
}

extension CategoryEntry {
    /// Whether it is recognised by a day; an entry without a date is.
    func holds(on day: Day) -> Bool { recognisedOn.map { $0 <= day } ?? true }
}
