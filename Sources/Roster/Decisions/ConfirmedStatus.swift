/// A status that an officer confirmed for a month of the ledger.
package struct ConfirmedStatus: Hashable, Sendable, Codable {
    package var month: Month
    package var status: StatusCode
    package var confirmedBy: String
    package var confirmedOn: Day
    /// The registration ends on that day.
    package var ends: Bool

    package init(month: Month, status: StatusCode, confirmedBy: String, confirmedOn: Day, ends: Bool) {
        (self.month, self.status, self.confirmedBy) = (month, status, confirmedBy)
        (self.confirmedOn, self.ends) = (confirmedOn, ends)
    }
}
