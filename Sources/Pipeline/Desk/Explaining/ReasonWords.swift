import Decisions
import Roster

/// The words of `evidence.csv` for people.
enum ReasonWords {
    /// Why a piece of evidence was used or not.
    static func reason(_ code: String) -> LocalizedText {
        guard let reason = EvidenceReason(rawValue: code), let words = reasons[reason] else {
            return LocalizedText(zh: code, en: code)
        }
        return LocalizedText(zh: words.0, en: words.1)
    }

    /// What kind of record it is.
    static func kind(_ code: String) -> LocalizedText {
        LocalizedText(zh: kinds[code] ?? code, en: code.replacing("_", with: " "))
    }

    /// How much it weighs.
    static func weight(_ weight: EvidenceWeight) -> LocalizedText {
        let chinese =
            switch weight {
            case .conclusive: "确证"
            case .strong: "强"
            case .weak: "弱"
            case .told: "本人告知"
            case .none: "无"
            }
        return LocalizedText(zh: chinese, en: weight.rawValue)
    }

    private static let kinds: [String: String] = [
        "contribution": "社会保险缴费", "pension": "养老待遇", "benefit": "失业保险金", "low_income": "低保低收入",
        "business": "市场主体", "disability": "残疾人证", "death": "死亡", "household": "户籍", "status_spell": "其他状态",
        "category": "困难类别", "certificate": "培训证书", "service": "就业服务", "loan": "创业担保贷款", "survey": "跟踪调查",
        "flexible_subsidy": "灵活就业补贴", "relative": "家庭成员",
    ]

    private static let reasons: [EvidenceReason: (String, String)] = [
        .decides: ("判定所依据", "the decision rests on it"),
        .outweighed: ("有效，但已由在先的规则或更强的证据判定", "it counts, but an earlier rule or stronger evidence decided"),
        .weakLink: ("链接等级 C、D，须先人工确认是否本人", "grade C or D: a person has to look at the link first"),
        .forReview: ("链接等级 E，只供复核", "grade E: only reviewed"),
        .otherMonth: ("属于其他月份", "it speaks of another month"),
        .registrationMonth: ("登记当月及以前由原单位缴费", "the old employer pays the month of registration"),
        .netNotPositive: ("各行合计金额不为正", "the net amount is not positive"),
        .onBenefit: ("领金期间由失业保险基金代缴", "the unemployment fund pays this insurance"),
        .notReceived: ("未到账", "not received"),
        .provesNothing: ("此类记录不能证明就业状态", "its kind proves nothing"),
        .notYet: ("月末时尚未开始", "it begins after the end of the month"),
        .over: ("月末前已结束", "it ended before the month did"),
        .notInPay: ("待遇未在发放", "not in pay"),
        .noPostNumber: ("没有岗位编号，只是申请", "no post number: an application only"),
        .saysNoStatus: ("答复没有说明状态", "an answer that says no status"),
        .reachedNobody: ("未联系到本人", "reached nobody"),
        .repeated: ("同一答复重复", "the same answer came twice"),
        .superseded: ("已被之后的答复或登记取代", "a later answer or registration took its place"),
        .contact: ("表明与本人有过联系", "shows contact with the person"),
        .supportsUnemployed: ("失业保险金只发给失业人员", "benefit is paid to the unemployed"),
        .otherPurpose: ("用于其他栏目，不用于状态", "serves another column than the status"),
        .householdWithoutWork: ("家庭无人就业", "nobody of the household works"),
        .householdAtWork: ("家庭有人就业", "somebody of the household works"),
        .householdUnknown: ("有成员证件不可用，家庭情况不能判断", "a member has no usable number"),
        .householdTooSmall: ("符合条件的成员不足", "too few members without a job"),
        .householdOnNoRoster: ("没有成员在脱贫人口名册", "no member is on the roster of poor people"),
        .memberWorking: ("该成员已就业", "the member works"), .memberUnable: ("该成员不能就业", "the member can't work"),
        .memberDisabled: ("该成员重度残疾", "the member is severely disabled"),
        .memberJobless: ("该成员没有工作", "the member has no job"),
        .memberOutsideAge: ("该成员不在劳动年龄", "the member is outside working age"),
        .memberUnknown: ("该成员情况不明", "the member is not known"),
    ]
}

extension ReasonWords {
    /// How surely a record is the person's, and by what.
    static func link(_ grade: MatchGrade, isContradicted: Bool) -> LocalizedText {
        if isContradicted {
            return LocalizedText(
                zh: "登记编号相同，但证件号码或姓名不符", en: "same registration number, but another ID number or name")
        }
        switch grade {
        case .a: return LocalizedText(zh: "号码相同，姓名一致", en: "same number, same name")
        case .b:
            return LocalizedText(
                zh: "号码相同，姓名仅写法不同；或经人工确认", en: "same number, name written otherwise; or confirmed by a person")
        case .c: return LocalizedText(zh: "号码相同，姓名不符或缺失", en: "same number, another name or none")
        case .d:
            return LocalizedText(
                zh: "号码被遮蔽或有一处差错，只有一人相符", en: "number masked or with one slip, and one person alone fits")
        case .e: return LocalizedText(zh: "没有可用号码，其余各项相近", en: "no usable number, other values are near")
        }
    }
}
