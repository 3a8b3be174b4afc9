/// A column of a published table: the raw value is its name in machine files, `heading` the one in people's files.
///
/// The one table of headings, for writing and for reading filled files back. Headings that a survey carries are those
/// of the survey export, so that a filled work list is one.
package enum ColumnName: String, CaseIterable, Hashable, Sendable {
    // who and where
    case month
    case registrationNumber = "registration_number"
    case idNumber = "id_number"
    case name, sex
    case birthDate = "birth_date"
    case countyCode = "county_code"
    case townCode = "town_code"
    case agencyCode = "agency_code"
    case registeredOn = "registered_on"
    case validUntil = "valid_until"
    case monthsUnemployed = "months_unemployed"
    // what was decided
    case previousStatus = "previous_status"
    case status, change, method, tracked
    case effectiveDate = "effective_date"
    case employer, rule, grade, evidence
    case needsVerification = "needs_verification"
    case verificationReason = "verification_reason"
    case action, ground, notify
    case dueDate = "due_date"
    case worklist
    case confirmedStatus = "confirmed_status"
    case confirmedBy = "confirmed_by"
    case confirmedOn = "confirmed_on"
    case lowIncome = "low_income"
    case difficulty, recognised, revision
    // changes and evidence
    case previousEvidence = "previous_evidence"
    case cause
    case correctedMonth = "corrected_month"
    case oldStatus = "old_status"
    case newStatus = "new_status"
    case kind, source, weight, period, values, used
    // quarantine
    case file, row, line
    case byteOffset = "byte_offset"
    case code, reason, field, raw
    // work lists
    case phone
    case knownEmployer = "known_employer"
    case task
    case surveyMethod = "survey_method"
    case surveyDate = "survey_date"
    case surveyResult = "survey_result"
    case employedOn = "employed_on"
    case note, surveyor
    case checkCode = "check_code"
    // masked and damaged ID numbers
    case idState = "id_state"
    case outcome, fits, candidates
    // links from month to month
    case previousGrade = "previous_grade"
    // registration, difficulty, help, limits, allowance
    case condition, result, category
    case exitGround = "exit_ground"
    case since, documents, office
    case level, item, owed, given, gap
    case act, reference
    case startDate = "start_date"
    case doneDate = "done_date"
    case workingDaysUsed = "working_days_used"
    case state, year
    case paidCount = "paid_count"
    case paidAmount = "paid_amount"
    // loans
    case applicationNumber = "application_number"
    case borrower
    case loanGroup = "c_group"
    case loanAge = "c_age"
    case loanPlace = "c_place"
    case loanOthers = "c_other_loans"
    case loanAmount = "c_amount"
    case loanTerm = "c_term"
    case loanTimes = "c_times"
    case loanRate = "c_rate"
    case loanHires = "c_hires"
    case loanArrears = "c_arrears"
    case interestSubsidy = "interest_subsidy"
    // people's files only
    case town
    case isOwed = "is_owed"
    case helpGap = "help_gap"
    case finding
}

extension ColumnName {
    /// Heading in people's files, in Chinese; no two columns share one.
    package var heading: String { ColumnName.headings[self] ?? rawValue }

    /// The column with this heading, or `nil`.
    package init?(heading: String) {
        guard let column = ColumnName.columns[heading] else { return nil }
        self = column
    }

    private static let columns: [String: ColumnName] = Dictionary(
        headings.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })

    private static let headings: [ColumnName: String] = [
        .month: "统计月份", .registrationNumber: "登记编号", .idNumber: "证件号码", .name: "姓名", .sex: "性别",
        .birthDate: "出生日期", .countyCode: "县区代码", .townCode: "镇街代码", .agencyCode: "登记机构代码",
        .registeredOn: "登记日期", .validUntil: "有效期至", .monthsUnemployed: "已登记失业月数",
        .previousStatus: "上月状态", .status: "本月状态", .change: "变化情况", .method: "核查途径", .tracked: "是否已跟踪",
        .effectiveDate: "状态起始日期", .employer: "就业单位", .rule: "判定规则", .grade: "匹配等级", .evidence: "证据来源",
        .needsVerification: "是否需核实", .verificationReason: "需核实事由", .action: "处理建议", .ground: "退出情形",
        .notify: "是否书面告知", .dueDate: "办理期限", .worklist: "核查原因", .confirmedStatus: "确认状态",
        .confirmedBy: "确认人", .confirmedOn: "确认日期", .lowIncome: "低保低收入类别", .difficulty: "符合困难类别",
        .recognised: "是否已认定困难人员", .revision: "修订号",
        .previousEvidence: "上月证据", .cause: "变化来源", .correctedMonth: "更正月份", .oldStatus: "更正前状态",
        .newStatus: "更正后状态", .kind: "证据类型", .source: "数据来源", .weight: "证明力", .period: "所属期或日期",
        .values: "记录内容", .used: "是否采用",
        .file: "文件", .row: "数据行序号", .line: "文件行号", .byteOffset: "字节位置", .code: "问题代码", .reason: "原因",
        .field: "问题字段", .raw: "原文",
        .phone: "联系电话", .knownEmployer: "比对到的单位", .task: "核查要求", .surveyMethod: "调查方式",
        .surveyDate: "调查日期", .surveyResult: "调查结果", .employedOn: "就业日期", .note: "备注", .surveyor: "调查人",
        .checkCode: "校验码", .idState: "证件状态", .outcome: "匹配结果", .fits: "号码相符人数", .candidates: "号码姓名都相符人数",
        .previousGrade: "上月匹配等级",
        .condition: "登记条件", .result: "审核结果", .category: "困难类别", .exitGround: "困难退出情形", .since: "起算日期",
        .documents: "须带材料", .office: "受理机构", .level: "帮扶级别", .item: "帮扶项目", .owed: "应提供", .given: "已提供",
        .gap: "尚缺", .act: "办理事项", .reference: "业务编号", .startDate: "起算日", .doneDate: "办结日期",
        .workingDaysUsed: "已用工作日", .state: "办理情况", .year: "申请年度", .paidCount: "已发次数", .paidAmount: "已发金额",
        .applicationNumber: "申请编号", .borrower: "借款主体", .loanGroup: "人群条件", .loanAge: "年龄条件",
        .loanPlace: "注册地条件", .loanOthers: "其他贷款条件", .loanAmount: "额度条件", .loanTerm: "期限条件",
        .loanTimes: "次数条件", .loanRate: "利率条件", .loanHires: "吸纳就业条件", .loanArrears: "无拖欠条件",
        .interestSubsidy: "贴息金额（元）", .town: "镇街", .finding: "认定情况", .isOwed: "是否应发",
        .helpGap: "待提供的帮扶",
    ]
}
