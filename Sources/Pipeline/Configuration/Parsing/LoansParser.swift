import Decisions
import Roster

/// Reads the conditions of business-start loans.
struct LoansParser {
    /// First digits of the city's regions.
    let regionPrefix: String
    let rates: [LendingRate]

    /// The section `loans`.
    func loans(_ cursor: ConfigCursor) -> LoanPolicy? {
        cursor.section("loans") { section -> LoanPolicy? in
            let age = section.require("age").flatMap { self.age($0) }
            let personal = section.require("personal").flatMap { self.personal($0) }
            let firm = section.require("smallFirm").flatMap { smallFirm($0) }
            let groups = section.require("groups")?.texts() ?? []
            let months = section.require("businessMonths")?.integer(in: 0...1200)
            let margin = section.require("margin")?.integer(in: 0...10_000)
            let percent = section.require("subsidyPercent")?.integer(in: 0...100)
            guard let age, let personal, let firm, let months, let margin, let percent else { return nil }
            return LoanPolicy(
                groups: groups, businessMonths: months, age: age, regionPrefix: regionPrefix, personal: personal,
                smallFirm: firm, marginBasisPoints: margin, subsidyPercent: percent, rates: rates)
        } ?? nil
    }

    private func age(_ cursor: ConfigCursor) -> AgeLimit? {
        cursor.section("ageLimit") { section in
            let last = section.optional("lastDay")?.name(.timing, among: ["birthday", "next_birthday"])
            return AgeLimit(
                male: section.require("男")?.integer(in: 0...120) ?? 0,
                female: section.require("女")?.integer(in: 0...120) ?? 0, endsOnBirthday: last != "next_birthday")
        }
    }

    private func personal(_ cursor: ConfigCursor) -> PersonalLoan? {
        cursor.section("personalLoan") { section in
            PersonalLoan(
                words: section.require("words")?.texts() ?? [],
                most: section.require("most")?.yuan() ?? Money(fen: 0),
                mostWithJobs: section.require("mostWithJobs")?.yuan() ?? Money(fen: 0),
                jobs: section.require("jobs")?.integer(in: 0...100_000) ?? 0,
                months: section.require("months")?.integer(in: 1...600) ?? 0,
                times: section.require("times")?.integer(in: 1...1000) ?? 0)
        }
    }

    private func smallFirm(_ cursor: ConfigCursor) -> SmallFirmLoan? {
        cursor.section("smallFirmLoan") { section in
            SmallFirmLoan(
                words: section.require("words")?.texts() ?? [],
                most: section.require("most")?.yuan() ?? Money(fen: 0),
                months: section.require("months")?.integer(in: 1...600) ?? 0,
                times: section.require("times")?.integer(in: 1...1000) ?? 0,
                hiredPercent: section.require("hiredPercent")?.integer(in: 0...100) ?? 0,
                manyStaff: section.require("manyStaff")?.integer(in: 0...1_000_000) ?? 0,
                hiredPercentOfMany: section.require("hiredPercentOfMany")?.integer(in: 0...100) ?? 0)
        }
    }
}
