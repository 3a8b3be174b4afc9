import Roster

/// One person's case as read for a month: what was told, what each record shows, when contact was last.
///
/// An object, because its many parts are asked for from everywhere and never change.
final class CaseReading {
    let personCase: PersonCase
    let frame: MonthFrame
    let dossier: Dossier
    let contributions: PersonContributions
    let told: ToldAnswers
    /// What was told last, or `nil`.
    let standing: StandingAnswer?
    let lastContactOn: Day
    /// One a piece of evidence, in the case's order.
    private(set) var assessments: [EvidenceAssessment] = []
    /// Pieces whose link decides and which show a claim.
    private(set) var showing: [Int] = []

    init(_ personCase: consuming PersonCase, frame: MonthFrame) {
        self.personCase = personCase
        self.frame = frame
        dossier = Dossier(self.personCase.evidence)
        contributions = PersonContributions(self.personCase, dossier: dossier, frame: frame)
        told = ToldAnswers(self.personCase, heard: dossier.answers)
        standing = told.standing(for: self.personCase, in: frame)
        lastContactOn = self.personCase.lastContactOn(dossier, under: frame.policy.contact)
        assessAll()
    }

    private func assessAll() {
        assessments.reserveCapacity(personCase.evidence.count)
        for index in personCase.evidence.indices {
            let grade = personCase.evidence[index].grade
            let assessment = assess(personCase.evidence[index].observation, trusted: grade.decides, at: index)
            assessments.append(assessment)
            if grade.decides, assessment.claim != nil { showing.append(index) }
        }
    }

    /// The last valid day of the registration, by the last contact where the roster gives none.
    var validUntil: Day {
        personCase.registration.validUntil
            ?? lastContactOn.adding(months: frame.policy.contact.defaultValidityMonths)
    }
}
