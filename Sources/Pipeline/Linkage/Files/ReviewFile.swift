import Matching
import Reports
import Roster
import Tabular

/// `review.xlsx`: the pairs that a person has to look at.
struct ReviewFile {
    let outcome: LinkageOutcome

    /// Writes the workbook; pairs in the order of `pairs.csv`.
    func write(to path: String) throws {
        let pairs = outcome.pairs.filter { !$0.isLink }.map(reviewPair)
        let fields = outcome.definition.model.fields.map(\.name)
        try ReviewWorkbook(title: outcome.definition.title, fields: fields).write(pairs, to: path)
    }

    private func reviewPair(_ judged: JudgedPair) -> ReviewPair {
        let pair = judged.pair
        let (table, parts) = (outcome.result.scorer.comparison.table, outcome.result.scorer.parts(of: pair))
        let values = table.columns.enumerated().map { field, column in
            ReviewPair.Value(
                left: text(column, column.left[Int(pair.left)]), right: text(column, column.right[Int(pair.right)]),
                bits: parts[field])
        }
        return ReviewPair(
            leftRow: outcome.lists.number(.left, Int(pair.left)),
            rightRow: outcome.lists.number(.right, Int(pair.right)),
            leftID: outcome.lists.key(.left, Int(pair.left)), rightID: outcome.lists.key(.right, Int(pair.right)),
            grade: judged.grade.rawValue, probability: pair.probability, bits: pair.bits, isVetoed: pair.isVetoed,
            values: values, fingerprint: judged.fingerprint)
    }

    private func text(_ column: LinkageColumn, _ value: Int32) -> String {
        value < 0 ? "" : column.values.text(Int(value))
    }
}
