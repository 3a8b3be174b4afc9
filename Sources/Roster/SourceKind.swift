/// The sixteen kinds of export the program knows, by the names a pipeline file uses.
package enum SourceKind: String, CaseIterable, Hashable, Sendable, Codable {
    case unemployed, insurance, pension, unemploymentBenefit, lowIncome, business, disability, death
    case household, status, category, certificate, service, loan, survey, flexibleSubsidy
}

/// A source as the pipeline file names it. Usually the name of its kind.
package struct SourceName: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }
    package var description: String { text }
    package static func < (left: SourceName, right: SourceName) -> Bool {
        precedesBytewise(left.text, right.text)
    }
}
