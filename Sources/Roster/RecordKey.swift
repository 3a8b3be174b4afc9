/// By what a record names its person.
package struct RecordKey: Sendable, Codable, Hashable {
    /// Registration number, where the source carries one; empty otherwise.
    package var registrationNumber: String
    package var id: IDReading
    /// The name as written, or empty.
    package var name: String
    /// What other columns say of the person; read only where the ID number is no key.
    package var sex: Sex?
    package var birthMonth: Month?

    package init(
        registrationNumber: String = "", id: IDReading, name: String, sex: Sex? = nil, birthMonth: Month? = nil
    ) {
        self.registrationNumber = registrationNumber
        self.id = id
        self.name = name
        self.sex = sex
        self.birthMonth = birthMonth
    }
}
