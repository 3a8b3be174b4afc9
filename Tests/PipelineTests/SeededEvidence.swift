import Roster

/// Evidence that says anything, from a seed.
struct SeededEvidence {
    static let origins = ["a", "b", "长名.zip!成员.csv"].map { RecordOrigin(source: SourceName("s\($0)"), file: $0) }

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    /// Evidence of one of the 15 kinds about one of `people`.
    mutating func evidence(kind: Int, people: Int) -> Evidence {
        Evidence(
            person: PersonSlot(below(people)),
            reference: RecordReference(origin: pick(SeededEvidence.origins), row: below(1 << 40)),
            grade: pick(MatchGrade.allCases), contradictsIdentity: flag(), observation: observation(kind))
    }

    private mutating func observation(_ kind: Int) -> Observation {
        switch kind {
        case 0: .contribution(contribution())
        case 1:
            .pension(
                PensionPayment(
                    kind: pick(PensionKind.allCases), start: month(), state: pick(PensionState.allCases),
                    endReason: text()))
        case 2:
            .benefit(
                BenefitMonth(
                    month: month(), amount: maybe { $0.money() }, monthsPaid: count(), monthsGranted: count()))
        case 3:
            .lowIncome(
                LowIncomeMembership(
                    kind: pick(LowIncomeKind.allCases), familyNumber: text(), since: maybe { $0.month() },
                    amount: maybe { $0.money() }, relation: text(), ability: text()))
        case 4: .business(business())
        case 5:
            .disability(
                DisabilityCertificate(
                    certificateNumber: text(), category: text(), grade: count(), issuedOn: maybe { $0.day() },
                    validUntil: maybe { $0.day() }))
        case 6: .death(DeathRecord(diedOn: day(), origin: text()))
        case 7:
            .household(
                HouseholdMembership(
                    householdNumber: text(), householdKind: text(), isUrban: maybe { $0.flag() }, region: text(),
                    relation: text()))
        case 8:
            .spell(
                StatusSpell(
                    kind: pick(SpellKind.allCases), start: day(), end: maybe { $0.day() }, origin: text()))
        case 9: .category(CategoryEntry(category: text(), recognisedOn: maybe { $0.day() }, origin: text()))
        case 10: .certificate(certificate())
        case 11:
            .service(
                ServiceRecord(
                    kind: pick(ServiceKind.allCases), appliedOn: maybe { $0.day() }, completedOn: maybe { $0.day() },
                    postNumber: text(), agencyCode: text()))
        case 12: .loan(loan())
        case 13: .survey(survey())
        default:
            .subsidy(
                FlexibleSubsidyMonth(month: month(), amount: maybe { $0.money() }, paidOn: maybe { $0.day() }))
        }
    }

    private mutating func contribution() -> Contribution {
        Contribution(
            scheme: pick(InsuranceScheme.allCases), payer: pick(PayerKind.allCases),
            employer: Employer(creditCode: text(), unitNumber: text(), name: text()), period: month(),
            payment: pick(PaymentKind.allCases), base: maybe { $0.money() }, state: pick(PaymentState.allCases),
            receivedOn: maybe { $0.day() })
    }

    private mutating func business() -> BusinessHolding {
        BusinessHolding(
            creditCode: text(), name: text(), kind: pick(BusinessKind.allCases), foundedOn: day(),
            state: pick(BusinessState.allCases), stateSince: maybe { $0.day() }, industry: text(), staff: count())
    }

    private mutating func certificate() -> TrainingCertificate {
        var certificate = TrainingCertificate(certificateNumber: text(), issuedOn: day())
        (certificate.occupation, certificate.level) = (text(), text())
        (certificate.appliedOn, certificate.reviewedOn) = (maybe { $0.day() }, maybe { $0.day() })
        (certificate.noticeFrom, certificate.noticeUntil) = (maybe { $0.day() }, maybe { $0.day() })
        certificate.paidOn = maybe { $0.day() }
        (certificate.subsidy, certificate.allowance) = (maybe { $0.money() }, maybe { $0.money() })
        return certificate
    }

    private mutating func loan() -> LoanApplication {
        var loan = LoanApplication(applicationNumber: text(), borrower: text(), appliedOn: day())
        (loan.amount, loan.termMonths, loan.rateBasisPoints) = (maybe { $0.money() }, count(), count())
        (loan.group, loan.jobs, loan.times) = (text(), count(), count())
        (loan.otherLoans, loan.spouseLoans) = (maybe { $0.money() }, maybe { $0.money() })
        (loan.registeredOn, loan.region) = (maybe { $0.day() }, text())
        (loan.staff, loan.newHires, loan.isInArrears) = (count(), count(), maybe { $0.flag() })
        return loan
    }

    private mutating func survey() -> SurveyAnswer {
        SurveyAnswer(
            method: pick(SurveyMethod.allCases), answeredOn: day(), outcome: pick(SurveyOutcome.allCases),
            employer: text(), employedOn: maybe { $0.day() }, note: text(), surveyor: text())
    }

    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
    private mutating func flag() -> Bool { below(2) == 1 }
    private mutating func day() -> Day { Day(number: Int32(below(80_000) - 20_000)) }
    private mutating func month() -> Month { Month(index: Int32(below(40_000))) }
    private mutating func money() -> Money { Money(fen: Int64(below(1 << 50)) - 1 << 20) }
    private mutating func count() -> Int? { maybe { $0.below(1 << 20) - 1000 } }

    private mutating func maybe<Value>(_ make: (inout SeededEvidence) -> Value) -> Value? {
        below(3) == 0 ? nil : make(&self)
    }

    private mutating func text() -> String {
        let words = ["", "粤北", "a", "914402MA5XXXXXXX0", "很长的单位名称（韶关）有限公司浈江分公司", "\n;=\\", "e\u{301}"]
        return pick(words) + (flag() ? "" : String(below(100_000)))
    }
}
