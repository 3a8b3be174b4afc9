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
    ]
}
