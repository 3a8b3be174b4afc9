/// The language in which a person is spoken to.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The text of the two that is in this language.
    package func text(_ chinese: String, _ english: String) -> String {
        self == .chinese ? chinese : english
    }
}
