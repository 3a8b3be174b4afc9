import Roster

/// Members of low-income families.
struct LowIncomeReader: ObservationReader {
    private let kind: Column<WordFormat<LowIncomeKind>>
    private let familyNumber: Column<IdentifierFormat>
    private let since: Column<MonthFormat>
    private let amount: Column<MoneyFormat>
    private let relation, ability: Column<FreeTextFormat>

    init(_ columns: ColumnFinder) {
        kind = columns.word(.familyKind, LowIncomeKind.self)
        familyNumber = columns.identifier(.familyNumber)
        since = columns.month(.startMonth)
        amount = columns.money(.amount)
        (relation, ability) = (columns.text(.relation), columns.text(.ability))
    }

    func observation(_ row: RowReader) -> Observation? {
        guard let kind = row.needed(kind) else { return nil }
        return .lowIncome(
            LowIncomeMembership(
                kind: kind, familyNumber: row.text(familyNumber), since: row.value(since), amount: row.value(amount),
                relation: row.text(relation), ability: row.text(ability)))
    }
}

/// Members of registered households.
struct HouseholdReader: ObservationReader {
    private let number: Column<IdentifierFormat>
    private let kind, relation: Column<FreeTextFormat>
    private let setting: Column<WordFormat<HouseholdKind>>
    private let region: Column<RegionFormat>

    init(_ columns: ColumnFinder) {
        number = columns.identifier(.householdNumber)
        (kind, relation) = (columns.text(.householdKind), columns.text(.relation))
        setting = columns.word(.setting, HouseholdKind.self)
        region = columns.region(.region, digits: 9)
    }

    func observation(_ row: RowReader) -> Observation? {
        .household(
            HouseholdMembership(
                householdNumber: row.text(number), householdKind: row.text(kind),
                isUrban: row.value(setting).map { $0 == .urban }, region: row.value(region) ?? "",
                relation: row.text(relation)))
    }
}
