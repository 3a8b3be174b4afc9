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

    /// Regions by the number their code writes.
    private let regions: [Int: Region]
    private let coveredPrefixes: Set<Int>

    /// A table that is complete under these four-digit prefixes; codes under others are never remarked on.
    package init(regions: [Region], coveredPrefixes: [String]) {
        self.regions = Dictionary(regions.compactMap { region in Int(region.code).map { ($0, region) } }) { first, _ in
            first
        }
        self.coveredPrefixes = Set(coveredPrefixes.compactMap { Int($0) })
    }

    /// A table that covers nothing.
    package static let empty = RegionTable(regions: [], coveredPrefixes: [])

    /// Whether a code of six digits can stand as a county: it lies outside what the table covers, or is in it, is no
    /// city or prefecture, and was in force in the year.
    package func admits(_ code: String, in year: Int? = nil) -> Bool {
        Int(code).map { admits($0, in: year) } ?? true
    }

    /// The same for a code by the number that its six digits write.
    func admits(_ code: Int, in year: Int? = nil) -> Bool {
        guard coveredPrefixes.contains(code / 100) else { return true }
        guard let region = regions[code], code % 100 != 0 else { return false }
        guard let year, let end = region.abolishedIn else { return true }
        return year <= end
    }
}
