import Digest
import Matching
import Reports
import Roster
import Tabular

/// `review.csv`, `review.xlsx` and `review_model.yaml`: the pairs that a person is to look at, and by what they were weighed.
struct ReviewFiles {
    let month: Month
    let model: LinkageDefinition
    let outcome: ReviewOutcome
    let people: SlottedRegistrations
    let folder: String

    /// Writes the files; gives the digest of the model with its weights, empty if nothing was weighed.
    func write() throws -> String {
        let text = outcome.result.map { result -> String in
            var bare = model
            // Where only the weights are wanted, the tables would lie there for nothing.
            bare.texts = []
            return TrainedModelText(definition: bare, weights: result.scorer.weights).text
        }
        if let text { try OutputFile.write(Array(text.utf8), to: "\(folder)/review_model.yaml") }
        let digest = text.map { String("\(model.digest(of: $0))".prefix(16)) } ?? ""
        let open = outcome.open
        try writeTable(open, digest: digest)
        try writeWorkbook(open)
        return digest
    }

    private func writeTable(_ pairs: [ReviewedPair], digest: String) throws {
        var file = try OutputFile(creating: "\(folder)/review.csv")
        var text = CSVText()
        for name in heading { text.add(name) }
        text.endRow()
        for pair in pairs { add(pair, digest, to: &text) }
        try file.write(text.bytes)
        try file.finish()
    }

    private var heading: [String] {
        [
            "month", "registration_number", "source", "file", "row", "records", "decision", "grade", "probability",
            "weight",
        ]
            + model.model.fields.map(\.name) + ["model", "fingerprint"]
    }

    private func add(_ reviewed: ReviewedPair, _ digest: String, to text: inout CSVText) {
        let group = outcome.groups[reviewed.group]
        text.add(month)
        text.add(people[Int(reviewed.slot.index)].registrationNumber)
        text.add(group.source.text)
        text.add(group.records.first?.reference.file ?? "")
        text.add(group.records.first?.reference.row ?? 0)
        text.add(group.records.count)
        text.add(reviewed.outcome.rawValue)
        text.add(reviewed.grade.rawValue)
        text.add(FixedPoint.text(reviewed.pair.probability, decimals: 6))
        text.add(FixedPoint.text(reviewed.pair.bits, decimals: 3))
        for field in model.model.fields.indices { text.add(model.levelText(field, reviewed.pair.pattern[field])) }
        text.add(digest)
        text.add(reviewed.fingerprint)
        text.endRow()
    }

    private func writeWorkbook(_ pairs: [ReviewedPair]) throws {
        let plan = ReviewPlan(
            title: "\(month.year)年\(month.month)月登记失业人员", places: ["登记编号", "来源", "文件", "行号", "相同记录"],
            fields: model.model.fields.map { PersonTraits.Field(rawValue: $0.name)?.label ?? $0.name },
            sides: ("登记", "记录"),
            notes: (
                "每行左边是一名登记失业人员，右边是某个来源中可能属于他的一条记录（内容相同的记录合为一行），",
                "填好后原样交回，用 run --answers 读入：答“是”的记录作为 B 级依据，答“否”的不再匹配，都不再询问。"
            ))
        try ReviewWorkbook(plan).write(pairs.map(reviewPair), to: "\(folder)/review.xlsx")
    }

    private func reviewPair(_ reviewed: ReviewedPair) -> ReviewPair {
        let (group, registration) = (outcome.groups[reviewed.group], people[Int(reviewed.slot.index)])
        let parts = outcome.result?.scorer.parts(of: reviewed.pair) ?? []
        let values = outcome.result?.scorer.comparison.table.columns.enumerated().map { field, column in
            ReviewPair.Value(
                left: column.text(.left, Int(reviewed.pair.left)), right: column.text(.right, Int(reviewed.pair.right)),
                bits: parts[field])
        }
        return ReviewPair(
            places: [
                .text(registration.registrationNumber), .text(group.source.text),
                .text(group.records.first?.reference.file ?? ""), .integer(group.records.first?.reference.row ?? 0),
                .integer(group.records.count),
            ],
            grade: reviewed.grade.rawValue, probability: reviewed.pair.probability, bits: reviewed.pair.bits,
            isVetoed: reviewed.pair.isVetoed, values: values ?? [], fingerprint: reviewed.fingerprint)
    }
}

extension PersonTraits.Field {
    /// What officers call it.
    fileprivate var label: String {
        switch self {
        case .name: "姓名"
        case .idNumber: "证件号码"
        case .sex: "性别"
        case .birthDate: "出生日期"
        case .phone: "联系电话"
        case .region: "地区"
        }
    }
}
