package import Roster

extension RetirementTrack {
    /// The statutory age in months of someone born in a month: the base, and from the first raised birth month on one
    /// month more for every step begun, up to the cap (decision of the Standing Committee of 13 September 2024).
    package func ageInMonths(bornIn birth: Month) -> Int {
        let since = firstBirthMonth.months(to: birth)
        let delay = since < 0 ? 0 : min(since / stepMonths + 1, capMonths)
        return baseMonths + delay
    }

    /// The month in which that age is reached.
    package func retirementMonth(bornIn birth: Month) -> Month {
        birth.adding(ageInMonths(bornIn: birth))
    }
}

extension DecisionPolicy {
    /// The months in which a person reaches a statutory retirement age: one for men, two for women; earliest first.
    package func retirementMonths(sex: Sex, bornIn birth: Month) -> [Month] {
        retirement.filter { $0.sex == sex }.map { $0.retirementMonth(bornIn: birth) }.sorted()
    }
}
