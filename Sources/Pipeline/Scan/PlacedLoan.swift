package import Roster
package import Tabular

/// An application for a loan, with the number it gives for the borrower.
package struct PlacedLoan: Sendable, Equatable {
    package let loan: LoanApplication
    package let id: IDReading
    package var reference: RecordReference
}

extension PlacedLoan: Placed {
    package mutating func shift(by position: StreamPosition) {
        reference = RecordReference(origin: reference.origin, row: reference.row + position.rows)
    }
}

extension [PlacedLoan] {
    /// By application number; equal numbers by what they say, then by place.
    var inOrder: [PlacedLoan] {
        sorted { left, right in
            left.loan.applicationNumber.precedesBytewise(right.loan.applicationNumber)
                ?? Observation.loan(left.loan).values.precedesBytewise(Observation.loan(right.loan).values)
                ?? (left.reference < right.reference)
        }
    }
}
