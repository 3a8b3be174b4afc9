/// A row of a batch that the index may know.
package struct ProbeHit: Hashable, Sendable {
    /// Index in the batch's `rows`.
    package var rowIndex: Int
    package var outcome: Outcome

    /// The key, if it is in the index.
    package var key: UInt64? {
        if case .slot(_, let key) = outcome { return key }
        return nil
    }

    /// What the look-up gave.
    package enum Outcome: Hashable, Sendable {
        /// The key is in the index.
        case slot(Int32, key: UInt64)
        /// The field is not empty and not 18 plain characters of a key, or it is of those that are kept where they are
        /// asked for: it has to be read with more care.
        case unfolded
    }
}

/// Looks up one column of every good row; rows that are not in the index, or whose field is empty, are left out.
package func probe(
    _ batch: RowBatch, column: Int, using index: KeyIndex, keeping kept: UnsureKeys = []
) -> [ProbeHit] {
    unsafe batch.text.withUnsafeBufferPointer { text in
        unsafe batch.rows.withUnsafeBufferPointer { rows in
            unsafe batch.fields.withUnsafeBufferPointer { fields in
                guard let base = text.baseAddress else { return [] }
                var hits: [ProbeHit] = []
                for rowIndex in rows.indices where unsafe column < Int(rows[rowIndex].fieldCount) {
                    guard unsafe rows[rowIndex].defect == nil else { continue }
                    let field = unsafe fields[Int(rows[rowIndex].firstField) &+ column]
                    let (start, end) = (Int(field.start), Int(field.end))
                    guard start < end || kept.contains(.missing), end <= text.count else { continue }
                    if end &- start == 18, let key = unsafe DigitKey.fold(base + start) {
                        if let slot = index.slot(of: key) {
                            hits.append(ProbeHit(rowIndex: rowIndex, outcome: .slot(slot, key: key)))
                        } else if kept.contains(.damaged), !DigitKey.hasRightCheck(key) {
                            hits.append(ProbeHit(rowIndex: rowIndex, outcome: .unfolded))
                        }
                    } else {
                        hits.append(ProbeHit(rowIndex: rowIndex, outcome: .unfolded))
                    }
                }
                return hits
            }
        }
    }
}
