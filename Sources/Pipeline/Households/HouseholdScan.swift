import Normalization
import Roster
import Tabular

/// The second reading of household books: the entries of households that some registered person belongs to.
struct HouseholdScan: Sendable {
    let table: BoundTable
    /// Places of the households asked for.
    let wanted: [HouseholdKey: Int32]

    /// The entries in a batch of rows. What is wrong with rows was told at the first reading.
    func entries(in batch: RowBatch) -> BatchYield {
        var found: [BookEntry] = []
        let reader = table.reader(of: batch)
        for row in batch.rows where row.defect == nil {
            reader.move(to: row)
            let key = table.parser.key(of: reader)
            guard case .household(let membership) = table.parser.parse(reader, key: key).observation,
                let household = wanted[HouseholdKey(membership)]
            else { continue }
            let reference = RecordReference(origin: table.origin, row: table.place(of: row, in: batch).row)
            found.append(
                BookEntry(
                    household: household, id: key.id.number, name: key.name, relation: membership.relation,
                    reference: reference))
        }
        var yield = BatchYield()
        yield.bookEntries = Chunked(found)
        return yield
    }
}
