import Reports
import Roster

/// Made-up people and names for the tests of this target.
enum Samples {
    static let month = Month(index: 2026 * 12 + 9)

    static let statuses = StatusLabels([
        (StatusCode("employed"), "单位就业"), (StatusCode("suspected"), "疑似就业待核实"), (StatusCode("unemployed"), "仍失业"),
    ])

    static var names: ReportNames {
        var towns = TownNames()
        towns.add(townCode: "440203001", agencyName: "新华街道公共服务中心")
        return ReportNames(
            place: "韶关市", statuses: statuses, counties: ["440203": "武江区", "440204": "浈江区"], towns: towns)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        Day(year: year, month: month, day: day)
    }

    static func row(
        _ number: String, name: String = "张三", status: String = "unemployed", town: String = "440203001"
    ) -> LedgerRow {
        let registered = Day(year: 2026, month: 8, day: 3) ?? Day(number: 0)
        var registration = Registration(registrationNumber: number, name: name, id: .missing, registeredOn: registered)
        registration.idAsWritten = "440201199001011234"
        registration.agencyCode = town
        return LedgerRow(month: month, registration: registration, status: StatusCode(status), rule: "R13")
    }

    /// A row with every optional column filled.
    static func fullRow(_ number: String) -> LedgerRow {
        var row = row(number, status: "suspected")
        row.sex = .female
        (row.birthDate, row.validUntil) = (day(1990, 1, 1), day(2027, 2, 3))
        row.monthsUnemployed = 2
        (row.previousStatus, row.change) = (StatusCode("unemployed"), .suspected)
        (row.methods, row.isTracked) = ([.match, .phone], true)
        (row.effectiveDate, row.dueDate) = (day(2026, 10, 1), day(2026, 11, 23))
        row.employer = "甲,乙\"公司\""
        (row.rule, row.grade) = ("R12", .b)
        row.evidence = [
            RecordReference(source: SourceName("insurance"), file: "社保_202610.csv", row: 7),
            RecordReference(source: SourceName("survey"), file: "a,b.xlsx", row: 12),
        ]
        (row.verificationReasons, row.action) = ([.toldOtherwise, .weakMatch], .verify)
        (row.ground, row.notify) = ("X01", true)
        row.workList = [.conflict, .suspected]
        (row.confirmedStatus, row.confirmedBy) = (StatusCode("employed"), "李四")
        row.confirmedOn = day(2026, 11, 5)
        (row.lowIncome, row.difficulty, row.isRecognised) = (.urbanMinimum, ["01", "03"], true)
        row.revision = 3
        return row
    }
}
