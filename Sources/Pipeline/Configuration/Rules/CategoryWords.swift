import Decisions
import Roster

/// Conditions of categories and of exits as phrases.
struct CategoryWords {
    let language: Language
    let statuses: [StatusCode: String]

    /// The phrase for when somebody belongs to a category.
    func text(_ condition: CategoryCondition) -> String {
        switch condition {
        case .all(let parts): parts.map(text).joined(separator: language.text("，且", " and "))
        case .any(let parts): parts.map(text).joined(separator: language.text("，或", " or "))
        case .age(let male, let female):
            language.text(
                "月末男满 \(male) 周岁、女满 \(female) 周岁", "men from \(male), women from \(female) years on at the month's end")
        case .certificate(let grades) where grades.isEmpty:
            language.text("残疾人证月末有效", "a disability certificate in force at the month's end")
        case .certificate(let grades):
            language.text(
                "残疾人证月末有效（等级 \(list(grades))）",
                "a disability certificate in force at the month's end, grade \(list(grades))")
        case .lowIncome(let kinds):
            language.text("本月为低保家庭成员：", "in the month a member of a family of kind ")
                + joined(kinds.map { language.text($0.chinese, $0.rawValue) })
        case .household(let test): household(test)
        case .roster(let names): language.text("列入名册：", "on the roster ") + joined(names)
        case .registeredFor(let months):
            language.text("登记失业满 \(months) 个月", "registered for \(months) months")
        case .unemployedFor(let months):
            language.text("登记失业满 \(months) 个月且其间没有就业", "registered for \(months) months without work since")
        case .retirementWithin(let months):
            language.text(
                "距法定退休年龄不超过 \(months) 个月", "within \(months) months of the statutory retirement age")
        }
    }

    private func household(_ test: HouseholdTest) -> String {
        let setting = language.text(test.isUrban ? "城镇" : "农村", test.isUrban ? "urban" : "rural")
        let base = language.text(
            "\(setting)\(joined(test.kinds))中能劳动的适龄成员都没有工作，且不少于 \(test.leastMembers) 人",
            "in an \(setting) household (\(joined(test.kinds))) no member able to work has any, and there are at least "
                + "\(test.leastMembers)")
        guard !test.rosters.isEmpty else { return base }
        return base + language.text("，其中有人列入：", "; one of them is on the roster ") + joined(test.rosters)
    }

    /// The phrase for when a recognised person no longer qualifies.
    func text(_ condition: ExitCondition) -> String {
        switch condition {
        case .any(let parts): parts.map(text).joined(separator: language.text("，或", " or "))
        case .decided(let rules, let codes): decided(rules, codes)
        case .pastWorkingAge: language.text("达到法定退休年龄", "the statutory retirement age is reached")
        case .householdAtWork(let categories):
            language.text(
                "认定为 \(joined(categories)) 而家庭中另有成员有工作",
                "recognised under \(joined(categories)), and another member of the household has work")
        case .notShown(let categories):
            language.text(
                "认定为 \(joined(categories)) 而名册不再显示", "recognised under \(joined(categories)), which is no longer shown")
        case .householdElsewhere:
            language.text("户籍在省外或已迁出", "the household is registered in another province or moved away")
        }
    }

    private func decided(_ rules: [String], _ codes: [StatusCode]) -> String {
        let labels = codes.map { language.text(statuses[$0] ?? $0.text, $0.text) }
        let by = rules.isEmpty ? "" : language.text("由 \(joined(rules)) 判定", "decided by \(joined(rules))")
        guard !labels.isEmpty else { return by }
        return language.text("\(by)为\(joined(labels))", "\(by) as \(joined(labels))")
    }

    private func joined(_ words: [String]) -> String { words.joined(separator: language.text("、", ", ")) }

    private func list(_ numbers: [Int]) -> String { joined(numbers.map(String.init)) }
}

extension LowIncomeKind {
    fileprivate var chinese: String {
        switch self {
        case .urbanMinimum: "城市低保"
        case .ruralMinimum: "农村低保"
        case .destituteSupport: "特困供养"
        case .borderline: "低保边缘"
        case .expenditurePoverty: "支出型困难"
        }
    }
}
