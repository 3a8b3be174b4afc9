/// Rows of a list as normalised values, field by field of the model; an empty value is a missing one.
///
/// The form in which a reader hands rows over: one buffer of bytes a batch, so that no `String` is made a value.
package struct LinkageRows: Sendable {
    private(set) var bytes: [UInt8]
    /// Ends of the values in `bytes`, row after row.
    private(set) var ends: [UInt32]
    package let fieldCount: Int

    /// Rows of values that stand one after the other in `bytes`, row after row.
    package init(fieldCount: Int, bytes: [UInt8] = [], ends: [UInt32] = []) {
        precondition(ends.count % fieldCount == 0, "whole rows")
        (self.fieldCount, self.bytes, self.ends) = (fieldCount, bytes, ends)
    }

    /// How many rows there are.
    package var count: Int { ends.count / fieldCount }

    /// Appends the next value of a row; of each row every field has to come, in order.
    package mutating func append(_ value: some Sequence<UInt8>) {
        bytes.append(contentsOf: value)
        ends.append(UInt32(bytes.count))
    }

    /// A value as text.
    package func text(row: Int, field: Int) -> String {
        String(decoding: bytes[range(row: row, field: field)], as: UTF8.self)
    }

    /// Where a value stands in `bytes`.
    @inline(__always)
    func range(row: Int, field: Int) -> Range<Int> {
        let index = row &* fieldCount &+ field
        return Int(index == 0 ? 0 : ends[index &- 1])..<Int(ends[index])
    }
}
