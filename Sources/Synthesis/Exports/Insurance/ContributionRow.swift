import Roster

/// One row of the insurance export before it is written.
struct ContributionRow: Sendable {
    var scheme: Scheme
    var payer: Payer = .unit
    var firm: Firm
    var period: Month
    var payment = 10
    var base: Int
    /// 1 received, 0 not received, 2 owed.
    var state = 1

    /// Kinds of insurance by code.
    enum Scheme: Int, Sendable {
        case employeePension = 110
        case civilPension = 120
        case residentPension = 170
        case unemployment = 210
        case medical = 310
        case residentMedical = 390
        case injury = 410
        case maternity = 510
    }

    /// In what capacity a person is insured, by code.
    enum Payer: Int, Sendable {
        case unit = 1
        case person, resident
    }
}

extension ContributionRow {
    static let nobody = Firm(creditCode: "", unitNumber: "", name: "")

    /// The rows of a job for one of its months.
    static func rows(of job: Job, at firm: Firm, for period: Month, base: Int) -> [ContributionRow] {
        func row(_ scheme: Scheme) -> ContributionRow {
            ContributionRow(scheme: scheme, firm: firm, period: period, base: base)
        }
        switch job.pattern {
        case .full: return [.employeePension, .unemployment, .medical, .injury, .maternity].map(row)
        case .pensionOnly: return [row(.employeePension)]
        case .unemploymentOnly: return [row(.unemployment)]
        case .civilService: return [.civilPension, .medical, .injury].map(row)
        case .medicalOnly: return [row(.medical)]
        case .injuryOnly: return [row(.injury)]
        case .reduced:
            var returned = row(.employeePension)
            returned.base = -base / 3
            return [row(.employeePension), returned]
        case .arrears(let since):
            return [.employeePension, .unemployment].map(row).map { $0.with(state: period < since ? 1 : 2) }
        case .backPaid: return [row(.employeePension).with(payment: 20)]
        case .paidAhead: return [row(.employeePension).with(payment: 30)]
        case .selfPaid: return [.employeePension, .medical].map(row).map { $0.with(payer: .person) }
        }
    }

    /// The rows of a decoy in a month.
    static func rows(of decoy: Decoy, at firm: Firm, in month: Month, base: Int) -> [ContributionRow] {
        func row(_ scheme: Scheme, _ months: Int = 0) -> ContributionRow {
            ContributionRow(scheme: scheme, firm: firm, period: month.adding(months), base: base)
        }
        switch decoy {
        case .unpaid: return [.employeePension, .unemployment].map { row($0).with(state: 0) }
        case .aheadPast: return [row(.employeePension, -1).with(payment: 30)]
        case .backPast: return [row(.employeePension, -2).with(payment: 20)]
        case .residents:
            return [.residentPension, .residentMedical].map {
                ContributionRow(scheme: $0, payer: .resident, firm: nobody, period: month, base: 360)
            }
        case .maternity: return [row(.maternity)]
        case .netZero:
            var returned = row(.employeePension)
            returned.base = -base
            return [row(.employeePension), returned]
        case .medicalPast: return [row(.medical, -1)]
        case .selfPaidPast:
            return [row(.employeePension, -1).with(payer: .person)]
        case .borrowedID, .namesake: return [.employeePension, .unemployment].map { row($0) }
        case .subsidyPast, .misfiledAnswer: return []
        }
    }

    private func with(state: Int) -> ContributionRow {
        var row = self
        row.state = state
        return row
    }

    private func with(payment: Int) -> ContributionRow {
        var row = self
        row.payment = payment
        return row
    }

    /// The same without a unit.
    private func with(payer: Payer) -> ContributionRow {
        var row = self
        (row.payer, row.firm) = (payer, ContributionRow.nobody)
        return row
    }
}
