import Roster

extension CaseReading {
    /// The person could be compared against every required source.
    var isComparable: Bool {
        personCase.hasUsableID && frame.hasAllRequired
    }

    /// How the person was checked in the month: by comparison, and by each way of survey that reached somebody.
    func trackingMethods() -> [TrackingMethod] {
        var methods: Set<TrackingMethod> = []
        if isComparable { methods.insert(.match) }
        for heard in told.answers where isCheck(heard.answer) {
            switch heard.answer.method {
            case .phone: methods.insert(.phone)
            case .visit: methods.insert(.visit)
            case .online: methods.insert(.online)
            case .other: break
            }
        }
        return methods.sorted()
    }

    /// A survey of the month reached somebody.
    var wasAnswered: Bool {
        told.answers.contains { isCheck($0.answer) }
    }

    private func isCheck(_ answer: SurveyAnswer) -> Bool {
        answer.answeredOn.month == frame.month
            && !frame.policy.contact.missedOutcomes.contains(answer.outcome)
    }
}
