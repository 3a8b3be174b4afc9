package import Roster

/// How many people of a month each rule decided, and how many meet each category.
package struct MonthFigures: Sendable, Equatable {
    package var month: Month
    package var rules: [String: Int]
    package var categories: [String: Int]
}

extension Ledger {
    /// The figures of the latest month by its current revision; `nil` if the ledger holds no month.
    package func latestFigures() throws -> MonthFigures? {
        try connection.read { session in
            let latest = try session.first(
                "SELECT month, revision FROM months WHERE revision IS NOT NULL ORDER BY month DESC LIMIT 1"
            ) { (try $0.requiredMonth(0), Cell.integer($0.integer(1))) }
            guard let (month, revision) = latest else { return nil }
            var figures = MonthFigures(month: month, rules: [:], categories: [:])
            try session.forEach("SELECT rule, count(*) FROM statuses WHERE revision = ? GROUP BY rule", [revision]) {
                figures.rules[$0.text(0)] = Int($0.integer(1))
            }
            let query = """
                SELECT difficulty, count(*) FROM statuses WHERE revision = ? AND difficulty IS NOT NULL
                GROUP BY difficulty
                """
            try session.forEach(query, [revision]) { row in
                for category in ListText.split(row.text(0)) {
                    figures.categories[category, default: 0] += Int(row.integer(1))
                }
            }
            return figures
        }
    }
}
