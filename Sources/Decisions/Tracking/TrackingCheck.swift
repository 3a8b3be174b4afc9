import Roster

extension CaseReading {
    /// The person could be compared against every required source.
    var isComparable: Bool {
        personCase.hasUsableID && frame.hasAllRequired
    }

    /// How the person was checked in the month: by comparison, and by each way of survey that reached somebody.
    func trackingMethods() -> [TrackingMethod] {
        let surveys = told.answers.filter { isCheck($0.answer) }.compactMap(\.answer.method.tracking)
        let methods = (isComparable ? [.match] : []) + surveys
        return methods.count > 1 ? TrackingMethod.allCases.filter { methods.contains($0) } : methods
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

extension SurveyMethod {
    /// The way of tracking a survey of this method is, or `nil` for a method nobody knows.
    fileprivate var tracking: TrackingMethod? {
        switch self {
        case .phone: .phone
        case .visit: .visit
        case .online: .online
        case .other: nil
        }
    }
}
