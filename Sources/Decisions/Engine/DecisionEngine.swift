package import Roster

/// Decides the people of one month, each from its own case alone.
///
/// A value without state: any number of threads may use it, in any order, with the same results.
package struct DecisionEngine: Sendable {
    let frame: MonthFrame

    /// An engine for one month.
    ///
    /// - Throws: the first of the policy's faults (`DecisionPolicy.faults()` lists all).
    package init(policy: DecisionPolicy, setting: MonthSetting) throws(PolicyFault) {
        if let fault = policy.faults().first { throw fault }
        frame = MonthFrame(policy: policy, setting: setting)
    }

    /// The day by which the month's work lists are done.
    package var dueDate: Day { frame.due.day }

    /// The working-day table ends before the due date could be moved to a working day: to be warned of.
    package var isDueDateBeyondCalendar: Bool { frame.due.isBeyondCalendar }

    /// Every source that the month can't be judged without came.
    package var hasAllRequired: Bool { frame.hasAllRequired }

    /// Decides one person. What nobody will ask for beside the row may be left out.
    package func decide(_ personCase: consuming PersonCase, parts: DecisionParts = .all) -> Decision {
        let reading = CaseReading(personCase, frame: frame)
        return reading.decision(by: reading.verdict(), parts)
    }
}
