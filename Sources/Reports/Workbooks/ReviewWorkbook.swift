package import Tabular

/// A pair that a person is to look at.
package struct ReviewPair: Sendable, Equatable {
    /// One field of both rows, and what it adds to the weight in bits.
    package struct Value: Sendable, Equatable {
        package var left: String
        package var right: String
        package var bits: Double

        package init(left: String, right: String, bits: Double) {
            (self.left, self.right, self.bits) = (left, right, bits)
        }
    }

    /// Where the two stand, one cell a column of `ReviewPlan.places`.
    package var places: [WorkbookCell]
    package var grade: String
    package var probability: Double
    /// The odds in bits, the prior among them.
    package var bits: Double
    /// Two valid ID numbers differ.
    package var isVetoed: Bool
    /// By field.
    package var values: [Value]
    package var fingerprint: String

    package init(
        places: [WorkbookCell], grade: String, probability: Double, bits: Double, isVetoed: Bool, values: [Value],
        fingerprint: String
    ) {
        self.places = places
        (self.grade, self.probability, self.bits, self.isVetoed) = (grade, probability, bits, isVetoed)
        (self.values, self.fingerprint) = (values, fingerprint)
    }
}

/// What a review workbook compares.
package struct ReviewPlan: Sendable, Equatable {
    /// Of the model.
    package var title: String
    /// Headings of the columns that say where the two stand.
    package var places: [String]
    /// What the compared fields are called.
    package var fields: [String]
    /// What the two sides of a pair are called.
    package var sides: (left: String, right: String)
    /// What a pair is, and what is done with the filled workbook: two sentences for the notes.
    package var notes: (pair: String, back: String)

    package init(
        title: String, places: [String], fields: [String], sides: (left: String, right: String),
        notes: (pair: String, back: String)
    ) {
        (self.title, self.places, self.fields) = (title, places, fields)
        (self.sides, self.notes) = (sides, notes)
    }

    package static func == (left: ReviewPlan, right: ReviewPlan) -> Bool {
        (left.title, left.places, left.fields) == (right.title, right.places, right.fields)
            && left.sides == right.sides && left.notes == right.notes
    }
}

/// Headings of the review workbook that are read back.
package enum ReviewHeading: String, CaseIterable, Sendable {
    /// In a month's workbook only.
    case registrationNumber = "登记编号"
    case decision = "是否同一人"
    case reviewer = "复核人"
    case date = "复核日期"
    case note = "说明"
    case fingerprint = "配对码"
}

/// `review.xlsx`: pairs side by side, with room for the answer. Filled in, it is read back by its headings.
package struct ReviewWorkbook: Sendable {
    private let plan: ReviewPlan

    package init(_ plan: ReviewPlan) {
        self.plan = plan
    }

    /// Writes the workbook, a row a pair in the given order.
    package func write(_ pairs: [ReviewPair], to path: String) throws {
        var workbook = try WorkbookWriter(path: path, title: "\(plan.title) 待复核配对", rowCount: pairs.count)
        var sheet = SheetPlan(name: "待复核配对", columns: columns)
        sheet.isProtected = true
        sheet.footer = "内部资料 注意保管　\(plan.title)"
        var series = SheetSeries(sheet)
        try series.begin(in: &workbook)
        for pair in pairs { try series.append(cells(of: pair), to: &workbook) }
        try workbook.addNotes(name: "填写说明", lines: notes(count: pairs.count))
        try workbook.finish()
        try OutputFile.sync(existing: path)
    }

    private var columns: [SheetColumn] {
        let places = (plan.places + ["等级"]).map { SheetColumn($0, width: 10) }
        let weights = [
            SheetColumn("概率", width: 9, format: .number(decimals: 3)),
            SheetColumn("权重", width: 8, format: .number(decimals: 1)),
        ]
        let values = plan.fields.flatMap { field in
            [
                SheetColumn("\(field)（\(plan.sides.left)）", width: 18),
                SheetColumn("\(field)（\(plan.sides.right)）", width: 18),
                SheetColumn("\(field)权重", width: 8, format: .number(decimals: 1)),
            ]
        }
        return places + weights + values + answers
    }

    private var answers: [SheetColumn] {
        [
            SheetColumn(
                ReviewHeading.decision.rawValue, width: 12, isUnlocked: true, choices: ChoiceList(["是", "否", "不确定"])),
            SheetColumn(ReviewHeading.reviewer.rawValue, width: 10, isUnlocked: true),
            SheetColumn(ReviewHeading.date.rawValue, width: 12, format: .date, isUnlocked: true),
            SheetColumn(ReviewHeading.note.rawValue, width: 24, isUnlocked: true),
            SheetColumn(ReviewHeading.fingerprint.rawValue, width: 18),
        ]
    }

    private func cells(of pair: ReviewPair) -> [WorkbookCell] {
        let weights: [WorkbookCell] = [
            .text(pair.isVetoed ? "\(pair.grade)（证件冲突）" : pair.grade), .number(pair.probability), .number(pair.bits),
        ]
        let values = pair.values.flatMap { value -> [WorkbookCell] in
            let (left, right) = DifferingText.marked(value.left, value.right)
            return [left, right, value.bits == 0 ? .empty : .number(value.bits)]
        }
        return pair.places + weights + values + [.empty, .empty, .empty, .empty, .text(pair.fingerprint)]
    }

    private func notes(count: Int) -> [String] {
        [
            "\(plan.title)　待复核配对",
            "共 \(count) 对。\(plan.notes.pair)不同的字标为红色；权重为正支持同一人，为负反对，单位是比特。",
            "请在“\(ReviewHeading.decision.rawValue)”中选择是、否或不确定，并填写\(ReviewHeading.reviewer.rawValue)和"
                + "\(ReviewHeading.date.rawValue)。不填的下次仍会列出。",
            "“证件冲突”表示两个证件号码都有效而不相同：程序不会自动认作同一人。",
            "“\(ReviewHeading.fingerprint.rawValue)”用来认出是哪一对，请勿改动；两条记录的内容变了，会重新询问。",
            plan.notes.back,
        ]
    }
}

/// Two values with the characters marked in which they differ.
enum DifferingText {
    /// Both as cells. Values that are equal, or of which one is missing, are plain.
    static func marked(_ left: String, _ right: String) -> (WorkbookCell, WorkbookCell) {
        guard left != right, !left.isEmpty, !right.isEmpty else { return (.filled(left), .filled(right)) }
        let (first, second) = (Array(left), Array(right))
        let same = common(first, second)
        return (.marked(runs(first, same.left)), .marked(runs(second, same.right)))
    }

    /// Which characters of either belong to the longest common subsequence. Values are short; long ones are not compared.
    private static func common(_ left: [Character], _ right: [Character]) -> (left: Set<Int>, right: Set<Int>) {
        guard left.count <= 64, right.count <= 64 else { return ([], []) }
        var lengths = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row][column] =
                    left[row] == right[column]
                    ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        var (row, column, found) = (0, 0, (left: Set<Int>(), right: Set<Int>()))
        while row < left.count, column < right.count {
            if left[row] == right[column] {
                found.left.insert(row)
                found.right.insert(column)
                (row, column) = (row + 1, column + 1)
            } else if lengths[row + 1][column] >= lengths[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return found
    }

    private static func runs(_ text: [Character], _ same: Set<Int>) -> [MarkedText] {
        var runs: [MarkedText] = []
        for (index, character) in text.enumerated() {
            let isMarked = !same.contains(index)
            if runs.last?.isMarked == isMarked {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(MarkedText(text: String(character), isMarked: isMarked))
            }
        }
        return runs
    }
}
