package import Roster

/// A person of the month, as far as records are linked by it.
package struct SpinePerson: Sendable, Codable, Hashable {
    /// Registration number; names the person everywhere.
    package var registrationNumber: String
    /// `nil`: the roster has no usable number.
    package var id: IDNumber?
    /// As the roster writes it.
    package var name: String

    package init(registrationNumber: String, id: IDNumber?, name: String) {
        self.registrationNumber = registrationNumber
        self.id = id
        self.name = name
    }

    /// The person of a registration.
    package init(_ registration: Registration) {
        self.init(
            registrationNumber: registration.registrationNumber, id: registration.id.number, name: registration.name)
    }
}
