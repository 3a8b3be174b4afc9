import Reports

extension PersonExplanation {
    /// The explanation as lines for a terminal.
    package func text(in language: Language) -> String { SectionText(page: page(in: language)).text }

    /// Writes the explanation as a page to hand on, in Chinese, to a file that nobody else may read.
    package func writePage(to path: String) throws {
        do {
            let subject = "explanation \(decision.month) \(person.registrationNumber)"
            try DeskFile.write(MarkedPage(try page(in: .chinese).html(), of: subject), to: path)
        } catch {
            throw RunError(describing: error)
        }
    }

    private func page(in language: Language) -> SectionPage {
        let words = ExplanationWords(explanation: self, language: language)
        return SectionPage(
            title: language.text("判定说明", "Explanation"), period: "\(decision.month) r\(decision.revision)",
            findings: words.findings, sections: words.sections, notes: words.notes)
    }
}

/// The sentences and tables of an explanation.
private struct ExplanationWords {
    let explanation: PersonExplanation
    let language: Language

    private var decision: PersonExplanation.DecisionPart { explanation.decision }
    private func text(_ chinese: String, _ english: String) -> String { language.text(chinese, english) }

    var findings: [String] {
        let person = explanation.person
        let (status, step) = (decision.statusLabel, explanation.path.last)
        var lines = [
            text(
                "\(person.name)（\(person.registrationNumber)，\(person.idNumber)）\(decision.month) 的状态为“\(status)”，"
                    + "依据规则 \(decision.rule)（流程文件第 \(step?.line ?? 0) 行）。",
                "\(person.name) (\(person.registrationNumber), \(person.idNumber)) was \(status) in \(decision.month) "
                    + "by rule \(decision.rule), line \(step?.line ?? 0) of the pipeline file.")
        ]
        switch explanation.isReproduced {
        case true?: lines.append(text("按台账库中留存的证据重新判定，结果相同。", "Decided anew from what the ledger keeps: the same."))
        case false?:
            lines.append(
                text("按台账库中留存的证据重新判定，结果不同，请核对。", "Decided anew from what the ledger keeps, the result differs."))
        case nil: lines.append(text("留存的证据中有不能还原的，未重新判定。", "Some record can't be read back: not decided anew."))
        }
        return lines
    }

    var sections: [SectionPage.Section] {
        [identity, outcome, path, evidence, answers, confirmations, alternatives, history]
    }

    var notes: [String] {
        [
            text(
                "文件、行号指来源单位当月报送的文件；“等级”是记录与本人的匹配等级，A、B 级才能单独决定状态。",
                "Files and rows are those of the month's exports; grades A and B alone decide a status."),
            text("比对结果只是建议，不会自行终止任何人的登记。", "A comparison proposes and never ends a registration by itself."),
            "\(decision.program)  \(decision.chain)",
        ]
    }

    private var identity: SectionPage.Section {
        let person = explanation.person
        return pairs(
            text("本人", "Person"),
            [
                (text("登记编号", "registration"), person.registrationNumber), (text("姓名", "name"), person.name),
                (text("证件号码", "ID number"), person.idNumber), (text("性别", "sex"), person.sex),
                (text("出生日期", "born"), person.birthDate), (text("镇街", "town"), person.town),
                (text("登记日期", "registered on"), person.registeredOn),
                (text("有效期至", "valid until"), person.validUntil),
            ])
    }

    private var outcome: SectionPage.Section {
        let comma = text("、", ", ")
        return pairs(
            text("判定结果", "Decision"),
            [
                (text("本月状态", "status"), decision.statusLabel),
                (text("上月状态", "status before"), decision.previousStatus),
                (text("变化", "change"), decision.change), (text("变化来源", "cause"), decision.cause),
                (text("单位", "employer"), decision.employer), (text("起始日期", "since"), decision.effectiveDate),
                (text("处理建议", "action"), decision.action),
                (text("退出情形", "ground"), decision.ground + " " + decision.groundTitle),
                (text("核查途径", "checked by"), decision.methods.joined(separator: comma)),
                (text("最近联系", "last contact"), decision.lastContactOn),
                (text("需核实事由", "to be verified"), decision.verificationReasons.joined(separator: comma)),
                (text("核查原因", "on the work list for"), decision.workList.joined(separator: comma)),
                (text("办理期限", "due"), decision.dueDate),
            ])
    }

