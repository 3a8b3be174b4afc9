/// What a column of any list holds, as far as its values are normalised to be compared.
package enum ListValueKind: String, CaseIterable, Sendable {
    /// A person's name.
    case name
    /// Any text: blanks and case folded.
    case text
    /// A calendar day, normalised to `20261031`.
    case date
    /// An identity number: a usable one has 18 characters, a mask shows `*` for what is hidden.
    case id
    /// A code or number: full-width and blank characters folded.
    case code
    /// What names a row: taken as it stands, without the blanks around it.
    case key
}
