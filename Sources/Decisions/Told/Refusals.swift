import Roster

extension CaseReading {
    /// The refusals by which a person counts as having withdrawn: so many on different days within so many months up
    /// to the last of them, with no later answer that says a status and no later registration. `nil` if there are not.
    func refusals(count: Int, withinMonths months: Int) -> [HeardAnswer]? {
        guard count > 0, told.answers.count >= count else { return nil }
        let refusals = told.answers.filter { heard in
            heard.answer.outcome == .refused && heard.answer.answeredOn <= frame.lastDay
                && heard.answer.answeredOn >= personCase.registration.registeredOn
        }
        let days = refusals.map(\.answer.answeredOn).removingRepeats()
        guard days.count >= count else { return nil }
        for last in days.indices.reversed() where last + 1 >= count {
            let first = days[last + 1 - count]
            guard first.adding(months: months) >= days[last] else { continue }
            if let standing, standing.answer.answeredOn > days[last] { return nil }
            return refusals.filter { $0.answer.answeredOn >= first && $0.answer.answeredOn <= days[last] }
        }
        return nil
    }
}

extension [Day] {
    /// The days without those that follow an equal one.
    fileprivate func removingRepeats() -> [Day] {
        reduce(into: []) { result, day in
            if result.last != day { result.append(day) }
        }
    }
}