    private var path: SectionPage.Section {
        SectionPage.Section(
            text("规则逐条", "Rules, in order"),
            columns: [
                text("规则", "rule"), text("名称", "title"), text("成立条件", "holds when"), text("依据", "basis"),
                text("行", "line"), text("结果", "result"),
            ],
            rows: explanation.path.map { step in
                [
                    step.rule, step.title, step.holds ? "\(step.holdsWhen)（\(step.condition)）" : step.holdsWhen,
                    step.legalBasis, String(step.line),
                    step.holds ? text("✓ 成立", "✓ holds") : text("不成立", "does not hold"),
                ]
            })
    }

    private var evidence: SectionPage.Section {
        SectionPage.Section(
            text("证据", "Evidence"),
            columns: [
                text("来源", "source"), text("文件:行", "file:row"), text("类型", "kind"), text("所属期", "period"),
                text("内容", "values"), text("等级", "grade"), text("链接", "link"), text("证明力", "weight"),
                text("采用", "used"), text("原因", "why"),
            ],
            rows: explanation.evidence.map { line in
                [
                    line.source, "\(line.file):\(line.row)", line.kind, line.period, line.values, line.grade, line.link,
                    line.weight, line.isUsed ? text("是", "yes") : text("否", "no"), line.reason,
                ]
            })
    }

    private var answers: SectionPage.Section {
        SectionPage.Section(
            text("调查答复", "Survey answers"),
            columns: [
                text("日期", "date"), text("方式", "method"), text("结果", "result"), text("单位", "employer"),
                text("就业日期", "employed on"), text("调查人", "asked by"), text("备注", "note"), text("来自", "from"),
            ],
            rows: explanation.answers.map {
                [$0.answeredOn, $0.method, $0.outcome, $0.employer, $0.employedOn, $0.surveyor, $0.note, $0.origin]
            })
    }

    private var confirmations: SectionPage.Section {
        SectionPage.Section(
            text("人工确认", "Confirmed"),
            columns: [
                text("月份", "month"), text("确认状态", "status"), text("确认人", "by"), text("确认日期", "on"),
                text("登记终止", "ends"), text("来自", "from"),
            ],
            rows: explanation.confirmations.map {
                [
                    $0.month, $0.status, $0.confirmedBy, $0.confirmedOn, $0.ends ? text("是", "yes") : text("否", "no"),
                    $0.origin,
                ]
            })
    }

    private var alternatives: SectionPage.Section {
        SectionPage.Section(
            text("哪些情况会改变结果", "What would change the result"),
            columns: [
                text("情况", "if"), text("记录或答复", "record or answer"), text("状态", "status"), text("规则", "rule"),
            ],
            rows: explanation.alternatives.map { [kind($0.kind), $0.what, $0.status, $0.rule] })
    }

    private func kind(_ kind: PersonExplanation.Alternative.Kind) -> String {
        switch kind {
        case .linkConfirmed: text("经确认该记录是本人的", "the record is confirmed to be theirs")
        case .recordLeftOut: text("没有该记录", "without the record")
        case .answer: text("月末调查答复", "told at the end of the month")
        }
    }

    private var history: SectionPage.Section {
        SectionPage.Section(
            text("各月", "Months"),
            columns: [
                text("月份", "month"), text("修订", "revision"), text("状态", "status"), text("规则", "rule"),
                text("变化", "change"),
            ],
            rows: explanation.history.map { line in
                let mark = line.isCurrent ? "" : text("（已被取代）", " (superseded)")
                return [line.month, "r\(line.revision)\(mark)", line.status, line.rule, line.change]
            })
    }

    private func pairs(_ title: String, _ pairs: [(String, String)]) -> SectionPage.Section {
        SectionPage.Section(
            title, columns: [text("项目", "item"), text("内容", "value")],
            rows: pairs.filter { !$0.1.allSatisfy(\.isWhitespace) }.map { [$0.0, $0.1] })
    }
}
