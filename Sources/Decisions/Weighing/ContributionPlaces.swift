import Roster

// Places of the values of a contribution in tables: a switch is a table look-up for the compiler, whereas searching
// the list of all cases is not. `inPlace` holds the values by their places.

extension InsuranceScheme {
    /// All values, each at its place.
    static let inPlace: [InsuranceScheme] = [
        .employeePension, .civilServicePension, .residentPension, .unemployment, .employeeMedical, .residentMedical,
        .workInjury, .maternity, .other,
    ]

    /// The place of the value.
    var place: Int {
        switch self {
        case .employeePension: 0
        case .civilServicePension: 1
        case .residentPension: 2
        case .unemployment: 3
        case .employeeMedical: 4
        case .residentMedical: 5
        case .workInjury: 6
        case .maternity: 7
        case .other: 8
        }
    }
}

extension PayerKind {
    /// All values, each at its place.
    static let inPlace: [PayerKind] = [
        .employee, .selfPaid, .resident, .other,
    ]

    /// The place of the value.
    var place: Int {
        switch self {
        case .employee: 0
        case .selfPaid: 1
        case .resident: 2
        case .other: 3
        }
    }
}

extension PaymentKind {
    /// All values, each at its place.
    static let inPlace: [PaymentKind] = [
        .regular, .back, .ahead, .other,
    ]

    /// The place of the value.
    var place: Int {
        switch self {
        case .regular: 0
        case .back: 1
        case .ahead: 2
        case .other: 3
        }
    }
}

extension PaymentState {
    /// All values, each at its place.
    static let inPlace: [PaymentState] = [
        .received, .notReceived, .owed, .other,
    ]

    /// The place of the value.
    var place: Int {
        switch self {
        case .received: 0
        case .notReceived: 1
        case .owed: 2
        case .other: 3
        }
    }
}
