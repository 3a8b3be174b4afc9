import Roster

/// Whose status differs between two months, or between two revisions of one.
package struct MonthDifference: Sendable, Codable, Equatable {
    package var before: Side
    package var after: Side
    /// By statuses and cause, the most people first.
    package var counts: [Count]
    /// By registration number.
    package var people: [Person]

    /// A month's revision.
    package struct Side: Sendable, Codable, Equatable {
        package var month: String
        package var revision: Int
    }

    /// How many people went from one status to another, and why.
    package struct Count: Sendable, Codable, Equatable {
        /// Empty: not in that month.
        package var from: String
        package var to: String
        package var cause: Cause
        package var people: Int
    }

    /// One person's.
    package struct Person: Sendable, Codable, Equatable {
        package var registrationNumber: String
        package var from: String
        package var to: String
        package var ruleBefore: String
        package var ruleAfter: String
        package var cause: Cause
    }

    /// What makes the difference.
    package enum Cause: String, CaseIterable, Sendable, Codable {
        /// Other records, or another roster.
        case data
        /// The same records, linked otherwise.
        case model
        /// The same records, decided otherwise: another pipeline or program.
        case rule
        /// Answers to surveys.
        case survey
        /// Nothing but that time went on.
        case time
    }
}

extension MonthDifference {
    init(before: Side, after: Side, people: [Person]) {
        (self.before, self.after, self.people) = (before, after, people)
        let groups = Dictionary(grouping: people) { Count(from: $0.from, to: $0.to, cause: $0.cause, people: 0) }
        counts = groups.map { count, people in
            var count = count
            count.people = people.count
            return count
        }.sorted { left, right in
            if left.people != right.people { return left.people > right.people }
            return precedesBytewise(left.order, right.order)
        }
    }
}

extension MonthDifference.Count: Hashable {
    fileprivate var order: String { "\(from)\u{0}\(to)\u{0}\(cause.rawValue)" }
}
