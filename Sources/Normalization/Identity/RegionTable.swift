/// The county codes that exist or existed, for remarks about codes that never did.
package struct RegionTable: Sendable, Equatable {
    /// One code of six digits.
    package struct Region: Sendable, Equatable {
        package var code: String
        /// Year from which no number was given under it any more; `nil` if it is in force.
        package var abolishedIn: Int?

        package init(code: String, abolishedIn: Int? = nil) {
            self.code = code
            self.abolishedIn = abolishedIn
        }
    }

    private let regions: [String: Region]
    private let coveredPrefixes: Set<String>

    /// A table that is complete under these four-digit prefixes; codes under others are never remarked on.
    package init(regions: [Region], coveredPrefixes: [String]) {
        self.regions = Dictionary(regions.map { ($0.code, $0) }) { first, _ in first }
        self.coveredPrefixes = Set(coveredPrefixes)
    }

    /// A table that covers nothing.
    package static let empty = RegionTable(regions: [], coveredPrefixes: [])

    /// Whether a code of six digits can stand as a county: it lies outside what the table covers, or is in it, is no
    /// city or prefecture, and was in force in the year.
    package func admits(_ code: String, in year: Int? = nil) -> Bool {
        guard coveredPrefixes.contains(String(code.prefix(4))) else { return true }
        guard let region = regions[code], !code.hasSuffix("00") else { return false }
        guard let year, let end = region.abolishedIn else { return true }
        return year <= end
    }
}
