import Roster

extension Answer.Outcome {
    /// The status that the answer claims; `nil` for answers that claim none or that nothing changed.
    var status: Status? {
        switch self {
        case .employed: .employed
        case .flexible: .flexible
        case .selfEmployed: .selfEmployed
        case .retired: .retired
        case .student: .student
        case .military: .military
        case .dead: .deceased
        case .withdrawn: .withdrawn
        case .jobless, .unreached, .refused, .other: nil
        }
    }

    /// Whether it says where the person stands, and so ends what was told before.
    var settles: Bool { status != nil || self == .jobless }

    /// Whether it holds for three months only.
    var isPassing: Bool { self == .employed || self == .flexible || self == .selfEmployed }
}

extension Person {
    /// The answer that stands in a month: the last one that says where the person stands.
    func standingAnswer(in month: Month) -> Answer? {
        facts.answers.filter {
            $0.outcome.settles && $0.export <= month && $0.day <= month.lastDay
                && $0.day >= registration.registeredOn
        }
        .max { $0.day < $1.day }
    }

    /// Whether a told job, flexible work or business is older than three months: its own and the next two.
    func isStale(_ answer: Answer, in month: Month) -> Bool {
        answer.outcome.isPassing && answer.day.month.months(to: month) > 2
    }

    /// Whether the person said in this month to be without work still.
    func saysJobless(in month: Month) -> Bool {
        standingAnswer(in: month).map { $0.outcome == .jobless && $0.day.month == month } ?? false
    }

    /// Whether services were refused a third time this month, within six months.
    func refusesForGood(in month: Month) -> Bool {
        let days = facts.answers.filter { $0.outcome == .refused && $0.export <= month && $0.day <= month.lastDay }
            .map(\.day)
        guard let last = days.max(), last.month == month else { return false }
        return Set(days.filter { $0 > last.adding(months: -6) }).count >= 3
    }

    /// Whether anything but proof points to work.
    func isHintedAt(in month: Month) -> Bool {
        if let answer = standingAnswer(in: month), isStale(answer, in: month) { return true }
        guard paper.isUsable else { return false }
        let drawsBenefit = facts.benefit?.contains(month) ?? false
        return facts.jobs.contains { $0.isHint(in: month, drawsBenefit: drawsBenefit) }
            || facts.businesses.contains { $0.isDormant(on: month.lastDay) }
    }
}
