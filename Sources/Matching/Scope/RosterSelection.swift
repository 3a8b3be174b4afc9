package import Roster

/// A row of the roster.
package struct RosterRow: Sendable {
    package var registration: Registration
    package var place: RowPlace

    package init(registration: Registration, place: RowPlace) {
        self.registration = registration
        self.place = place
    }
}

/// Which rows of the roster make up a month. Rows are named by their index in what was given.
package struct RosterSelection: Sendable, Equatable {
    /// The rows in scope, one a person, in the bytewise order of registration numbers. A row without an end of validity
    /// is among them even if roster and ledger know of no contact recent enough: the month's records may.
    package var inScope: [Int]
    /// Those of them without an end of validity and with no contact recent enough so far, in the same order.
    package var doubtful: [Int]
    /// Rows to be put aside, in the order given.
    package var duplicates: [Duplicate]
    /// Rows in scope whose number or ID another row claims for somebody else, in the order given.
    package var identityConflicts: [Int]

    /// A row that another one displaces.
    package struct Duplicate: Sendable, Equatable {
        package var row: Int
        /// `duplicateNumber` or `duplicateRegistration`.
        package var code: FindingCode

        package init(row: Int, code: FindingCode) {
            self.row = row
            self.code = code
        }

        /// In Chinese: why the row is put aside, and what to do.
        package var message: String {
            code == .duplicateNumber
                ? "登记编号与另一条有效登记相同，只保留其中一条，本行不计；请核实后更正登记编号或删去重复行"
                : "同一证件号码另有登记日期更晚（同日则登记编号更大）的有效登记，本行不计；请核实后注销其中一条"
        }
    }
}
