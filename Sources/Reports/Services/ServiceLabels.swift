package import Roster

extension DifficultyFinding.Kind: Labelled {
    package var label: String {
        switch self {
        case .candidate: "可认定"
        case .recognised: "已认定"
        case .exit: "建议退出"
        }
    }
}

extension HelpLevel: Labelled {
    package var label: String {
        switch self {
        case .one: "Ⅰ级"
        case .two: "Ⅱ级"
        case .three: "Ⅲ级"
        }
    }
}

extension HelpItem: Labelled {
    package var label: String {
        switch self {
        case .guidance: "职业指导"
        case .policyList: "政策清单和服务清单"
        case .jobRecommendation: "岗位推荐"
        case .training: "职业技能培训"
        case .businessTraining: "创业培训"
        case .publicPost: "公益性岗位"
        case .personalPlan: "一人一策"
        }
    }
}

extension ActDeadline.Act: Labelled {
    package var label: String {
        switch self {
        case .registration: "失业登记"
        case .jobSeeker: "求职登记"
        case .subsidyApplication: "培训补贴申请"
        case .subsidyReview: "培训补贴审核"
        case .subsidyNotice: "培训补贴公示"
        case .subsidyPayment: "培训补贴支付"
        }
    }
}

extension ActDeadline.State: Labelled {
    package var label: String {
        switch self {
        case .onTime: "按时办结"
        case .late: "超时办结"
        case .tooShort: "公示不足"
        case .running: "办理中"
        case .overdue: "已超时"
        case .lapsing: "即将到期"
        case .lapsed: "已过期"
        }
    }
}

extension AllowanceYear.State: Labelled {
    package var label: String {
        switch self {
        case .ok: "已发放"
        case .owedUnpaid: "应发未发"
        case .paidNotOwed: "不应发而发"
        case .paidTwice: "重复发放"
        case .unknown: "无法判断"
        }
    }
}

extension TestResult: Labelled {
    package var label: String {
        switch self {
        case .pass: "符合"
        case .unknown: "无法判断"
        case .fail: "不符合"
        }
    }
}

extension LoanJudgement.Borrower: Labelled {
    package var label: String {
        switch self {
        case .personal: "个人"
        case .smallFirm: "小微企业"
        }
    }
}

extension EligibilityCondition: Labelled {
    package var label: String {
        switch self {
        case .age: "年满十六周岁"
        case .pension: "未享受基本养老保险待遇"
        case .business: "没有存续的市场主体"
        case .duplicate: "没有其他有效登记"
        }
    }
}
