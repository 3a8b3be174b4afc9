extension ConfigurationFault {
    /// What is wrong, in one clause without a full stop.
    package func message(found: String, in language: Language) -> String {
        switch self {
        case .unreadable(let reason), .tableUnreadable(let reason): reason.message(found, in: language)
        case .tooLarge(let limit):
            language.text("文件超过上限 \(limit) 字节", "the file is larger than \(limit) bytes")
        case .notUTF8: language.text("文件不是 UTF-8 编码", "the file is not UTF-8")
        case .syntax(let detail): language.text("YAML 语法错误（\(detail)）", "YAML syntax: \(detail)")
        case .unknownKey: language.text("未知的键：\(found)", "unknown key: \(found)")
        case .duplicateKey(let first):
            language.text(
                "重复的键：\(found)（首次出现于第 \(first.line) 行）", "duplicate key: \(found) (first in line \(first.line))")
        case .yamlFeature(let feature): feature.message(in: language)
        case .severalDocuments: language.text("文件里有第二个 YAML 文档", "a second YAML document in the file")
        case .nestedTooDeep(let limit): language.text("嵌套超过 \(limit) 层", "nested deeper than \(limit) levels")
        case .tabIndentation: language.text("用制表符缩进", "a tab in the indentation")
        default: valueMessage(found: found, in: language)
        }
    }

    private func valueMessage(found: String, in language: Language) -> String {
        switch self {
        case .missingKey(let key): language.text("缺少必需的键：\(key)", "missing key: \(key)")
        case .wrongType(let expected):
            language.text(
                "值的类型不对：应为\(expected.name(in: .chinese))", "wrong type: expected \(expected.name(in: .english))")
        case .outOfRange(let range): language.text("数值超出范围 \(range)：\(found)", "out of range \(range): \(found)")
        case .unknownWord(let kind):
            language.text("未知的\(kind.name(in: .chinese))：\(found)", "unknown \(kind.name(in: .english)): \(found)")
        case .duplicateName(let kind, let first):
            language.text(
                "\(kind.name(in: .chinese))重复：\(found)（首次出现于第 \(first.line) 行）",
                "duplicate \(kind.name(in: .english)): \(found) (first in line \(first.line))")
        default: sourceMessage(found: found, in: language)
        }
    }

    private func sourceMessage(found: String, in language: Language) -> String {
        switch self {
        case .badGlob(let fault):
            language.text(
                "文件名通配符有误（\(fault.name(in: .chinese))）：\(found)", "bad glob (\(fault.name(in: .english))): \(found)")
        case .overlappingFiles(let other):
            language.text("同一文件可能同属来源 \(other)：\(found)", "a file could also belong to source \(other): \(found)")
        case .headingTwice(let other, let first):
            language.text(
                "列名“\(found)”已用于字段 \(other)（第 \(first.line) 行）",
                "heading “\(found)” already stands for field \(other) (line \(first.line))")
        case .fieldNotInSource(let kind):
            language.text("来源类别 \(kind) 没有字段 \(found)", "sources of kind \(kind) have no field \(found)")
        case .badPath: language.text("XML 路径有误：\(found)", "bad XML path: \(found)")
        case .badOutputFile: language.text("输出文件路径有误：\(found)", "bad path of an output file: \(found)")
        case .spellingTwice(let other):
            language.text("写法“\(found)”已对应代码 \(other)", "spelling “\(found)” already stands for code \(other)")
        case .tableLine(let fault): fault.message(found: found, in: language)
        case .contradiction(let rule): rule.message(found: found, in: language)
        default: found
        }
    }
}

extension UnreadableReason {
    /// What is wrong with the file at a path.
    func message(_ path: String, in language: Language) -> String {
        switch self {
        case .notFound: language.text("找不到文件：\(path)", "no such file: \(path)")
        case .notAFile: language.text("不是普通文件：\(path)", "not a regular file: \(path)")
        case .noPermission: language.text("没有读取权限：\(path)", "no permission to read: \(path)")
        case .other: language.text("无法读取：\(path)", "can't be read: \(path)")
        }
    }
}

