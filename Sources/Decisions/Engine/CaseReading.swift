import Roster

/// One person's case as read for a month: what was told, what each record shows, when contact was last.
struct CaseReading {
    let personCase: PersonCase
    let frame: MonthFrame
    let contributions: PersonContributions
    let told: ToldAnswers
    /// What was told last, or `nil`.
    let standing: StandingAnswer?
    let lastContactOn: Day
    /// One a piece of evidence, in the case's order.
    private(set) var assessments: [EvidenceAssessment] = []
    /// Pieces whose link decides and which show a claim.
    private(set) var showing: [Int] = []

    init(_ personCase: PersonCase, frame: MonthFrame) {
        self.personCase = personCase
        self.frame = frame
        contributions = PersonContributions(personCase)
        told = ToldAnswers(personCase)
        standing = told.standing(for: personCase, in: frame)
        lastContactOn = personCase.lastContactOn(under: frame.policy.contact)
        assessments.reserveCapacity(personCase.evidence.count)
        for (index, piece) in personCase.evidence.enumerated() {
            let assessment = assess(piece, at: index)
            assessments.append(assessment)
            if piece.grade.decides, assessment.claim != nil { showing.append(index) }
        }
    }

    /// The last valid day of the registration, by the last contact where the roster gives none.
    var validUntil: Day {
        personCase.registration.validUntil
            ?? lastContactOn.adding(months: frame.policy.contact.defaultValidityMonths)
    }
}
