extension ConfigurationProblem {
    /// What is wrong, in one clause.
    package func message(in language: Language) -> String { fault.message(found: found, in: language) }

    /// What to do about it; empty if the message says it all.
    package func hint(in language: Language) -> String {
        if let nearest { return language.text("是否应为 \(nearest)？", "did you mean \(nearest)?") }
        if !candidates.isEmpty, isAboutNames { return listing(in: language) }
        return fault.remedy(in: language)
    }

    private var isAboutNames: Bool {
        switch fault {
        case .unknownKey, .unknownWord, .fieldNotInSource: true
        default: false
        }
    }

    private func listing(in language: Language) -> String {
        let shown = candidates.prefix(12).joined(separator: language.text("、", ", "))
        let more =
            candidates.count > 12 ? language.text(" 等 \(candidates.count) 个", " … \(candidates.count) in all") : ""
        return language.text("可用的名称：", "valid names: ") + shown + more
    }
}

extension ConfigurationFault {
    /// What to do, where names do not help.
    func remedy(in language: Language) -> String {
        switch self {
        case .unreadable(.notFound):
            language.text(
                "检查路径是否正确：它从当前目录算起；inspect 用 --pipeline 另指。",
                "check the path: it begins at the current folder; for inspect name it with --pipeline.")
        case .tableUnreadable: language.text("路径相对于方案文件所在目录。", "the path is relative to the pipeline file's folder.")
        case .notUTF8: language.text("用 UTF-8 另存该文件。", "save the file as UTF-8.")
        case .duplicateKey, .duplicateName, .headingTwice, .spellingTwice:
            language.text("保留一处，删去另一处。", "keep one, delete the other.")
        case .yamlFeature(.alias):
            language.text("写出全部内容；以 * 开头的文本加引号。", "write it out; quote a text that begins with *.")
        case .yamlFeature(.anchor):
            language.text("写出全部内容；以 & 开头的文本加引号。", "write it out; quote a text that begins with &.")
        case .yamlFeature(.tag): language.text("删去标签；以 ! 开头的文本加引号。", "delete the tag; quote a text that begins with !.")
        case .severalDocuments: language.text("删去 --- 及其后的内容。", "delete --- and what follows.")
        case .tabIndentation: language.text("改用空格缩进。", "indent with spaces.")
        case .wrongType(let expected): expected.example(in: language)
        case .overlappingFiles: language.text("让通配符更具体。", "make the globs more specific.")
        case .badPath: language.text("写成 家庭/成员/姓名 或 家庭/@编号 的形式。", "write it as 家庭/成员/姓名 or 家庭/@编号.")
        case .badOutputFile:
            language.text(
                "写成 peers/ledger.csv 的形式：自己的一个文件夹和 .csv 文件。",
                "write it as peers/ledger.csv: a folder of its own and a .csv file.")
        default: ""
        }
    }
}

extension ExpectedValue {
    /// The type in words.
    func name(in language: Language) -> String {
        switch self {
        case .text: language.text("文本", "a text")
        case .character: language.text("单个字符", "one character")
        case .integer: language.text("整数", "a whole number")
        case .share: language.text("百分比", "a share")
        case .flag: language.text("是否", "yes or no")
        case .duration: language.text("时长", "a duration")
        case .size: language.text("字节数", "a size")
        case .day: language.text("日期", "a day")
        case .list: language.text("列表", "a list")
        case .mapping: language.text("键值表", "a mapping")
        case .oneCondition: language.text("一个条件", "one condition")
        }
    }

    /// A value of the type, as an example to follow.
    func example(in language: Language) -> String {
        switch self {
        case .text: language.text("写一个文本值。", "write one text.")
        case .character: language.text("例如 \"?\"。", "for example \"?\".")
        case .integer: language.text("例如 20。", "for example 20.")
        case .share: language.text("例如 5% 或 0.05。", "for example 5% or 0.05.")
        case .flag: language.text("写 yes、no、true、false、是 或 否。", "write yes, no, true, false, 是 or 否.")
        case .duration: language.text("例如 2s 或 1min。", "for example 2s or 1min.")
        case .day: language.text("例如 \"2026-10-31\"，加引号。", "for example \"2026-10-31\", quoted.")
        case .size: language.text("例如 64KiB 或 1MiB。", "for example 64KiB or 1MiB.")
        case .list: language.text("例如 [a, b]，或每行一个 - 。", "for example [a, b], or one - a line.")
        case .mapping: language.text("写成 键: 值 的形式。", "write it as key: value.")
        case .oneCondition: language.text("多个条件用 all 或 any 组合。", "combine several by all or any.")
        }
    }
}

extension NameKind {
    /// The kind of name in words.
    func name(in language: Language) -> String {
        switch self {
        case .sourceKind: language.text("来源类别", "source kind")
        case .field: language.text("字段", "field")
        case .code: language.text("代码", "code word")
        case .gateAction: language.text("门槛处置", "gate action")
        case .status: language.text("状态", "status")
        case .rule: language.text("规则", "rule")
        case .claim: language.text("证据主张", "claim")
        case .condition: language.text("条件", "condition")
        case .weight: language.text("证据强度", "weight")
        case .action: language.text("处理", "action")
        case .ground: language.text("注销情形", "ground")
        case .reason: language.text("原因", "reason")
        case .standing: language.text("状态归类", "standing")
        case .change: language.text("变动类型", "change kind")
        case .effective: language.text("生效日期取法", "effective date")
        case .timing: language.text("取数时点", "timing")
        case .answer: language.text("调查结果", "answer")
        case .grade: language.text("匹配等级", "grade")
        case .encoding: language.text("编码", "encoding")
        case .delimiter: language.text("分隔符", "delimiter")
        case .span: language.text("时间范围", "span")
        case .column: language.text("列", "column")
        case .columnForm: language.text("列的形式", "form of a column")
        case .outputFile: language.text("输出文件", "output file")
        case .level: language.text("比较层级", "comparison level")
        case .fieldKind: language.text("字段类型", "kind of field")
        case .category: language.text("困难人员类别", "category")
        case .helpLevel: language.text("帮扶级别", "level of help")
        case .helpItem: language.text("帮扶项目", "item of help")
        case .wish: language.text("意愿", "wish")
        }
    }
}
