/// One service given or asked for.
package struct ServiceRecord: Sendable, Codable, Hashable {
    package var kind: ServiceKind
    package var appliedOn: Day?
    package var completedOn: Day?
    /// Number of the post offered or taken, or empty.
    package var postNumber: String
    package var agencyCode: String

    package init(kind: ServiceKind, appliedOn: Day?, completedOn: Day?, postNumber: String, agencyCode: String) {
        self.kind = kind
        self.appliedOn = appliedOn
        self.completedOn = completedOn
        self.postNumber = postNumber
        self.agencyCode = agencyCode
    }

    var values: String {
        joinedValues([
            "service": kind.rawValue, "applied": text(appliedOn), "completed": text(completedOn), "post": postNumber,
            "agency": agencyCode,
        ])
    }
}

/// Kind of service (服务类型).
package enum ServiceKind: String, CaseIterable, Hashable, Sendable, Codable {
    case guidance
    case policyList = "policy_list"
    case jobRecommendation = "job_recommendation"
    case training
    case businessTraining = "business_training"
    case publicPost = "public_post"
    case jobSeeker = "job_seeker"
    case other
}

/// One answer to a survey by phone, visit or online.
package struct SurveyAnswer: Sendable, Codable, Hashable {
    package var method: SurveyMethod
    package var answeredOn: Day
    package var outcome: SurveyOutcome
    package var employer: String
    package var employedOn: Day?
    package var note: String
    package var surveyor: String

    package init(
        method: SurveyMethod, answeredOn: Day, outcome: SurveyOutcome, employer: String, employedOn: Day?, note: String,
        surveyor: String
    ) {
        self.method = method
        self.answeredOn = answeredOn
        self.outcome = outcome
        self.employer = employer
        self.employedOn = employedOn
        self.note = note
        self.surveyor = surveyor
    }

    var values: String {
        joinedValues([
            "method": method.rawValue, "answered": answeredOn.description, "outcome": outcome.rawValue,
            "employer": employer, "employed": text(employedOn), "note": note, "surveyor": surveyor,
        ])
    }
}

/// How a survey was made (调查方式).
package enum SurveyMethod: String, CaseIterable, Hashable, Sendable, Codable {
    case phone
    case visit
    case online
    case other
}

/// What a survey found (调查结果).
package enum SurveyOutcome: String, CaseIterable, Hashable, Sendable, Codable {
    case stillUnemployed = "still_unemployed"
    case employed
    case flexible
    case selfEmployed = "self_employed"
    case retired
    case student
    case military
    case lostContact = "lost_contact"
    case withdrawn
    case refused
    case deceased
    case other
}

/// One training certificate and what became of its subsidy.
package struct TrainingCertificate: Sendable, Codable, Hashable {
    package var certificateNumber: String
    package var occupation: String
    package var level: String
    package var issuedOn: Day
    package var appliedOn: Day?
    package var reviewedOn: Day?
    package var noticeFrom: Day?
    package var noticeUntil: Day?
    package var paidOn: Day?
    package var subsidy: Money?
    package var allowance: Money?

    package init(certificateNumber: String, issuedOn: Day) {
        self.certificateNumber = certificateNumber
        self.issuedOn = issuedOn
        (occupation, level) = ("", "")
    }

    var values: String {
        joinedValues([
            "certificate": certificateNumber, "occupation": occupation, "level": level, "issued": issuedOn.description,
            "applied": text(appliedOn), "reviewed": text(reviewedOn), "notice_from": text(noticeFrom),
            "notice_until": text(noticeUntil), "paid": text(paidOn), "subsidy": text(subsidy),
            "allowance": text(allowance),
        ])
    }
}

/// One application for a business-start loan.
package struct LoanApplication: Sendable, Codable, Hashable {
    package var applicationNumber: String
    /// 借款主体 as written: 个人 or 小微企业.
    package var borrower: String
    package var appliedOn: Day
    package var amount: Money?
    package var termMonths: Int?
    /// Yearly rate in hundredths of a percent (basis points).
    package var rateBasisPoints: Int?
    package var group: String
    package var jobs: Int?
    package var times: Int?
    package var otherLoans: Money?
    package var spouseLoans: Money?
    package var registeredOn: Day?
    package var region: String
    package var staff: Int?
    package var newHires: Int?
    package var isInArrears: Bool?

    package init(applicationNumber: String, borrower: String, appliedOn: Day) {
        self.applicationNumber = applicationNumber
        self.borrower = borrower
        self.appliedOn = appliedOn
        (group, region) = ("", "")
    }

    var values: String {
        joinedValues([
            "application": applicationNumber, "borrower": borrower, "applied": appliedOn.description,
            "amount": text(amount), "term": text(termMonths), "rate_bp": text(rateBasisPoints), "group": group,
            "jobs": text(jobs), "times": text(times), "other_loans": text(otherLoans),
            "spouse_loans": text(spouseLoans), "registered": text(registeredOn), "region": region,
            "staff": text(staff), "new_hires": text(newHires), "arrears": isInArrears.map { $0 ? "1" : "0" } ?? "",
        ])
    }
}
