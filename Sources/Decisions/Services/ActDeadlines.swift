import Roster

extension ServiceReading {
    /// The acts of the person that have a limit: begun by the end of the month, not done before it.
    func acts(under policy: DeadlinePolicy) -> [ActDeadline] {
        let clock = DeadlineClock(calendar: frame.calendar, asOf: lastDay)
        var acts = [registration(under: policy, clock)].compactMap { $0 } + jobSeeking(under: policy, clock)
        for certificate in records.training { acts += subsidy(certificate, under: policy, clock) }
        return acts.filter { $0.startedOn <= lastDay && ($0.doneOn.map { $0 >= frame.firstDay } ?? true) }
    }

    private func registration(under policy: DeadlinePolicy, _ clock: DeadlineClock) -> ActDeadline? {
        guard let days = policy.registrationDays, let applied = registration.details.appliedOn else { return nil }
        var act = ActDeadline(act: .registration, reference: row.registrationNumber, startedOn: applied)
        act.doneOn = registration.registeredOn
        let isSameDay = policy.sameDayChannels.contains(registration.details.channel)
        return clock.timed(act, due: isSameDay ? applied : clock.due(days, after: applied))
    }

    private func jobSeeking(under policy: DeadlinePolicy, _ clock: DeadlineClock) -> [ActDeadline] {
        guard let days = policy.jobSeekerDays else { return [] }
        return records.services.compactMap { entry in
            guard entry.service.kind == .jobSeeker, let applied = entry.service.appliedOn else { return nil }
            let reference = reading.personCase.evidence[entry.index].reference.description
            var act = ActDeadline(act: .jobSeeker, reference: reference, startedOn: applied)
            act.doneOn = entry.service.completedOn
            return clock.timed(act, due: clock.due(days, after: applied))
        }
    }

    private func subsidy(
        _ certificate: TrainingCertificate, under policy: DeadlinePolicy, _ clock: DeadlineClock
    ) -> [ActDeadline] {
        func act(_ act: ActDeadline.Act, from start: Day?, to done: Day?) -> ActDeadline? {
            guard let start else { return nil }
            var draft = ActDeadline(act: act, reference: certificate.certificateNumber, startedOn: start)
            draft.doneOn = done
            return draft
        }
        let application = act(.subsidyApplication, from: certificate.issuedOn, to: certificate.appliedOn)
        let review = act(.subsidyReview, from: certificate.appliedOn, to: certificate.reviewedOn)
        let notice = act(.subsidyNotice, from: certificate.noticeFrom, to: certificate.noticeUntil)
        let payment = act(.subsidyPayment, from: certificate.noticeUntil, to: certificate.paidOn)
        return [
            application.flatMap { act in
                policy.applicationMonths.map { clock.application(act, months: $0, lapsingDays: policy.lapsingDays) }
            },
            clock.limited(review, to: policy.reviewDays), clock.notice(notice, days: policy.noticeDays),
            clock.limited(payment, to: policy.paymentDays),
        ].compactMap { $0 }
    }
}

/// Tells how acts stand at the end of a month.
struct DeadlineClock {
    /// Working days; `nil`: no limit in them can be told.
    let calendar: WorkingCalendar?
    let asOf: Day

    /// The so-manieth working day after a day; `nil` outside the calendar.
    func due(_ workingDays: Int, after day: Day) -> Day? {
        guard calendar?.isWorkingDay(day) != nil else { return nil }
        return calendar?.adding(workingDays: workingDays, to: day)
    }

    /// An act that may take so many working days; `nil` without act or limit.
    func limited(_ act: ActDeadline?, to days: Int?) -> ActDeadline? {
        guard let act, let days else { return nil }
        return timed(act, due: due(days, after: act.startedOn))
    }

    /// An act that has to be done by a day.
    func timed(_ act: ActDeadline, due: Day?) -> ActDeadline {
        var act = measured(act, due: due)
        guard let due else {
            // Due behind the end of the calendar: on time whatever lies before it.
            let isBefore = calendar.map { $0.firstDay <= act.startedOn && (act.doneOn ?? asOf) <= $0.lastDay } ?? false
            act.state = isBefore ? (act.doneOn == nil ? .running : .onTime) : nil
            return act
        }
        if let done = act.doneOn {
            act.state = done <= due ? .onTime : .late
        } else {
            act.state = asOf <= due ? .running : .overdue
        }
        return act
    }

    /// A public notice has to last so many working days: one that ends earlier is too short, a longer one is not late.
    func notice(_ act: ActDeadline?, days: Int?) -> ActDeadline? {
        guard var act = limited(act, to: days) else { return nil }
        guard let due = act.dueOn, let done = act.doneOn else { return act }
        act.state = done < due ? .tooShort : .onTime
        return act
    }

    /// An application within so many months: the same day of the month, clipped to its end, holiday or not.
    func application(_ act: ActDeadline, months: Int, lapsingDays: Int) -> ActDeadline {
        let due = act.startedOn.adding(months: months)
        var act = timed(act, due: due)
        guard act.doneOn == nil else { return act }
        let left = Int(due.number - asOf.number)
        act.state = left < 0 ? .lapsed : left <= lapsingDays ? .lapsing : .running
        return act
    }

    private func measured(_ act: ActDeadline, due: Day?) -> ActDeadline {
        var act = act
        act.dueOn = due
        act.workingDaysUsed = calendar?.workingDays(after: act.startedOn, through: act.doneOn ?? asOf)
        return act
    }
}
