import Roster

extension DecisionEngine {
    /// How a member of a household stands to work, by the records about that member alone.
    ///
    /// Conclusive evidence (a pension, studies, prison, death …) comes before strong evidence of work, and that before a
    /// disability: somebody who has a job is not taken for unable.
    package func standing(ofMember personCase: PersonCase) -> MemberStanding {
        CaseReading(personCase, frame: frame).memberStanding()
    }
}

extension CaseReading {
    fileprivate func memberStanding() -> MemberStanding {
        guard let id = personCase.registration.id.number, let birth = id.birthDate else {
            return MemberStanding(.unknownID)
        }
        let records = ServiceRecords(personCase.evidence)
        var standing = kindOfStanding(sex: id.sex, birth: birth, records)
        standing.rosters = records.entries.filter { $0.entry.holds(on: frame.lastDay) }.map(\.entry.category)
        standing.recognition = personCase.registration.recognition
        return standing
    }

    private func kindOfStanding(sex: Sex, birth: Day, _ records: ServiceRecords) -> MemberStanding {
        guard frame.isWorkingAge(sex: sex, birth: birth) else { return MemberStanding(.outsideAge) }
        if let record = best(of: .conclusive) { return MemberStanding(.unable, record: record) }
        if let record = best(of: .strong) { return MemberStanding(.working, record: record) }
        let unable = frame.policy.services.difficulty?.unableGrades ?? []
        let certificate = records.certificates.first { $0.certificate.isInForce(on: frame.lastDay, ofGrade: unable) }
        guard let certificate, !unable.isEmpty else { return MemberStanding(.jobless) }
        let evidence = personCase.evidence[certificate.index]
        return MemberStanding(.disabled, record: MemberRecord(evidence, weight: .none))
    }

    /// The best piece of evidence of a weight.
    private func best(of weight: EvidenceWeight) -> MemberRecord? {
        let found = showing.filter { assessments[$0].weight == weight }
        return found.min { isBetter($0, than: $1) }.map { MemberRecord(personCase.evidence[$0], weight: weight) }
    }
}

extension MemberRecord {
    fileprivate convenience init(_ evidence: Evidence, weight: EvidenceWeight) {
        self.init(
            reference: evidence.reference, grade: evidence.grade, weight: weight, observation: evidence.observation)
    }
}

extension Registration {
    /// Under which category the person is recognised, or `nil`.
    var recognition: MemberStanding.Recognition? {
        recognisedCategory.isEmpty
            ? nil : MemberStanding.Recognition(category: recognisedCategory, on: details.recognisedOn)
    }
}

extension MonthFrame {
    /// Whether somebody is of working age at the end of the month: old enough, and not at the statutory retirement age
    /// yet (women: the later of both).
    func isWorkingAge(sex: Sex, birth: Day) -> Bool {
        let least = policy.services.difficulty?.leastAge ?? 16
        guard birth.completedYears(at: lastDay) >= least else { return false }
        return lastRetirementMonth(sex: sex, birth: birth).map { $0 > month } ?? true
    }

    /// The month in which the later statutory age is reached; `nil` without a table of them.
    func lastRetirementMonth(sex: Sex, birth: Day) -> Month? {
        policy.retirementMonths(sex: sex, bornIn: birth.month).last
    }
}
