import Decisions
import Roster

extension Person {
    /// Registered on another day.
    func registered(_ day: Day) -> Person { with { $0.registration.registeredOn = day } }

    /// Last contacted on this day, as the roster says.
    func lastContact(_ day: Day?) -> Person { with { $0.registration.lastContactOn = day } }

    /// Valid until this day, as the roster says.
    func validUntil(_ day: Day?) -> Person { with { $0.registration.validUntil = day } }

    /// With an ID that no record can be matched by.
    func withoutID() -> Person {
        with {
            $0.registration.id = .missing
            $0.registration.idAsWritten = ""
        }
    }

    /// In a month in which a source did not come.
    func missing(_ source: String) -> Person { with { $0.setting.missingSources = [SourceName(source)] } }

    /// With last month's status.
    func previously(_ status: StatusCode?, known: Bool = true) -> Person {
        with {
            $0.history.previousStatus = status
            $0.history.isKnown = known
        }
    }

    /// With answers that the ledger remembers.
    func remembering(_ answers: SurveyAnswer...) -> Person { with { $0.history.surveys = answers } }

    /// With one more record of a grade.
    func adding(_ observation: Observation, grade: MatchGrade = .a, contradicting: Bool = false) -> Person {
        with { $0.add(observation, grade: grade, contradicting: contradicting) }
    }

    /// With a month in which an employer insured the person, as the ledger remembers it.
    func rememberingEmployer(_ employer: Employer = factory, in month: Month, strong: Bool, paid: Bool) -> Person {
        with {
            $0.history.employerMonths.append(
                EmployerMonth(
                    month: month, employerKey: employer.key, employerName: employer.name, isStrong: strong,
                    isPaid: paid))
        }
    }
}
