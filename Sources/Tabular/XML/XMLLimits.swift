/// Caps on what a document may hold, well below those of the parser itself; beyond them the document is refused.
package struct XMLLimits: Sendable, Hashable {
    /// Elements inside one another.
    package var depth = 32
    /// Bytes of text directly in one element, and of one attribute's value.
    package var textBytes = 1 << 20
    /// Attributes of one element.
    package var attributes = 256
    /// Bytes of a local name.
    package var nameBytes = 1_000

    /// The caps for documents from outside.
    package static let standard = XMLLimits()

    /// The caps by name.
    enum Name: String, Hashable, Sendable {
        case depth, textBytes, attributes, nameBytes
    }
}
