import Roster

/// What the columns of a row say of sex and birth, held against its ID number. A class, so that its columns are never
/// copied.
final class IdentityReader: Sendable {
    /// Sex and birth date as the columns have them.
    struct Columns {
        var sex: Sex?
        var birthDate: Day?
    }

    private let idHeading: String
    private let regions: RegionTable
    private let sex: Column<WordFormat<Sex>>
    private let birthDate: Column<DayFormat>
    private let birthMonth: Column<MonthFormat>

    init(_ columns: ColumnFinder, idHeading: String, regions: RegionTable) {
        self.idHeading = idHeading
        self.regions = regions
        sex = columns.word(.sex, Sex.self)
        birthDate = columns.day(.birthDate)
        birthMonth = columns.month(.birthMonth)
    }

    /// Takes down what is to be said of the number and of columns that contradict it; returns the columns' values.
    @discardableResult
    func remark(on key: RecordKey, _ row: RowReader) -> Columns {
        if let finding = IdentityFaults.remark(on: key.id, idHeading) { row.remark(finding) }
        let columns = Columns(sex: row.value(sex), birthDate: row.value(birthDate))
        let month = row.value(birthMonth)
        guard let number = key.id.number else { return columns }
        compare(columns, month, with: number, row)
        return columns
    }

    private func compare(_ columns: Columns, _ month: Month?, with number: IDNumber, _ row: RowReader) {
        if let written = columns.sex, written != number.sex {
            row.remark(IdentityFaults.sexDiffers(sex.heading, number: number.sex, column: written))
        }
        guard birthDate.index != nil || birthMonth.index != nil, let birth = number.birthDate else { return }
        if let written = columns.birthDate, written != birth {
            row.remark(
                IdentityFaults.birthDateDiffers(birthDate.heading, number: birth, column: written.description))
        }
        if let month, month != birth.month {
            row.remark(IdentityFaults.birthDateDiffers(birthMonth.heading, number: birth, column: month.description))
        }
    }
}
