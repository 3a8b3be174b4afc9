import Reports
import Roster
import Testing

struct WordsTests {
    @Test("Every column has a Chinese heading of its own that leads back to it", arguments: ColumnName.allCases)
    func heading(column: ColumnName) {
        #expect(column.heading != column.rawValue)
        #expect(column.heading.unicodeScalars.allSatisfy { !$0.isASCII })
        #expect(ColumnName(heading: column.heading) == column)
    }

    @Test("Answer columns carry the headings of the survey export")
    func surveyHeadings() {
        let columns: [ColumnName] = [
            .registrationNumber, .name, .idNumber, .surveyMethod, .surveyDate, .surveyResult, .employer, .employedOn,
            .note, .surveyor,
        ]
        #expect(
            columns.map(\.heading) == ["登记编号", "姓名", "证件号码", "调查方式", "调查日期", "调查结果", "就业单位", "就业日期", "备注", "调查人"])
    }

    @Test("An unknown heading is no column")
    func unknownHeading() {
        #expect(ColumnName(heading: "身高") == nil)
    }

    @Test("The labels of a kind of word are all different")
    func labels() {
        expectDistinct(ChangeKind.allCases)
        expectDistinct(Action.allCases)
        expectDistinct(TrackingMethod.allCases)
        expectDistinct(VerificationReason.allCases)
        expectDistinct(WorkListReason.allCases)
        expectDistinct(LowIncomeKind.allCases)
        expectDistinct(FindingCode.allCases)
        #expect(Set(WorkListReason.allCases.map(\.task)).count == WorkListReason.allCases.count)
    }

    private func expectDistinct(_ words: [some Labelled]) {
        #expect(Set(words.map(\.label)).count == words.count)
    }

    @Test("Statuses keep the declared order; undeclared ones come last by code")
    func statusOrder() {
        let codes = ["zeta", "unemployed", "alpha", "employed"].map { StatusCode($0) }
        #expect(Samples.statuses.sorted(codes).map(\.text) == ["employed", "unemployed", "alpha", "zeta"])
        #expect(Samples.statuses.label(StatusCode("zeta")) == "zeta")
        #expect(Samples.statuses.label(nil as StatusCode?) == "")
    }

    @Test("A town is called by its most frequent name, and among equals by the bytewise smallest")
    func townName() {
        var (left, right) = (TownNames(), TownNames())
        left.add(townCode: "1", agencyName: "乙")
        left.add(townCode: "1", agencyName: "甲")
        left.add(townCode: "1", agencyName: "")
        #expect(left.name(of: "1") == min("乙", "甲"))
        right.add(townCode: "1", agencyName: max("乙", "甲"))
        left.merge(right)
        #expect(left.name(of: "1") == max("乙", "甲"))
        #expect(left.name(of: "2") == "")
    }
}
