package import Roster

/// A word of the program that people's files show in Chinese.
package protocol Labelled {
    /// In Chinese, as an officer would say it.
    var label: String { get }
}

extension ChangeKind: Labelled {
    package var label: String {
        switch self {
        case .registered: "新登记"
        case .returned: "重新进入"
        case .unchanged: "无变化"
        case .foundJob: "单位就业"
        case .startedBusiness: "自主创业"
        case .wentFlexible: "灵活就业"
        case .suspected: "疑似就业"
        case .unverified: "转为未能比对"
        case .retired: "享受养老待遇"
        case .lostJob: "再次失业"
        case .cleared: "排除疑点"
        case .left: "其他退出"
        case .corrected: "更正往月"
        case .vanished: "名册中消失"
        }
    }
}

extension Action: Labelled {
    package var label: String {
        switch self {
        case .keep: "保留登记"
        case .cancel: "建议退出"
        case .verify: "人工核实"
        case .renew: "提醒续期"
        case .contact: "联系本人"
        }
    }
}

extension TrackingMethod: Labelled {
    package var label: String {
        switch self {
        case .match: "信息比对"
        case .phone: "电话"
        case .visit: "走访"
        case .online: "线上"
        }
    }
}

extension VerificationReason: Labelled {
    package var label: String {
        switch self {
        case .toldOtherwise: "本人所述与比对结果不符"
        case .aliveAfterDeath: "死亡日期之后仍有活动记录"
        case .identity: "身份信息不一致"
        case .ability: "劳动能力情况不一致"
        case .weakMatch: "有相近记录待确认是否本人"
        }
    }
}

extension LowIncomeKind: Labelled {
    package var label: String {
        switch self {
        case .urbanMinimum: "城市低保"
        case .ruralMinimum: "农村低保"
        case .destituteSupport: "特困供养"
        case .borderline: "低保边缘"
        case .expenditurePoverty: "支出型困难"
        }
    }
}

extension WorkListReason: Labelled {
    package var label: String {
        switch self {
        case .conflict: "证据互相矛盾"
        case .weakMatch: "相近记录待确认"
        case .suspected: "疑似就业"
        case .lapsed: "单位参保中断"
        case .notComparable: "无法比对"
        case .contactDue: "久未联系"
        case .expiring: "登记有效期将满"
        case .difficult: "困难人员未联系"
        case .retirementAge: "达到退休年龄"
        case .sample: "抽样复核"
        }
    }

    /// What the officer is asked to do about it.
    package var task: String {
        switch self {
        case .conflict: "各方记录说法不一，请向本人问清实际情况"
        case .weakMatch: "有记录与本人相近，请核对证件号码和姓名"
        case .suspected: "询问是否已就业，已就业的填写单位和日期"
        case .lapsed: "上月有单位参保而本月没有，询问是否已离职"
        case .notComparable: "证件无法比对，请核对证件号码并了解就业状况"
        case .contactDue: "请联系本人，了解就业状况和服务需求"
        case .expiring: "告知登记有效期，询问是否续期"
        case .difficult: "本月尚未联系，请了解近况和援助需求"
        case .retirementAge: "已到退休年龄，询问是否办理退休"
        case .sample: "随机抽到的复核对象，请照常核实就业状况"
        }
    }
}

extension GateOutcome.Verdict: Labelled {
    package var label: String {
        switch self {
        case .warned: "! 警告"
        case .stopped: "✗ 未通过"
        }
    }
}

extension FindingCode: Labelled {
    package var label: String {
        switch self {
        case .fieldCount: "列数不符"
        case .nulByte: "含空字符"
        case .unbalancedQuote: "引号不成对"
        case .overLong: "内容过长"
        case .formulaWithoutValue: "公式没有结果"
        case .undecodable: "字符无法识别"
        case .keyFieldEmpty: "关键字段为空"
        case .keyFieldInvalid: "关键字段有误"
        case .duplicateRegistration: "一人多条有效登记"
        case .duplicateNumber: "登记编号重复"
        case .fieldInvalid: "字段有误"
        case .idInvalid: "证件号码无效"
        case .idPrecisionLost: "证件号码位数丢失"
        case .hiddenRow: "隐藏行"
        case .formulaValue: "公式算出的值"
        case .sexDiffers: "性别与证件不符"
        case .birthDateDiffers: "出生日期与证件不符"
        case .regionUnknown: "区划代码不明"
        }
    }
}
