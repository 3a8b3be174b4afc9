/// One line of contributions: a person, a kind of insurance, a month, an employer.
package struct Contribution: Sendable, Codable, Hashable {
    package var scheme: InsuranceScheme
    package var payer: PayerKind
    package var employer: Employer
    /// The month the money is for (费款所属期), never the day it came.
    package var period: Month
    package var payment: PaymentKind
    /// Contribution base; `nil` if unreadable.
    package var base: Money?
    package var state: PaymentState
    package var receivedOn: Day?

    package init(
        scheme: InsuranceScheme, payer: PayerKind, employer: Employer, period: Month, payment: PaymentKind,
        base: Money?, state: PaymentState, receivedOn: Day?
    ) {
        self.scheme = scheme
        self.payer = payer
        self.employer = employer
        self.period = period
        self.payment = payment
        self.base = base
        self.state = state
        self.receivedOn = receivedOn
    }

    var values: String {
        joinedValues([
            "scheme": scheme.rawValue, "payer": payer.rawValue, "unit": employer.unitNumber,
            "credit_code": employer.creditCode, "employer": employer.name, "payment": payment.rawValue,
            "base": text(base), "state": state.rawValue, "received": text(receivedOn),
        ])
    }
}

/// Kind of insurance (险种类型).
package enum InsuranceScheme: String, CaseIterable, Hashable, Sendable, Codable {
    case employeePension = "employee_pension"
    case civilServicePension = "civil_service_pension"
    case residentPension = "resident_pension"
    case unemployment
    case employeeMedical = "employee_medical"
    case residentMedical = "resident_medical"
    case workInjury = "work_injury"
    case maternity
    case other
}

/// In what capacity a person is insured (参保身份).
package enum PayerKind: String, CaseIterable, Hashable, Sendable, Codable {
    case employee
    case selfPaid = "self_paid"
    case resident
    case other
}

/// Why a contribution was paid (缴费类型).
package enum PaymentKind: String, CaseIterable, Hashable, Sendable, Codable {
    case regular
    case back
    case ahead
    case other
}

/// Whether a contribution arrived (缴费状态).
package enum PaymentState: String, CaseIterable, Hashable, Sendable, Codable {
    case received
    case notReceived = "not_received"
    case owed
    case other
}

/// One line of the pension roster.
package struct PensionPayment: Sendable, Codable, Hashable {
    package var kind: PensionKind
    package var start: Month
    package var state: PensionState
    package var endReason: String

    package init(kind: PensionKind, start: Month, state: PensionState, endReason: String) {
        self.kind = kind
        self.start = start
        self.state = state
        self.endReason = endReason
    }

    var values: String {
        joinedValues([
            "kind": kind.rawValue, "start": start.description, "state": state.rawValue, "end_reason": endReason,
        ])
    }
}

/// Kind of pension (待遇类别).
package enum PensionKind: String, CaseIterable, Hashable, Sendable, Codable {
    case employee
    case civilService = "civil_service"
    case resident
    case disability
    case other
}

/// Whether a pension is paid (发放状态).
package enum PensionState: String, CaseIterable, Hashable, Sendable, Codable {
    case inPay = "in_pay"
    case paused
    case ended
    case other
}

/// One month of unemployment benefit.
package struct BenefitMonth: Sendable, Codable, Hashable {
    package var month: Month
    package var amount: Money?
    package var monthsPaid: Int?
    package var monthsGranted: Int?

    package init(month: Month, amount: Money?, monthsPaid: Int?, monthsGranted: Int?) {
        self.month = month
        self.amount = amount
        self.monthsPaid = monthsPaid
        self.monthsGranted = monthsGranted
    }

    var values: String {
        joinedValues(["amount": text(amount), "paid": text(monthsPaid), "granted": text(monthsGranted)])
    }
}

/// One month of the subsidy for flexible workers' insurance.
package struct FlexibleSubsidyMonth: Sendable, Codable, Hashable {
    package var month: Month
    package var amount: Money?
    package var paidOn: Day?

    package init(month: Month, amount: Money?, paidOn: Day?) {
        self.month = month
        self.amount = amount
        self.paidOn = paidOn
    }

    var values: String { joinedValues(["amount": text(amount), "paid": text(paidOn)]) }
}
