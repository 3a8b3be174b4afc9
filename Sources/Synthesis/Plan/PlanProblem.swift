/// Why a plan can't be carried out.
package enum PlanProblem: Error, Hashable, Sendable {
    case noFolder
    case tooManyMonths
    case yearOutOfRange
    case registered(least: Int)
    case insuranceRows
    case relatives
    case mess
    case showcaseTooShort

    static let mostMonths = 120
    static let years = 2020...2040
    static let mostRegistered = 5_000_000
    static let mostRelatives = 4
    static let mostInsuranceRows = 200_000_000
    static let fewestInShowcase = 500
}

extension PlanProblem: CustomStringConvertible {
    /// What is wrong, and what would be right.
    package var description: String {
        switch self {
        case .noFolder: "no output folder: name one with --out"
        case .tooManyMonths: "too many months: at most \(PlanProblem.mostMonths)"
        case .yearOutOfRange: "months must lie in \(PlanProblem.years.lowerBound) to \(PlanProblem.years.upperBound)"
        case .registered(let least): "registered people must be \(least) to \(PlanProblem.mostRegistered)"
        case .insuranceRows: "insurance rows must be 0 to \(PlanProblem.mostInsuranceRows)"
        case .relatives: "relatives must be 0 to \(PlanProblem.mostRelatives)"
        case .mess: "mess is a share: 0 to 1"
        case .showcaseTooShort: "a showcase needs at least three months"
        }
    }
}
