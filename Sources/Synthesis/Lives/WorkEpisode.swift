import Roster

/// Jobs, hints of jobs, and posts.
enum WorkEpisode: CaseIterable, EpisodeKind {
    case job, pensionOnly, unemploymentOnly, civilService, reduced, twoJobs, jobOver, arrears
    case arrearsFromStart, medicalOnly, injuryOnly, backPaid, dispatch, flexibleAccount, selfPaid, announced, paidAhead
    case hintOver, benefit
    case post, postOver, postEnding, postWithJob, postApplication
    case subsidy, subsidyOver

    var weight: Int {
        switch self {
        case .job: 160
        case .twoJobs, .reduced, .arrears, .arrearsFromStart, .paidAhead, .flexibleAccount: 6
        case .selfPaid, .benefit: 40
        case .post, .subsidy: 24
        default: 12
        }
    }

    var lead: Int {
        switch self {
        case .arrears, .jobOver, .hintOver, .postOver, .subsidyOver: 1
        default: 0
        }
    }

    var rule: Rule {
        switch self {
        case .job, .pensionOnly, .unemploymentOnly, .civilService, .reduced, .twoJobs, .arrears: .employer
        case .arrearsFromStart, .medicalOnly, .injuryOnly, .backPaid, .dispatch, .flexibleAccount, .selfPaid,
            .announced, .paidAhead:
            .suspicion
        case .post, .postEnding, .postWithJob: .publicPost
        case .subsidy: .subsidy
        case .jobOver, .hintOver, .benefit, .postOver, .postApplication, .subsidyOver: .comparison
        }
    }

    func begin(with person: inout Person, in month: Month, _ dice: inout Dice) {
        switch self {
        case .post, .postOver, .postEnding, .postWithJob, .postApplication: beginPost(&person, month, &dice)
        case .subsidy: person.subsidise(month...month.adding(dice.among(0...11)))
        case .subsidyOver: person.subsidise(month...month)
        case .benefit: person.facts.benefit = month...month.adding(dice.among(2...11))
        default: beginJob(&person, month, &dice)
        }
    }

    private func beginJob(_ person: inout Person, _ month: Month, _ dice: inout Dice) {
        let last = month.adding(dice.among(0...9))
        switch self {
        case .jobOver: person.work(.full, from: month, to: month, &dice)
        case .twoJobs:
            person.work(.full, from: month, to: last, &dice)
            person.work(.unemploymentOnly, from: month, to: last, &dice)
        case .arrears: person.work(.arrears(since: month.adding(1)), from: month, to: month.adding(2), &dice)
        case .arrearsFromStart: person.work(.arrears(since: month), from: month, to: month.adding(1), &dice)
        case .hintOver: person.work(.injuryOnly, from: month, to: month, &dice)
        case .backPaid: person.work(.backPaid, from: month, to: month, &dice)
        case .paidAhead: person.work(.paidAhead, from: month, to: month, &dice)
        case .announced:
            person.work(.full, from: month.adding(1), to: last.adding(1), &dice)
            person.facts.jobs[person.facts.jobs.count - 1].isAnnounced = true
        case .dispatch, .flexibleAccount:
            let unit = self == .dispatch ? dice.below(8) : 8 + dice.below(4)
            person.facts.jobs.append(Job(employer: .dispatch(unit), from: month, to: last, pattern: .full))
        default: person.work(pattern, from: month, to: last, &dice)
        }
    }

    private var pattern: Job.Pattern {
        switch self {
        case .pensionOnly: .pensionOnly
        case .unemploymentOnly: .unemploymentOnly
        case .civilService: .civilService
        case .reduced: .reduced
        case .medicalOnly: .medicalOnly
        case .injuryOnly: .injuryOnly
        case .selfPaid: .selfPaid
        default: .full
        }
    }

    private func beginPost(_ person: inout Person, _ month: Month, _ dice: inout Dice) {
        let start = dice.day(of: month)
        let number = dice.among(1000...9999)
        switch self {
        case .postApplication: person.facts.posts.append(Post(start: start))
        case .postOver: person.facts.posts.append(Post(start: start, end: month.lastDay, number: number))
        case .postEnding:
            person.facts.posts.append(Post(start: month.firstDay, end: dice.day(of: month), number: number))
        case .postWithJob:
            person.facts.posts.append(Post(start: start, number: number))
            person.work(.full, from: month, to: month.adding(3), &dice)
        default:
            let end = month.adding(dice.among(3...12)).lastDay
            person.facts.posts.append(Post(start: start, end: end, number: number))
        }
    }
}

extension Person {
    /// Gives the person a job with some firm, or contributions of the person's own.
    mutating func work(_ pattern: Job.Pattern, from: Month, to: Month?, _ dice: inout Dice) {
        let choice = dice.below(1 << 30)
        let employer: Job.EmployerRef =
            switch pattern {
            case .selfPaid: .none
            case .arrears: .debtor(choice)
            default: .firm(choice)
            }
        facts.jobs.append(Job(employer: employer, from: from, to: to, pattern: pattern))
    }

    /// Subsidises the person's flexible work.
    mutating func subsidise(_ months: ClosedRange<Month>) {
        facts.subsidised = months
    }
}
