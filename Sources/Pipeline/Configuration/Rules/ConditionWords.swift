import Decisions
import Roster

/// Conditions of rules as a phrase.
struct ConditionWords {
    let language: Language

    /// The phrase for a condition; parts of a compound stand in brackets.
    func text(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): joined(parts, language.text("，且", " and "))
        case .any(let parts): joined(parts, language.text("，或", " or "))
        case .not(let part): language.text("并非", "not ") + bracketed(part)
        case .evidence(let claims, let weights): evidence(claims, weights)
        case .told(let answers): language.text("调查告知（仍有效）", "told, and still holding: ") + list(answers)
        case .toldThisMonth(let answers): language.text("本月调查告知", "told this month: ") + list(answers)
        case .toldRanOut: language.text("调查告知的工作已过有效期", "what was told has run out")
        case .refusals(let count, let months):
            language.text("\(months) 个月内第 \(count) 次拒绝服务", "refusal no. \(count) within \(months) months")
        case .noContact: language.text("超过期限没有联系", "no contact for too long")
        case .validityOver: language.text("登记有效期已满", "validity is over")
        case .comparable: language.text("已与全部必需来源比对", "compared against all required sources")
        case .otherwise: language.text("以上都不成立", "none of the rules above holds")
        }
    }

    private func joined(_ parts: [Condition], _ separator: String) -> String {
        parts.map { bracketed($0) }.joined(separator: separator)
    }

    private func bracketed(_ condition: Condition) -> String {
        switch condition {
        case .all, .any: language.text("（", "(") + text(condition) + language.text("）", ")")
        default: text(condition)
        }
    }

    private func evidence(_ claims: [Claim], _ weights: [EvidenceWeight]) -> String {
        let comma = language.text("、", ", ")
        let strength = weights.map { $0.word(in: language) }.joined(separator: comma)
        let shown = claims.map { $0.word(in: language) }.joined(separator: comma)
        let any = language.text("任何事项", "anything")
        return language.text("有\(strength)证据表明", "\(strength) evidence of ") + (claims.isEmpty ? any : shown)
    }

    private func list(_ answers: [SurveyOutcome]) -> String {
        answers.map { $0.word(in: language) }.joined(separator: language.text("、", ", "))
    }
}

extension Claim {
    fileprivate func word(in language: Language) -> String {
        switch self {
        case .death: language.text("死亡", "death")
        case .pension: language.text("享受养老待遇", "a pension in pay")
        case .imprisonment: language.text("收监执行", "imprisonment")
        case .militaryService: language.text("服兵役", "military service")
        case .enrolment: language.text("入学", "enrolment")
        case .emigration: language.text("移居境外", "emigration")
        case .incapacity: language.text("完全丧失劳动能力", "incapacity")
        case .publicPost: language.text("公益性岗位", "a public post")
        case .employer: language.text("单位就业", "a job with an employer")
        case .ownBusiness: language.text("自主创业", "a business of one's own")
        case .flexibleSubsidy: language.text("灵活就业补贴", "a flexible-work subsidy")
        case .selfPaid: language.text("灵活就业缴费", "self-paid contributions")
        }
    }
}

extension EvidenceWeight {
    fileprivate func word(in language: Language) -> String {
        switch self {
        case .conclusive: language.text("确凿", "conclusive")
        case .strong: language.text("强", "strong")
        case .weak: language.text("弱", "weak")
        case .told: language.text("告知", "told")
        case .none: language.text("无效", "no")
        }
    }
}

extension SurveyOutcome {
    fileprivate func word(in language: Language) -> String {
        switch self {
        case .stillUnemployed: language.text("仍失业", "still unemployed")
        case .employed: language.text("单位就业", "employed")
        case .flexible: language.text("灵活就业", "flexible work")
        case .selfEmployed: language.text("自主创业", "self-employed")
        case .retired: language.text("退休", "retired")
        case .student: language.text("入学", "student")
        case .military: language.text("参军", "in the army")
        case .lostContact: language.text("失联", "not reached")
        case .withdrawn: language.text("终止就业要求", "no wish to work")
        case .refused: language.text("拒绝服务", "refused services")
        case .deceased: language.text("死亡", "deceased")
        case .other: language.text("其他", "other")
        }
    }
}
