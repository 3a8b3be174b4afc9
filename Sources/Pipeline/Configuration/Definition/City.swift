/// The city a pipeline is for.
package struct City: Sendable, Equatable {
    package var name: String
    /// First digits of its region codes, `4402`.
    package var regionPrefix: String
    /// First digits of its province's region codes, `44`.
    package var provincePrefix: String
    /// Its counties today, by code.
    package var counties: [County]
}

/// A county, district or county-level city.
package struct County: Hashable, Sendable {
    /// Six digits.
    package var code: String
    package var name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
