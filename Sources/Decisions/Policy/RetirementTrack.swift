package import Roster

/// One track of the statutory retirement age, which rises by birth month.
package struct RetirementTrack: Sendable, Equatable {
    /// `female_50`.
    package var category: String
    package var sex: Sex
    /// Age before the rise, in months.
    package var baseMonths: Int
    /// First birth month whose age is raised.
    package var firstBirthMonth: Month
    /// Birth months for each further month of delay.
    package var stepMonths: Int
    /// The largest delay in months.
    package var capMonths: Int

    package init(
        category: String, sex: Sex, baseMonths: Int, firstBirthMonth: Month, stepMonths: Int, capMonths: Int
    ) {
        self.category = category
        self.sex = sex
        self.baseMonths = baseMonths
        self.firstBirthMonth = firstBirthMonth
        self.stepMonths = stepMonths
        self.capMonths = capMonths
    }
}
