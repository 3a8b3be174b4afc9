import Decisions
import Digest
import Ledger
import Reports
import Roster

/// Puts an explanation together from the ledger and the pipeline kept in it.
struct ExplanationMaker {
    let ledger: Ledger
    let definition: PipelineDefinition
    let language: Language
    let isMasked: Bool
    let trail: PersonTrail

    private var row: LedgerRow { trail.row }
    private var number: String { row.registrationNumber }
    private var labels: [StatusCode: String] {
        Dictionary(definition.policy.statuses.map { ($0.code, $0.label) }) { first, _ in first }
    }

    /// The explanation of one person's month.
    func make() throws -> PersonExplanation {
        let (isReproduced, alternatives) = try alternatives()
        return PersonExplanation(
            person: try person(), decision: decision, path: path(), evidence: trail.evidence.map(line),
            answers: try answers(),
            confirmations: try ledger.confirmations(of: number, after: trail.revision).map(line),
            history: try ledger.months(of: number).map(line), isReproduced: isReproduced, alternatives: alternatives)
    }

    private func alternatives() throws -> (Bool?, [PersonExplanation.Alternative]) {
        let redecision = try Redecision(
            definition, month: row.month, manifest: try Manifest.kept(trail.manifest))
        let history = try ledger.personHistory(before: row.month, of: number, by: .revision(trail.revision.number))
        guard let personCase = redecision.personCase(trail, history: history) else { return (nil, []) }
        let again = redecision.decide(personCase)
        guard again.status == row.status, again.rule == row.rule else { return (false, []) }
        let finder = Alternatives(redecision: redecision, month: row.month, labels: labels)
        return (true, finder.all(personCase, decided: row))
    }
}

extension ExplanationMaker {
    private func person() throws -> PersonExplanation.Person {
        let town = try ledger.townNames(of: row.month, revision: trail.revision.number)[row.townCode] ?? ""
        let birth = row.birthDate?.description ?? ""
        return PersonExplanation.Person(
            registrationNumber: number, idNumber: isMasked ? Masking.idNumber(row.idNumber) : row.idNumber,
            name: isMasked ? Masking.name(row.name) : row.name, sex: row.sex?.rawValue ?? "",
            birthDate: isMasked ? Masking.day(birth) : birth, town: "\(row.townCode) \(town)",
            registeredOn: row.registeredOn.description, validUntil: row.validUntil?.description ?? "")
    }

    private var decision: PersonExplanation.DecisionPart {
        PersonExplanation.DecisionPart(
            month: row.month.description, revision: row.revision, program: trail.revision.programVersion,
            chain: trail.revision.chainHead.description, status: row.status.text, statusLabel: label(row.status),
            previousStatus: row.previousStatus.map(label) ?? "", change: words(row.change),
            cause: trail.change?.cause ?? "", rule: row.rule, action: words(row.action), ground: row.ground,
            groundTitle: definition.grounds.first { $0.id == row.ground }?.title ?? "",
            grade: row.grade?.rawValue ?? "", employer: row.employer,
            effectiveDate: row.effectiveDate?.description ?? "", methods: row.methods.map(words),
            verificationReasons: row.verificationReasons.map(words), workList: row.workList.map(words),
            dueDate: row.dueDate?.description ?? "", lastContactOn: trail.lastContactOn?.description ?? "")
    }

    private func path() -> [PersonExplanation.RuleStep] {
        let words = ConditionWords(language: language)
        var steps: [PersonExplanation.RuleStep] = []
        for rule in definition.policy.rules {
            let holds = rule.id == row.rule
            let outcome = holds ? rule.outcomes.first { $0.status == row.status } : nil
            steps.append(
                PersonExplanation.RuleStep(
                    rule: rule.id, title: rule.title, holdsWhen: rule.holdsWhen, legalBasis: rule.legalBasis,
                    line: definition.ruleLines[rule.id] ?? 1, holds: holds,
                    condition: outcome.map { words.text($0.condition) } ?? ""))
            if holds { break }
        }
        return steps
    }

    private func line(_ record: EvidenceRecord) -> PersonExplanation.EvidenceLine {
        PersonExplanation.EvidenceLine(
            source: record.reference.source.text, file: record.reference.file, row: record.reference.row,
            kind: ReasonWords.kind(record.kind)[language], period: record.period,
            values: isMasked ? MaskedValues.masking(record.values) : record.values, grade: record.grade.rawValue,
            link: ReasonWords.link(record.grade, isContradicted: record.contradictsIdentity)[language],
            weight: ReasonWords.weight(record.weight)[language], isUsed: record.isUsed,
            reason: ReasonWords.reason(record.reason)[language])
    }

    /// Answers of this revision's files and of those of the months before, and of those brought in by command, oldest first.
    private func answers() throws -> [PersonExplanation.AnswerLine] {
        var found = try ledger.surveys(of: number, before: row.month).map { ($0.answer, $0.month.description) }
        found += trail.surveys.map { ($0, row.month.description) }
        found += try ledger.answers(of: number, after: trail.revision).map { ($0.value, origin(of: $0)) }
        let ordered = found.enumerated().sorted {
            ($0.element.0.answeredOn, $0.offset) < ($1.element.0.answeredOn, $1.offset)
        }
        return ordered.map(\.element).map { answer, origin in
            PersonExplanation.AnswerLine(
                answeredOn: answer.answeredOn.description, method: answer.method.rawValue,
                outcome: answer.outcome.rawValue, employer: answer.employer,
                employedOn: answer.employedOn?.description ?? "",
                surveyor: isMasked ? Masking.name(answer.surveyor) : answer.surveyor,
                note: isMasked && !answer.note.isEmpty ? "***" : answer.note, origin: origin)
        }
    }

    private func line(_ entry: BroughtIn<ConfirmedStatus>) -> PersonExplanation.ConfirmationLine {
        let value = entry.value
        return PersonExplanation.ConfirmationLine(
            month: value.month.description, status: label(value.status),
            confirmedBy: isMasked ? Masking.name(value.confirmedBy) : value.confirmedBy,
            confirmedOn: value.confirmedOn.description, ends: value.ends,
            origin: origin(of: entry))
    }

    private func origin(of entry: BroughtIn<some Sendable>) -> String {
        let place = "\(entry.file) \(entry.sheet):\(entry.row)"
        return entry.isLater ? place + language.text("（本次修订之后交回）", " (came after this revision)") : place
    }

    private func line(_ month: PersonMonthLine) -> PersonExplanation.HistoryLine {
        PersonExplanation.HistoryLine(
            month: month.month.description, revision: month.revision, isCurrent: month.isCurrent,
            status: label(month.status), rule: month.rule, change: words(month.change))
    }

    private func label(_ status: StatusCode) -> String {
        language == .chinese ? labels[status] ?? status.text : status.text
    }

    private func words(_ value: some Labelled & RawRepresentable<String>) -> String {
        language == .chinese ? value.label : value.rawValue
    }
}
