import Reports
import Roster
import Tabular

/// What a person said of a pair.
struct PairAnswer: Sendable, Equatable {
    /// Whether the rows are one person's.
    enum Decision: String, Sendable, CaseIterable {
        case yes = "是"
        case no = "否"
        case unsure = "不确定"
    }

    var decision: Decision
    var by: String
    var on: String
    var note: String
    /// Of a month's workbook: the person; else empty.
    var registrationNumber = ""
}

/// The answers of filled review workbooks, by fingerprint; of two for one pair the later counts.
struct AnswerBook: Sendable {
    private var answers: [String: PairAnswer] = [:]

    init() {}

    /// Reads filled workbooks. Exit 65 with the place of each answer that can't be understood.
    init(files: [String]) throws {
        for file in files { try read(file) }
    }

    /// How many pairs were answered.
    var count: Int { answers.count }

    /// The answer for a pair, or `nil`.
    func answer(for fingerprint: String) -> PairAnswer? { answers[fingerprint] }

    /// All answers, by fingerprint. One without a date counts from a given day. Exit 65 if one names no registered person.
    func decisions(undated day: Day) throws -> [DecidedLink] {
        let nameless = answers.values.count { $0.registrationNumber.isEmpty }
        guard nameless == 0 else { throw RunError(answersOfNoMonth: nameless) }
        return answers.sorted { precedesBytewise($0.key, $1.key) }.map { fingerprint, answer in
            DecidedLink(
                fingerprint: fingerprint, registrationNumber: answer.registrationNumber,
                answer: answer.decision.stored, decidedBy: answer.by, decidedOn: Day(written: answer.on) ?? day)
        }
    }

    private mutating func read(_ file: String) throws {
        let headings = ReviewHeading.allCases.map(\.rawValue)
        let table = try ListTable(path: file, headings: Set(headings), marks: .usual)
        let columns = ListColumns(table.header)
        guard let code = columns.place(of: [ReviewHeading.fingerprint.rawValue]),
            let decision = columns.place(of: [ReviewHeading.decision.rawValue])
        else { throw RunError(noAnswersIn: file) }
        let others = [ReviewHeading.reviewer, .date, .note, .registrationNumber].map {
            columns.place(of: [$0.rawValue])
        }
        var faults: [(row: Int, text: String)] = []
        while let stretch = try table.looked.supply.next() {
            for row in stretch.batch.rows where row.defect == nil {
                let number = row.number + (table.countsBySheet ? 0 : 1 + stretch.position.rows)
                let text = stretch.batch.value(decision, of: row).filter { !$0.isWhitespace }
                if text.isEmpty { continue }
                let rest = others.map { $0.map { stretch.batch.value($0, of: row) } ?? "" }
                guard let word = PairAnswer.Decision(rawValue: text) else {
                    faults.append((number, text))
                    continue
                }
                let fingerprint = stretch.batch.value(code, of: row).filter { !$0.isWhitespace }.lowercased()
                answers[fingerprint] = PairAnswer(
                    decision: word, by: rest[0], on: rest[1], note: rest[2], registrationNumber: rest[3])
            }
        }
        if !faults.isEmpty { throw RunError(badAnswers: faults, in: file) }
    }
}

extension Day {
    /// The day that three numbers write, whatever stands between them.
    fileprivate init?(written text: String) {
        let parts = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard parts.count >= 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}

extension PairAnswer.Decision {
    /// The same as the ledger keeps it.
    var stored: DecidedLink.Answer {
        switch self {
        case .yes: .yes
        case .no: .no
        case .unsure: .unsure
        }
    }
}

extension RunError {
    /// Exit 65: a workbook of answers lacks the columns of one.
    fileprivate init(noAnswersIn file: String) {
        self.init(
            .inputRefused, code: "E224",
            message: LocalizedText(
                zh: "文件缺少“\(ReviewHeading.decision.rawValue)”或“\(ReviewHeading.fingerprint.rawValue)”列",
                en: "the file lacks the columns of a review workbook"),
            hint: LocalizedText(zh: "请交回填好的 review.xlsx", en: "give the filled review.xlsx"), place: file)
    }

    /// Exit 65: answers without a registration number, as those of two lists are.
    fileprivate init(answersOfNoMonth count: Int) {
        self.init(
            .inputRefused, code: "E224",
            message: LocalizedText(
                zh: "有 \(count) 个答复没有登记编号，不是月度的复核表", en: "\(count) answers name no registered person"),
            hint: LocalizedText(
                zh: "请交月份文件夹中填好的 review.xlsx；名单比对的答复用 match --answers",
                en: "give a month's filled review.xlsx; answers about lists go to match --answers"), place: "--answers")
    }

    /// Exit 65: answers that are none of the words.
    fileprivate init(badAnswers faults: [(row: Int, text: String)], in file: String) {
        let shown = faults.prefix(10).map { "第 \($0.row) 行“\($0.text)”" }.joined(separator: "、")
        self.init(
            .inputRefused, code: "E225",
            message: LocalizedText(
                zh: "有 \(faults.count) 个答复不是“是、否、不确定”：\(shown)",
                en:
                    "\(faults.count) answers are none of 是, 否, 不确定: rows \(faults.prefix(10).map { "\($0.row)" }.joined(separator: ", "))"
            ),
            hint: LocalizedText(zh: "从下拉列表中选择", en: "choose from the list"), place: file)
    }
}
