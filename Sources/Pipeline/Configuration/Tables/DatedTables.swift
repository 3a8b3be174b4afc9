import Decisions
import Roster

/// The table of working days: columns date, is_workday.
enum CalendarTable {
    /// The calendar, or `nil` if a line is at fault or the days do not follow on.
    static func read(_ table: ConfigTable, _ log: ProblemLog) -> WorkingCalendar? {
        guard let cursor = TableCursor(table, columns: ["date", "is_workday"], log: log) else { return nil }
        var days: [(day: Day, isWorking: Bool)] = []
        for line in table.lines {
            let flags = ["1": true, "0": false]
            guard let day = cursor.value("date", of: line, { Day(iso: $0) }),
                let isWorking = cursor.value("is_workday", of: line, { flags[$0] })
            else { continue }
            if let expected = days.last?.day.adding(days: 1), expected != day {
                cursor.report(.notConsecutive(expected: expected.description), in: "date", of: line)
            }
            days.append((day, isWorking))
        }
        return WorkingCalendar(days: days)
    }
}

/// The table of lending rates: columns date, lpr_1y in percent.
enum LendingRateTable {
    /// The rates by day.
    static func read(_ table: ConfigTable, _ log: ProblemLog) -> [LendingRate] {
        guard let cursor = TableCursor(table, columns: ["date", "lpr_1y"], log: log) else { return [] }
        let rates: [LendingRate] = table.lines.compactMap { line in
            guard let day = cursor.value("date", of: line, { Day(iso: $0) }),
                let points = cursor.value("lpr_1y", of: line, { Decimals.scaled($0, places: 2) })
            else { return nil }
            return LendingRate(publishedOn: day, basisPoints: points)
        }
        return rates.sorted { $0.publishedOn < $1.publishedOn }
    }
}

/// The table of retirement ages: columns category, sex, base_months, first_birth_month, step_months, cap_months.
enum RetirementTable {
    private static let columns = ["category", "sex", "base_months", "first_birth_month", "step_months", "cap_months"]

    /// The tracks in the order of the table.
    static func read(_ table: ConfigTable, _ log: ProblemLog) -> [RetirementTrack] {
        guard let cursor = TableCursor(table, columns: columns, log: log) else { return [] }
        return table.lines.compactMap { line in
            guard let category = cursor.text("category", of: line),
                let sex = cursor.value("sex", of: line, { Sex(rawValue: $0) }),
                let base = cursor.value("base_months", of: line, positive),
                let first = cursor.value("first_birth_month", of: line, { Month($0) }),
                let step = cursor.value("step_months", of: line, positive),
                let cap = cursor.value("cap_months", of: line, positive)
            else { return nil }
            return RetirementTrack(
                category: category, sex: sex, baseMonths: base, firstBirthMonth: first, stepMonths: step, capMonths: cap
            )
        }
    }

    private static func positive(_ text: String) -> Int? {
        Int(text).flatMap { $0 > 0 ? $0 : nil }
    }
}

/// The list of agencies and flexible-account units: columns 统一社会信用代码, 单位编号, 单位名称, 类别.
enum DispatchUnitTable {
    private static let columns = ["统一社会信用代码", "单位编号", "单位名称", "类别"]

    /// The units; each needs a credit code or a unit number.
    static func read(_ table: ConfigTable, _ log: ProblemLog) -> [DispatchUnit] {
        guard let cursor = TableCursor(table, columns: columns, log: log) else { return [] }
        return table.lines.compactMap { line in
            let (code, number) = (cursor.optional(columns[0], of: line), cursor.optional(columns[1], of: line))
            guard !code.isEmpty || !number.isEmpty else {
                cursor.report(.emptyValue(column: columns[0]), in: columns[0], of: line)
                return nil
            }
            return DispatchUnit(
                creditCode: code, unitNumber: number, name: cursor.optional(columns[2], of: line),
                category: cursor.optional(columns[3], of: line))
        }
    }
}
