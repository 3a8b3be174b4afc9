import Roster

/// What was told last, and whether it still holds at the end of the month.
struct StandingAnswer {
    let heard: HeardAnswer
    let isOfMonth: Bool
    let state: State

    /// What time has made of an answer.
    enum State {
        case inForce
        /// Its months are over; it leaves a suspicion (`ToldHold.leavesSuspicion`).
        case ranOut
        case over
    }

    var answer: SurveyAnswer { heard.answer }
}

extension ToldAnswers {
    /// The latest answer up to the end of the month that says a status; `nil` if there is none or the person
    /// registered after it.
    func standing(for personCase: PersonCase, in frame: MonthFrame) -> StandingAnswer? {
        for heard in answers.reversed() where heard.answer.answeredOn <= frame.lastDay {
            guard let hold = frame.policy.told.hold(of: heard.answer.outcome) else { continue }
            if heard.answer.answeredOn < personCase.registration.registeredOn { return nil }
            let age = heard.answer.answeredOn.month.months(to: frame.month)
            return StandingAnswer(heard: heard, isOfMonth: age == 0, state: hold.state(afterMonths: age))
        }
        return nil
    }
}

extension ToldPolicy {
    /// How long answers of this outcome hold, or `nil` if they say no status.
    func hold(of outcome: SurveyOutcome) -> ToldHold? {
        holds.first { $0.outcomes.contains(outcome) }
    }
}

extension ToldHold {
    /// The state of an answer whose month lies so many months back.
    fileprivate func state(afterMonths age: Int) -> StandingAnswer.State {
        guard let months, age >= months else { return .inForce }
        return leavesSuspicion ? .ranOut : .over
    }
}
