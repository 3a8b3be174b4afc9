package import Roster

/// What to make up: the arguments of `taizhang synth`, not yet checked.
package struct SynthesisPlan: Sendable, Equatable {
    /// Folder that gets one folder a month.
    package var folder: String
    /// The months to make, first and last.
    package var months: ClosedRange<Month>
    /// People on the roster of the first month; later months stay near it.
    package var registered: Int
    /// Rows of the insurance export of each month; more only if the registered people alone have more.
    package var insuranceRows: Int
    /// Equal plans give equal bytes.
    package var seed: UInt64
    /// How untidy the files are, from 0 (spotless) to 1: about this share of ID numbers is written oddly.
    package var mess: Double
    /// The insurance export is written as `.csv.gz`.
    package var isGzipped: Bool
    /// Encoding of all text tables; `nil` mixes them as real offices do.
    package var encoding: ExportEncoding?
    /// Every kind of case is present at least three times in the last month, and every kind of mess: for fixtures.
    package var isShowcase: Bool
    /// Relatives in the household book of every person; `nil`: one to three of more than half of them.
    package var relatives: Int?

    package init(
        folder: String, months: ClosedRange<Month>, registered: Int, insuranceRows: Int, seed: UInt64 = 1,
        mess: Double = 0.02, isGzipped: Bool = false, encoding: ExportEncoding? = nil, isShowcase: Bool = false,
        relatives: Int? = nil
    ) {
        self.folder = folder
        self.months = months
        self.registered = registered
        self.insuranceRows = insuranceRows
        self.seed = seed
        self.mess = mess
        self.isGzipped = isGzipped
        self.encoding = encoding
        self.isShowcase = isShowcase
        self.relatives = relatives
    }

    /// All that is wrong with the plan; empty if it can be carried out.
    package var problems: [PlanProblem] {
        var found: [PlanProblem] = []
        if folder.isEmpty { found.append(.noFolder) }
        if months.lowerBound.months(to: months.upperBound) >= PlanProblem.mostMonths { found.append(.tooManyMonths) }
        if !PlanProblem.years.contains(months.lowerBound.year) || !PlanProblem.years.contains(months.upperBound.year) {
            found.append(.yearOutOfRange)
        }
        let least = isShowcase ? PlanProblem.fewestInShowcase : 1
        if !(least...PlanProblem.mostRegistered).contains(registered) { found.append(.registered(least: least)) }
        if !(0...PlanProblem.mostInsuranceRows).contains(insuranceRows) { found.append(.insuranceRows) }
        if let relatives, !(0...PlanProblem.mostRelatives).contains(relatives) { found.append(.relatives) }
        if !(0...1).contains(mess) { found.append(.mess) }
        if isShowcase, months.lowerBound.months(to: months.upperBound) < 2 { found.append(.showcaseTooShort) }
        return found
    }
}

/// An encoding in which the made-up text tables can be written.
package enum ExportEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case gb18030
    case utf16LittleEndian = "utf-16le"
}
