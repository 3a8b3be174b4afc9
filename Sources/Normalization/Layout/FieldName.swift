package import Roster

/// The program's own names for the columns of exports. A pipeline file maps headings to these.
package enum FieldName: String, CaseIterable, Hashable, Sendable {
    // who
    case registrationNumber, name, idType, idNumber, personNumber, sex, birthDate, birthMonth, ethnicity, education
    case phone
    // registration
    case householdKind, householdRegion, residenceRegion, agencyCode, agencyName, channel, appliedAt, registeredOn
    case unemployedOn, reason, validUntil, recognisedCategory, recognisedOn, wantsTraining, wantsBusiness, lastContactOn
    // insurance, pension, benefit, subsidy
    case scheme, payer, unitNumber, creditCode, unitName, period, payment, base, paymentState, receivedOn, region
    case pensionKind, startMonth, pensionState, endReason, amount, monthsPaid, monthsGranted, paidOn
    // authorities
    case businessName, businessKind, ownerName, foundedOn, businessState, stateSince, industry, staff
    case certificateNumber, disabilityCategory, disabilityGrade, issuedOn, diedOn, origin
    case spellKind, startedOn, endedOn, category, reportMonth, reportUnit
    // families
    case familyNumber, familyKind, headName, relation, ability, employment, health, householdNumber, setting
    // training, services, loans, surveys
    case occupation, level, appliedOn, reviewedOn, noticeFrom, noticeUntil, subsidyAmount, allowanceAmount
    case serviceKind, completedOn, postNumber, clerk
    case applicationNumber, borrower, termMonths, yearlyRate, group, jobs, times, otherLoans, spouseLoans
    case businessRegisteredOn, newHires, isInArrears
    case surveyMethod, answeredOn, outcome, employer, employedOn, note, surveyor
}

extension SourceKind {
    /// The fields a layout of this kind may declare.
    package var fields: [FieldName] {
        switch self {
        case .unemployed:
            [
                .registrationNumber, .name, .idType, .idNumber, .sex, .birthDate, .ethnicity, .education,
                .householdKind, .householdRegion, .residenceRegion, .agencyCode, .agencyName, .channel, .appliedAt,
                .registeredOn, .unemployedOn, .reason, .validUntil, .phone, .recognisedCategory, .recognisedOn,
                .wantsTraining, .wantsBusiness, .lastContactOn,
            ]
        case .insurance:
            [
                .personNumber, .idNumber, .name, .scheme, .payer, .unitNumber, .creditCode, .unitName, .period,
                .payment, .base, .paymentState, .receivedOn, .region,
            ]
        case .pension: [.idNumber, .name, .pensionKind, .startMonth, .pensionState, .endReason, .region]
        case .unemploymentBenefit: [.idNumber, .name, .period, .amount, .monthsPaid, .monthsGranted, .region]
        case .lowIncome:
            [
                .reportMonth, .reportUnit, .familyNumber, .familyKind, .region, .headName, .startMonth, .amount, .name,
                .idNumber, .sex, .birthMonth, .relation, .ability, .employment, .health,
            ]
        case .business:
            [
                .creditCode, .businessName, .businessKind, .ownerName, .idNumber, .foundedOn, .businessState,
                .stateSince, .region, .industry, .staff,
            ]
        case .disability: [.certificateNumber, .name, .disabilityCategory, .disabilityGrade, .issuedOn, .validUntil]
        case .death: [.idNumber, .name, .diedOn, .origin]
        case .household:
            [
                .reportMonth, .householdNumber, .householdKind, .setting, .region, .name, .idNumber, .relation, .sex,
            ]
        case .status: [.idNumber, .name, .spellKind, .startedOn, .endedOn, .origin]
        case .category: [.idNumber, .name, .category, .recognisedOn, .origin]
        case .certificate:
            [
                .idNumber, .name, .certificateNumber, .occupation, .level, .issuedOn, .appliedOn, .reviewedOn,
                .noticeFrom, .noticeUntil, .paidOn, .subsidyAmount, .allowanceAmount,
            ]
        case .service:
            [
                .registrationNumber, .idNumber, .serviceKind, .appliedOn, .completedOn, .postNumber, .agencyCode,
                .clerk,
            ]
        case .loan:
            [
                .applicationNumber, .borrower, .idNumber, .name, .appliedOn, .amount, .termMonths, .yearlyRate, .group,
                .jobs, .times, .otherLoans, .spouseLoans, .businessRegisteredOn, .region, .staff, .newHires,
                .isInArrears,
            ]
        case .survey:
            [
                .registrationNumber, .name, .idNumber, .surveyMethod, .answeredOn, .outcome, .employer, .employedOn,
                .note, .surveyor,
            ]
        case .flexibleSubsidy: [.idNumber, .name, .period, .amount, .paidOn, .region]
        }
    }

    /// The fields that a question leaves open: a row that fills none of them says nothing. Work lists come back with
    /// rows that nobody has answered, the person's columns filled. Empty for kinds whose rows are no questions.
    var answerFields: Set<FieldName> {
        self == .survey ? [.surveyMethod, .answeredOn, .outcome, .employer, .employedOn, .note] : []
    }
}
