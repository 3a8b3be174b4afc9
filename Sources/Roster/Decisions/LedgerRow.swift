/// One person in one month: a line of `ledger.csv`.
package struct LedgerRow: Sendable, Codable, Equatable {
    package var month: Month
    package var registrationNumber: String
    package var idNumber: String
    package var name: String
    package var sex: Sex?
    package var birthDate: Day?
    package var countyCode: String
    package var townCode: String
    package var agencyCode: String
    package var registeredOn: Day
    package var validUntil: Day?
    package var monthsUnemployed: Int
    /// Status of the month before, or `nil` if the person was not in its ledger.
    package var previousStatus: StatusCode?
    package var status: StatusCode
    package var change: ChangeKind
    package var methods: [TrackingMethod]
    package var isTracked: Bool
    package var effectiveDate: Day?
    package var employer: String
    /// The rule that decided, `R05`.
    package var rule: String
    package var grade: MatchGrade?
    /// Best first.
    package var evidence: [RecordReference]
    package var verificationReasons: [VerificationReason]
    package var action: Action
    /// `X01`–`X12`, or empty.
    package var ground: String
    package var notify: Bool
    package var dueDate: Day?
    package var workList: [WorkListReason]
    package var confirmedStatus: StatusCode?
    package var confirmedBy: String
    package var confirmedOn: Day?
    package var lowIncome: LowIncomeKind?
    package var difficulty: [String]
    package var isRecognised: Bool
    package var revision: Int

    /// Whether a person has to look at this status.
    package var needsVerification: Bool { !verificationReasons.isEmpty }

    /// A row that takes identity and dates from a registration; what was decided is filled in by name.
    package init(month: Month, registration: Registration, status: StatusCode, rule: String) {
        self.month = month
        registrationNumber = registration.registrationNumber
        idNumber = registration.idText
        name = registration.name
        sex = registration.sex
        birthDate = registration.birthDate
        (countyCode, townCode) = (registration.countyCode, registration.townCode)
        agencyCode = registration.agencyCode
        (registeredOn, validUntil) = (registration.registeredOn, registration.validUntil)
        self.status = status
        self.rule = rule
        (monthsUnemployed, revision) = (0, 1)
        change = .registered
        (methods, evidence, verificationReasons, workList, difficulty) = ([], [], [], [], [])
        (isTracked, notify) = (false, false)
        isRecognised = !registration.recognisedCategory.isEmpty
        (employer, ground, confirmedBy) = ("", "", "")
        action = .keep
    }
}

/// A person whose status differs from last month's: a line of `changes.csv`.
package struct ChangeRow: Sendable, Codable, Equatable {
    package var month: Month
    package var registrationNumber: String
    package var change: ChangeKind
    package var previousStatus: StatusCode?
    /// `nil` for `vanished`.
    package var status: StatusCode?
    package var previousEvidence: [String]
    package var evidence: [String]
    /// What brought the change about: `data`, `rule`, `survey`.
    package var cause: String
    package var correctedMonth: Month?
    package var oldStatus: StatusCode?
    package var newStatus: StatusCode?

    package init(month: Month, registrationNumber: String, change: ChangeKind, cause: String) {
        self.month = month
        self.registrationNumber = registrationNumber
        self.change = change
        self.cause = cause
        (previousEvidence, evidence) = ([], [])
    }
}

/// One piece of evidence and what became of it: a line of `evidence.csv`.
package struct AssessedEvidence: Sendable, Codable, Equatable {
    package var evidence: Evidence
    package var weight: EvidenceWeight
    /// Whether the decision rests on it.
    package var isUsed: Bool
    /// A word for why it was used or not: a stable English code.
    package var reason: String

    package init(evidence: Evidence, weight: EvidenceWeight, isUsed: Bool, reason: String) {
        self.evidence = evidence
        self.weight = weight
        self.isUsed = isUsed
        self.reason = reason
    }
}

/// What the ledger remembers of one registration before the month being decided.
package struct PersonHistory: Sendable, Codable, Equatable {
    /// Status in M−1, or `nil`.
    package var previousStatus: StatusCode?
    /// The evidence of M−1's status, as written in its ledger.
    package var previousEvidence: [String]
    /// Rule of M−1.
    package var previousRule: String
    /// Whether any earlier month holds the registration.
    package var isKnown: Bool
    /// Answers seen in earlier months, oldest first.
    package var surveys: [SurveyAnswer]
    /// Months with strong employer evidence, and paid months (for arrears), by employer.
    package var employerMonths: [EmployerMonth]
    /// Latest contact of any kind seen in earlier months.
    package var lastContactOn: Day?
    /// A confirmed end of the registration before M.
    package var confirmedEnd: Day?
    /// What was confirmed for M.
    package var confirmation: ConfirmedStatus?
    /// Latest earlier month in which the person had work since registering.
    package var lastWorkedIn: Month?

    package init() {
        (previousEvidence, surveys, employerMonths) = ([], [], [])
        (isKnown, previousRule) = (false, "")
    }
}

/// One month in which an employer insured a person.
package struct EmployerMonth: Hashable, Sendable, Codable {
    package var month: Month
    package var employerKey: String
    package var employerName: String
    /// The month counts as strong evidence of a job.
    package var isStrong: Bool
    /// The month was paid for (for arrears: details, Evidence).
    package var isPaid: Bool

    package init(month: Month, employerKey: String, employerName: String, isStrong: Bool, isPaid: Bool) {
        self.month = month
        self.employerKey = employerKey
        self.employerName = employerName
        self.isStrong = isStrong
        self.isPaid = isPaid
    }
}
