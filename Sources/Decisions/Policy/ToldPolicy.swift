package import Roster

/// What answers to surveys say, and for how long it holds.
package struct ToldPolicy: Sendable, Equatable {
    /// Answers that say a status. Those not named here say none, and leave what was told before in force.
    package var holds: [ToldHold]

    package init(holds: [ToldHold] = []) {
        self.holds = holds
    }
}

/// How long answers of some outcomes hold.
package struct ToldHold: Sendable, Equatable {
    package var outcomes: [SurveyOutcome]
    /// The month of the answer counts as the first; `nil`: until something later says otherwise.
    package var months: Int?
    /// When the time is over, the answer counts as having run out (`Condition.toldRanOut`).
    package var leavesSuspicion: Bool

    package init(outcomes: [SurveyOutcome], months: Int?, leavesSuspicion: Bool = false) {
        self.outcomes = outcomes
        self.months = months
        self.leavesSuspicion = leavesSuspicion
    }
}

/// Contact with a person, and how long a registration lasts without it.
package struct ContactPolicy: Sendable, Equatable {
    /// Outcomes of surveys that reached nobody: neither contact nor check.
    package var missedOutcomes: [SurveyOutcome]
    /// Months without contact after which it counts as lost.
    package var lostAfterMonths: Int
    /// Months without contact from which on the person is put on a work list.
    package var dueAfterMonths: Int
    /// Validity in months from registration or last contact, where the roster gives none.
    package var defaultValidityMonths: Int

    package init(
        missedOutcomes: [SurveyOutcome] = [.lostContact], lostAfterMonths: Int = 6, dueAfterMonths: Int = 3,
        defaultValidityMonths: Int = 6
    ) {
        self.missedOutcomes = missedOutcomes
        self.lostAfterMonths = lostAfterMonths
        self.dueAfterMonths = dueAfterMonths
        self.defaultValidityMonths = defaultValidityMonths
    }
}
