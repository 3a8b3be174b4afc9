/// The names a run gives to its codes: everything that differs between cities.
package struct ReportNames: Sendable {
    /// Title of the place, `韶关市`, or empty.
    package var place: String
    package var statuses: StatusLabels
    /// County code to name.
    package var counties: [String: String]
    package var towns: TownNames

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
}
