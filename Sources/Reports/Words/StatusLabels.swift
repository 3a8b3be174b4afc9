package import Roster

/// The statuses of a run in the order in which its pipeline declares them, each with its Chinese label.
package struct StatusLabels: Sendable, Equatable {
    /// In declared order.
    package let codes: [StatusCode]
    private let labels: [StatusCode: String]
    private let ranks: [StatusCode: Int]

    package init(_ entries: [(code: StatusCode, label: String)]) {
        codes = entries.map(\.code)
        labels = Dictionary(entries.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
        ranks = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Label of a status; its code if the pipeline declares none.
    package func label(_ code: StatusCode) -> String { labels[code] ?? code.text }

    /// Label of a status, or empty.
    package func label(_ code: StatusCode?) -> String { code.map { label($0) } ?? "" }

    /// All labels in declared order.
    package var all: [String] { codes.map { label($0) } }

    /// The given statuses in declared order; undeclared ones last, bytewise by code.
    package func sorted(_ some: some Sequence<StatusCode>) -> [StatusCode] {
        some.sorted { left, right in
            let (first, second) = (ranks[left] ?? .max, ranks[right] ?? .max)
            return first == second ? precedesBytewise(left.text, right.text) : first < second
        }
    }
}
