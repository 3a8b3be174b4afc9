/// A row of a batch that the index may know.
package struct ProbeHit: Hashable, Sendable {
    /// Index in the batch's `rows`.
    package var rowIndex: Int
    package var outcome: Outcome

    /// What the look-up gave.
    package enum Outcome: Hashable, Sendable {
        /// The key is in the index.
        case slot(Int32)
        /// The field is not empty and not 18 plain characters of a key: it has to be read with more care.
        case unfolded
    }
}

/// Looks up one column of every good row; rows that are not in the index, or whose field is empty, are left out.
package func probe(_ batch: RowBatch, column: Int, using index: KeyIndex) -> [ProbeHit] {
    var hits: [ProbeHit] = []
    for (rowIndex, row) in batch.rows.enumerated() where row.defect == nil {
        guard let bounds = batch.bounds(column, of: row), bounds.start < bounds.end else { continue }
        if let key = DigitKey.fold(batch.text, Int(bounds.start)..<Int(bounds.end)) {
            guard let slot = index.slot(of: key) else { continue }
            hits.append(ProbeHit(rowIndex: rowIndex, outcome: .slot(slot)))
        } else {
            hits.append(ProbeHit(rowIndex: rowIndex, outcome: .unfolded))
        }
    }
    return hits
}
