/// Normalised values of rows, one after the other: the form in which lists are handed on. An empty value is a missing one.
package struct ListValues: Sendable {
    package internal(set) var bytes: [UInt8] = []
    /// Ends of the values in `bytes`, row after row.
    package internal(set) var ends: [UInt32] = []

    package init() {}

    /// Ends the value that was appended to `bytes`.
    mutating func endValue() {
        ends.append(UInt32(bytes.count))
    }
}
