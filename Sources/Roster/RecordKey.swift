/// By what a record names its person.
package struct RecordKey: Sendable, Codable, Hashable {
    /// Registration number, where the source carries one; empty otherwise.
    package var registrationNumber: String
    package var id: IDReading
    /// The name as written, or empty.
    package var name: String

    package init(registrationNumber: String = "", id: IDReading, name: String) {
        self.registrationNumber = registrationNumber
        self.id = id
        self.name = name
    }
}
