import Decisions
import Ledger
import Matching
import Normalization
import Roster

/// Decides people of a past month again, from what the ledger kept of them.
///
/// Of the roster the ledger keeps what a status needs; difficulty and the other findings beside it can't be made again.
struct Redecision {
    private let engine: DecisionEngine
    private let ids: IDParser
    private let statuses: [StatusCode: String]

    /// - Parameters:
    ///   - definition: the pipeline to decide by.
    ///   - manifest: of the month, which tells what sources came; `nil`: all did.
    init(_ definition: PipelineDefinition, month: Month, manifest: Manifest?) throws {
        let present = manifest.map { manifest in
            Set(manifest.sources.filter { !$0.value.files.isEmpty }.keys.map { SourceName($0) })
        }
        let names = Set(definition.sources.map(\.name))
        let missing = definition.policy.requiredSources.filter { !(present ?? names).contains($0) }
        var policy = definition.policy
        policy.services = ServicePolicy()
        engine = try DecisionEngine(
            policy: policy, setting: definition.setting(month: month, missing: missing, present: present ?? names))
        ids = IDParser(rules: definition.idRules, nullMarks: definition.nullMarks, asOf: month.lastDay)
        statuses = Dictionary(definition.policy.statuses.map { ($0.code, $0.label) }) { first, _ in first }
    }

    /// The case that the ledger keeps of a person; `nil` if a record can't be read back.
    func personCase(_ trail: PersonTrail, history: PersonHistory) -> PersonCase? {
        var evidence: [Evidence] = []
        for record in trail.evidence {
            guard let piece = Evidence(record) else { return nil }
            evidence.append(piece)
        }
        let row = trail.row
        var registration = Registration(
            registrationNumber: row.registrationNumber, name: row.name, id: ids.read(row.idNumber),
            registeredOn: row.registeredOn)
        (registration.sex, registration.birthDate) = (row.sex, row.birthDate)
        (registration.agencyCode, registration.validUntil) = (row.agencyCode, row.validUntil)
        registration.idAsWritten = row.idNumber
        registration.lastContactOn = trail.lastContactOn
        registration.recognisedCategory = row.isRecognised ? "01" : ""
        let isContradicted = evidence.contains(where: \.contradictsIdentity)
        // A number that too many people carry is as good as none: who could be compared was.
        let isComparable = row.methods.contains(.match) || !engine.hasAllRequired
        var result = PersonCase(
            registration: registration, evidence: evidence, history: history,
            hasIdentityConflict: row.verificationReasons.contains(.identity) && !isContradicted,
            hasUsableID: registration.id.number != nil && isComparable)
        result.history.previousStatus = row.previousStatus
        return result
    }

    /// The row that a case is decided to.
    func decide(_ personCase: PersonCase) -> LedgerRow { engine.decide(personCase, parts: []).row }
}

extension Evidence {
    /// The piece that a record of the ledger was made of.
    init?(_ record: EvidenceRecord) {
        guard
            let observation = Observation(kind: record.kind, period: record.period, values: record.values)
        else { return nil }
        self.init(
            person: PersonSlot(0), reference: record.reference, grade: record.grade,
            contradictsIdentity: record.contradictsIdentity, observation: observation)
    }
}