extension YAMLFeature {
    /// What is said of the feature.
    func message(in language: Language) -> String {
        switch self {
        case .anchor: language.text("不允许使用 YAML 锚点（&）", "YAML anchors (&) are not allowed")
        case .alias: language.text("不允许使用 YAML 别名（*）", "YAML aliases (*) are not allowed")
        case .tag: language.text("不允许使用 YAML 标签（!）", "YAML tags (!) are not allowed")
        case .complexKey: language.text("键必须是单个文本", "a key must be a single text")
        }
    }
}

extension GlobFault {
    /// What is wrong with the glob.
    func name(in language: Language) -> String {
        switch self {
        case .empty: language.text("为空", "empty")
        case .unclosedBrace: language.text("花括号不成对", "unbalanced brace")
        case .unclosedBracket: language.text("方括号不成对", "unbalanced bracket")
        case .absolute: language.text("必须相对于数据目录", "must be relative to the data folder")
        case .leavesFolder: language.text("不能用 .. 离开数据目录", "must not leave the data folder by ..")
        }
    }
}

extension TableFault {
    /// What is wrong with the line; `found` is what stands there.
    func message(found: String, in language: Language) -> String {
        switch self {
        case .noHeader: language.text("表没有表头行", "the table has no header line")
        case .missingColumn(let column): language.text("表头缺少列 \(column)", "the header lacks column \(column)")
        case .columnCount(let found, let expected):
            language.text("该行有 \(found) 列，表头有 \(expected) 列", "the line has \(found) columns, the header \(expected)")
        case .badValue(let column):
            language.text("列 \(column) 的值无效：\(found)", "bad value in column \(column): \(found)")
        case .emptyValue(let column): language.text("列 \(column) 为空", "column \(column) is empty")
        case .duplicate(let line): language.text("与第 \(line) 行重复：\(found)", "repeats line \(line): \(found)")
        case .notConsecutive(let expected):
            language.text(
                "日期不连续：应为 \(expected)，实为 \(found)", "days must follow on: expected \(expected), found \(found)")
        case .unclosedQuote: language.text("引号没有结束", "a quote is not closed")
        }
    }
}

extension Contradiction {
    /// What contradicts what; `found` is the name at fault.
    func message(found: String, in language: Language) -> String {
        switch self {
        case .spineMustStop: language.text("来源 unemployed 的缺失门槛必须是 stop", "source unemployed must stop when missing")
        case .spineMissing: language.text("没有类别为 unemployed 的来源", "no source of kind unemployed")
        case .noFiles: language.text("来源没有文件通配符", "the source has no globs")
        case .fieldMissing:
            language.text("来源缺少必要的字段：\(found)", "the source lacks a field it can't do without: \(found)")
        case .ruleForEveryoneMissing:
            language.text("最后一条规则必须对所有人成立（when: otherwise）", "the last rule must hold for everyone (when: otherwise)")
        case .calendarMissing:
            language.text("工作清单需要工作日历表 tables.calendar", "work lists need the table tables.calendar")
        case .statusUnused: language.text("没有规则给出状态：\(found)", "no rule gives status: \(found)")
        case .weightsOfOtherModel:
            language.text(
                "权重属于另一个模型（字段或层级不同）：\(found)", "the weights are another model's (other fields or levels): \(found)")
        case .reviewAboveLink: language.text("复核阈值高于链接阈值", "the threshold for review is above the one for links")
        case .levelOfOtherKind:
            language.text("这类字段不能这样比较：\(found)", "fields of this kind can't be compared so: \(found)")
        case .contactAfterLoss:
            language.text("联系提醒的月数必须小于失联的月数", "contact falls due before contact is lost")
        }
    }
}
