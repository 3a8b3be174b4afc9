/// One item of help that is owed to a person, and what was given of it: a line of `help.csv`.
package struct HelpCount: Sendable, Codable, Hashable {
    package var level: HelpLevel
    package var item: HelpItem
    package var owed: Int
    /// `nil` where no source tells.
    package var given: Int?

    package init(level: HelpLevel, item: HelpItem, owed: Int, given: Int?) {
        self.level = level
        self.item = item
        self.owed = owed
        self.given = given
    }

    /// What is still to be given; `nil` where that is not known.
    package var gap: Int? { given.map { max(0, owed - $0) } }
}

/// The three levels of help (三级就业帮扶).
package enum HelpLevel: String, CaseIterable, Hashable, Sendable, Codable {
    case one = "I"
    case two = "II"
    case three = "III"
}

/// What help consists of.
package enum HelpItem: String, CaseIterable, Hashable, Sendable, Codable {
    case guidance
    case policyList = "policy_list"
    case jobRecommendation = "job_recommendation"
    case training
    case businessTraining = "business_training"
    case publicPost = "public_post"
    case personalPlan = "personal_plan"

    /// The service that gives it; `nil`: no source tells of it.
    package var service: ServiceKind? {
        switch self {
        case .guidance: .guidance
        case .policyList: .policyList
        case .jobRecommendation: .jobRecommendation
        case .training: .training
        case .businessTraining: .businessTraining
        case .publicPost: .publicPost
        case .personalPlan: nil
        }
    }
}
