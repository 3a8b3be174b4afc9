import Matching
import Reports
import Roster
import Tabular

/// `review.xlsx`: the pairs that a person has to look at.
struct ReviewFile {
    let outcome: LinkageOutcome

    /// Writes the workbook; pairs in the order of `pairs.csv`.
    func write(to path: String) throws {
        let pairs = (outcome.pairs.filter { !$0.isLink } + spotChecks).map(reviewPair)
        let fields = outcome.definition.model.fields.map(\.name)
        let plan = ReviewPlan(
            title: outcome.definition.title, places: ["左行号", "右行号", "左编号", "右编号"], fields: fields,
            sides: ("左", "右"),
            notes: ("每行是左右两个名单中可能属于同一人的两条记录；末尾若干行从已链接的 D、E 级配对中抽出，用来核对准确率。", "填好后原样交回，下次比对时用 --answers 读入。"))
        try ReviewWorkbook(plan).write(pairs, to: path)
    }

    /// Links by less than a whole number that are asked about all the same, so that answers tell how right links are: of
    /// each band of probability those with the smallest fingerprints, which is as good as drawing lots.
    private var spotChecks: [JudgedPair] {
        let links = outcome.pairs.filter { $0.isLink && $0.grade > .c && $0.answer == nil }
        let bands = Dictionary(grouping: links) { $0.pair.probability >= 0.99 }
        return [false, true].flatMap { band in
            (bands[band] ?? []).sorted { precedesBytewise($0.fingerprint, $1.fingerprint) }
                .prefix(ReviewFile.spotChecksPerBand)
        }
    }

    private static let spotChecksPerBand = 30

    private func reviewPair(_ judged: JudgedPair) -> ReviewPair {
        let pair = judged.pair
        let (table, parts) = (outcome.result.scorer.comparison.table, outcome.result.scorer.parts(of: pair))
        let values = table.columns.enumerated().map { field, column in
            ReviewPair.Value(
                left: column.text(.left, Int(pair.left)), right: column.text(.right, Int(pair.right)),
                bits: parts[field])
        }
        return ReviewPair(
            places: [
                .integer(outcome.lists.number(.left, Int(pair.left))),
                .integer(outcome.lists.number(.right, Int(pair.right))),
                .filled(outcome.lists.key(.left, Int(pair.left))), .filled(outcome.lists.key(.right, Int(pair.right))),
            ],
            grade: judged.grade.rawValue, probability: pair.probability, bits: pair.bits, isVetoed: pair.isVetoed,
            values: values, fingerprint: judged.fingerprint)
    }
}

extension LinkageColumn {
    /// The value of a row, or empty.
    func text(_ side: LinkedLists.Side, _ row: Int) -> String {
        let value = side == .left ? left[row] : right[row]
        return value < 0 ? "" : values.text(Int(value))
    }
}
