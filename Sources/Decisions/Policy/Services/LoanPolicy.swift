package import Roster

/// The conditions of business-start loans.
package struct LoanPolicy: Sendable, Equatable {
    /// Groups that are supported.
    package var groups: [String]
    /// Months since the registration of the business within which others are supported too.
    package var businessMonths: Int
    /// Greatest age in completed years.
    package var age: AgeLimit
    /// First digits of regions where the business has to be registered.
    package var regionPrefix: String
    package var personal: PersonalLoan
    package var smallFirm: SmallFirmLoan
    /// Basis points above the loan prime rate that a rate may have.
    package var marginBasisPoints: Int
    /// The share of the interest that is paid, in percent.
    package var subsidyPercent: Int
    /// The one-year loan prime rate, by day of publication.
    package var rates: [LendingRate]

    package init(
        groups: [String], businessMonths: Int, age: AgeLimit, regionPrefix: String, personal: PersonalLoan,
        smallFirm: SmallFirmLoan, marginBasisPoints: Int, subsidyPercent: Int, rates: [LendingRate]
    ) {
        self.groups = groups
        self.businessMonths = businessMonths
        self.age = age
        self.regionPrefix = regionPrefix
        self.personal = personal
        self.smallFirm = smallFirm
        self.marginBasisPoints = marginBasisPoints
        self.subsidyPercent = subsidyPercent
        self.rates = rates
    }
}

/// The greatest age of borrowers, and the last day that counts as it.
package struct AgeLimit: Sendable, Equatable {
    package var male: Int
    package var female: Int
    /// The last day is the birthday itself; else the day before the next birthday.
    package var endsOnBirthday: Bool

    package init(male: Int, female: Int, endsOnBirthday: Bool = true) {
        self.male = male
        self.female = female
        self.endsOnBirthday = endsOnBirthday
    }
}

/// Limits of a loan to a person.
package struct PersonalLoan: Sendable, Equatable {
    /// 借款主体 that mean a person.
    package var words: [String]
    package var most: Money
    /// The limit for a business that brings so many jobs besides the borrower's.
    package var mostWithJobs: Money
    package var jobs: Int
    package var months: Int
    package var times: Int

    package init(words: [String], most: Money, mostWithJobs: Money, jobs: Int, months: Int, times: Int) {
        self.words = words
        self.most = most
        self.mostWithJobs = mostWithJobs
        self.jobs = jobs
        self.months = months
        self.times = times
    }
}

/// Limits of a loan to a small firm.
package struct SmallFirmLoan: Sendable, Equatable {
    /// 借款主体 that mean a small firm.
    package var words: [String]
    package var most: Money
    package var months: Int
    package var times: Int
    /// People newly hired from supported groups, in percent of the staff.
    package var hiredPercent: Int
    /// A staff above this has to hire only `hiredPercentOfMany`.
    package var manyStaff: Int
    package var hiredPercentOfMany: Int

    package init(
        words: [String], most: Money, months: Int, times: Int, hiredPercent: Int, manyStaff: Int,
        hiredPercentOfMany: Int
    ) {
        self.words = words
        self.most = most
        self.months = months
        self.times = times
        self.hiredPercent = hiredPercent
        self.manyStaff = manyStaff
        self.hiredPercentOfMany = hiredPercentOfMany
    }
}

/// The loan prime rate from a day on.
package struct LendingRate: Hashable, Sendable {
    package var publishedOn: Day
    /// One-year rate in basis points.
    package var basisPoints: Int

    package init(publishedOn: Day, basisPoints: Int) {
        self.publishedOn = publishedOn
        self.basisPoints = basisPoints
    }
}
