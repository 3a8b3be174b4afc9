/// The values of a record as `evidence.csv` and the ledger keep them, taken apart again.
struct StoredValues {
    private let pairs: [String: String]
    /// The month or day the record speaks of.
    let period: String

    /// Takes `key=value` joined by `;` apart; `\\` goes before a `;`, `=` or `\\` that belongs to a value.
    init(_ text: String, period: String) {
        self.period = period
        var pairs: [String: String] = [:]
        var (key, part, isEscaped) = ("", String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars + [";"] {
            if isEscaped || !(scalar == "\\" || scalar == ";" || scalar == "=") {
                part.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "=" {
                (key, part) = (String(part), String.UnicodeScalarView())
            } else {
                if !key.isEmpty { pairs[key] = String(part) }
                (key, part) = ("", String.UnicodeScalarView())
            }
        }
        self.pairs = pairs
    }

    func text(_ key: String) -> String { pairs[key] ?? "" }
    func count(_ key: String) -> Int? { pairs[key].flatMap { Int($0) } }
    func day(_ key: String) -> Day? { pairs[key].flatMap { Day(iso: $0) } }
    func month(_ key: String) -> Month? { pairs[key].flatMap { Month($0) } }
    var periodMonth: Month? { Month(period) }

    /// A word of a closed list; `nil` for one that is none of it.
    func word<Word: RawRepresentable<String>>(_ key: String) -> Word? { pairs[key].flatMap { Word(rawValue: $0) } }

    /// Yuan with two decimals.
    func money(_ key: String) -> Money? {
        guard let text = pairs[key], let fen = Int64(text.filter { $0 != "." }) else { return nil }
        return Money(fen: fen)
    }
}

extension Observation {
    /// The record that these values were made of; `nil` if they are none of the kind's. What values leave out, the number
    /// of a disability certificate, stays empty. The employer is one object a record.
    package init?(kind: String, period: String, values: String) {
        let stored = StoredValues(values, period: period)
        let made: Observation? =
            switch kind {
            case "contribution": Contribution(stored).map(Observation.contribution)
            case "pension": PensionPayment(stored).map(Observation.pension)
            case "benefit": BenefitMonth(stored).map(Observation.benefit)
            case "flexible_subsidy": FlexibleSubsidyMonth(stored).map(Observation.subsidy)
            case "business": BusinessHolding(stored).map(Observation.business)
            case "death": DeathRecord(stored).map(Observation.death)
            case "status_spell": StatusSpell(stored).map(Observation.spell)
            case "survey": SurveyAnswer(stored).map(Observation.survey)
            case "service": ServiceRecord(stored).map(Observation.service)
            case "certificate": TrainingCertificate(stored).map(Observation.certificate)
            case "loan": LoanApplication(stored).map(Observation.loan)
            default: Observation(family: kind, stored, values)
            }
        guard let made else { return nil }
        self = made
    }

    private init?(family kind: String, _ stored: StoredValues, _ values: String) {
        switch kind {
        case "disability":
            self = .disability(
                DisabilityCertificate(
                    certificateNumber: "", category: stored.text("category"), grade: stored.count("grade"),
                    issuedOn: stored.day("issued"), validUntil: stored.day("valid_until")))
        case "category":
            self = .category(
                CategoryEntry(
                    category: stored.text("category"), recognisedOn: stored.day("recognised"),
                    origin: stored.text("origin")))
        case "low_income":
            guard let membership = LowIncomeMembership(stored) else { return nil }
            self = .lowIncome(membership)
        case "household":
            self = .household(HouseholdMembership(stored))
        case "relative":
            guard let fact = HouseholdFact(stored, values) else { return nil }
            self = .relative(fact)
        default: return nil
        }
    }
}

extension Contribution {
    fileprivate init?(_ stored: StoredValues) {
        guard let scheme: InsuranceScheme = stored.word("scheme"), let payer: PayerKind = stored.word("payer"),
            let period = stored.periodMonth, let payment: PaymentKind = stored.word("payment"),
            let state: PaymentState = stored.word("state")
        else { return nil }
        self.init(
            scheme: scheme, payer: payer,
            employer: Employer(
                creditCode: stored.text("credit_code"), unitNumber: stored.text("unit"), name: stored.text("employer")),
            period: period, payment: payment, base: stored.money("base"), state: state,
            receivedOn: stored.day("received"))
    }
}

extension PensionPayment {
    fileprivate init?(_ stored: StoredValues) {
        guard let kind: PensionKind = stored.word("kind"), let start = stored.month("start"),
            let state: PensionState = stored.word("state")
        else { return nil }
        self.init(kind: kind, start: start, state: state, endReason: stored.text("end_reason"))
    }
}

extension BenefitMonth {
    fileprivate init?(_ stored: StoredValues) {
        guard let month = stored.periodMonth else { return nil }
        self.init(
            month: month, amount: stored.money("amount"), monthsPaid: stored.count("paid"),
            monthsGranted: stored.count("granted"))
    }
}

extension FlexibleSubsidyMonth {
    fileprivate init?(_ stored: StoredValues) {
        guard let month = stored.periodMonth else { return nil }
        self.init(month: month, amount: stored.money("amount"), paidOn: stored.day("paid"))
    }
}

extension BusinessHolding {
    fileprivate init?(_ stored: StoredValues) {
        guard let kind: BusinessKind = stored.word("kind"), let founded = stored.day("founded"),
            let state: BusinessState = stored.word("state")
        else { return nil }
        self.init(
            creditCode: stored.text("credit_code"), name: stored.text("name"), kind: kind, foundedOn: founded,
            state: state, stateSince: stored.day("since"), industry: stored.text("industry"),
            staff: stored.count("staff"))
    }
}

extension DeathRecord {
    fileprivate init?(_ stored: StoredValues) {
        guard let died = stored.day("died") else { return nil }
        self.init(diedOn: died, origin: stored.text("origin"))
    }
}

extension StatusSpell {
    fileprivate init?(_ stored: StoredValues) {
        guard let kind: SpellKind = stored.word("state"), let start = stored.day("start") else { return nil }
        self.init(kind: kind, start: start, end: stored.day("end"), origin: stored.text("origin"))
    }
}

extension SurveyAnswer {
    fileprivate init?(_ stored: StoredValues) {
        guard let method: SurveyMethod = stored.word("method"), let answered = stored.day("answered"),
            let outcome: SurveyOutcome = stored.word("outcome")
        else { return nil }
        self.init(
            method: method, answeredOn: answered, outcome: outcome, employer: stored.text("employer"),
            employedOn: stored.day("employed"), note: stored.text("note"), surveyor: stored.text("surveyor"))
    }
}

extension ServiceRecord {
    fileprivate init?(_ stored: StoredValues) {
        guard let kind: ServiceKind = stored.word("service") else { return nil }
        self.init(
            kind: kind, appliedOn: stored.day("applied"), completedOn: stored.day("completed"),
            postNumber: stored.text("post"), agencyCode: stored.text("agency"))
    }
}

extension TrainingCertificate {
    fileprivate init?(_ stored: StoredValues) {
        guard let issued = stored.day("issued") else { return nil }
        self.init(certificateNumber: stored.text("certificate"), issuedOn: issued)
        (occupation, level) = (stored.text("occupation"), stored.text("level"))
        (appliedOn, reviewedOn) = (stored.day("applied"), stored.day("reviewed"))
        (noticeFrom, noticeUntil) = (stored.day("notice_from"), stored.day("notice_until"))
        (paidOn, subsidy, allowance) = (stored.day("paid"), stored.money("subsidy"), stored.money("allowance"))
    }
}

extension LoanApplication {
    fileprivate init?(_ stored: StoredValues) {
        guard let applied = stored.day("applied") else { return nil }
        self.init(
            applicationNumber: stored.text("application"), borrower: stored.text("borrower"), appliedOn: applied)
        (amount, termMonths, rateBasisPoints) = (stored.money("amount"), stored.count("term"), stored.count("rate_bp"))
        (group, jobs, times) = (stored.text("group"), stored.count("jobs"), stored.count("times"))
        (otherLoans, spouseLoans) = (stored.money("other_loans"), stored.money("spouse_loans"))
        (registeredOn, region) = (stored.day("registered"), stored.text("region"))
        (staff, newHires) = (stored.count("staff"), stored.count("new_hires"))
        isInArrears = stored.count("arrears").map { $0 == 1 }
    }
}

extension LowIncomeMembership {
    fileprivate init?(_ stored: StoredValues) {
        guard let kind: LowIncomeKind = stored.word("kind") else { return nil }
        self.init(
            kind: kind, familyNumber: stored.text("family"), since: stored.month("since"),
            amount: stored.money("amount"), relation: stored.text("relation"), ability: stored.text("ability"))
    }
}

extension HouseholdMembership {
    fileprivate init(_ stored: StoredValues) {
        let setting = stored.text("setting")
        self.init(
            householdNumber: stored.text("household"), householdKind: stored.text("kind"),
            isUrban: setting.isEmpty ? nil : setting == "urban", region: stored.text("region"),
            relation: stored.text("relation"))
    }
}

extension HouseholdFact {
    fileprivate init?(_ stored: StoredValues, _ values: String) {
        guard let member = stored.count("member") else { return nil }
        self.init(
            householdNumber: stored.text("household"), member: member, relation: stored.text("relation"),
            kind: stored.text("record"), detail: "", period: stored.period)
        // The record's own values stand behind these, as they were.
        guard values.hasPrefix(self.values + ";") else { return }
        detail = String(values.dropFirst(self.values.count + 1))
    }
}
