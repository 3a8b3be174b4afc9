/// The names a run gives to its codes: everything that differs between cities.
package struct ReportNames: Sendable {
    /// Title of the place, `韶关市`, or empty.
    package var place: String
    package var statuses: StatusLabels
    /// County code to name.
    package var counties: [String: String]
    package var towns: TownNames
    /// Titles of the categories of people who find work hard to get, by code.
    package var categories: [String: String] = [:]
    /// Titles of the grounds on which they leave them, by code.
    package var exitGrounds: [String: String] = [:]

    package init(place: String, statuses: StatusLabels, counties: [String: String], towns: TownNames) {
        self.place = place
        self.statuses = statuses
        self.counties = counties
        self.towns = towns
    }

    /// Name of a county, or `nil` if its code is in no table.
    package func county(_ code: String) -> String? { counties[code] }

    /// Name of a county; unknown ones by their code.
    package func countyOrCode(_ code: String) -> String {
        county(code) ?? (code.isEmpty ? "未填" : code)
    }

    /// Name of a town; unknown ones by their code.
    package func townOrCode(_ code: String) -> String {
        let name = towns.name(of: code)
        if !name.isEmpty { return name }
        return code.isEmpty ? "未填" : code
    }

    /// A category by code and title.
    func category(_ code: String) -> String { ReportNames.titled(code, categories) }

    /// A ground of exit by code and title.
    func exitGround(_ code: String) -> String { ReportNames.titled(code, exitGrounds) }

    /// Name of a town, else of a county, else the code.
    func placeOrCode(_ code: String) -> String {
        let town = towns.name(of: code)
        if !town.isEmpty { return town }
        return county(String(code.prefix(6))) ?? code
    }

    private static func titled(_ code: String, _ titles: [String: String]) -> String {
        titles[code].map { "\(code) \($0)" } ?? code
    }
}
