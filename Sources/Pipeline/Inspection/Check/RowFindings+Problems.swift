import Normalization
import Roster

extension RowFindings {
    /// The problems of a table's rows.
    ///
    /// - Parameter filled: how many values each field of the layout holds, to tell a column that holds nothing of its
    ///   type from one with a few slips.
    func problems(source: SourceDefinition, file: String, isWorkbook: Bool, filled: [Int]) -> [InputProblem] {
        groups.map { key, group in
            var problem = problem(key, group, source: source, filled: filled)
            (problem.source, problem.file) = (source.name, file)
            (problem.places, problem.count) = (group.places, group.count)
            if isWorkbook { for index in problem.places.indices { problem.places[index].byte = nil } }
            return problem
        }
    }

    private func problem(_ key: Key, _ group: Group, source: SourceDefinition, filled: [Int]) -> InputProblem {
        guard let index = key.field else {
            return plain(key.code, group, field: "")
        }
        let field = source.layout.fields[index]
        let heading = field.heading
        if let value = key.value { return unlisted(value, group, field, heading: heading) }
        var problem = plain(key.code, group, field: heading)
        let isOfType = [.fieldInvalid, .keyFieldInvalid].contains(key.code)
        if isOfType, filled[index] >= 3, group.count * 10 >= filled[index] * 9 {
            problem.message = LocalizedText(
                zh: "整列「\(heading)」几乎没有合用的值（\(filled[index]) 个中 \(group.count) 个不合）：\(problem.message.zh)",
                en: "hardly any value of the column \(heading) is of its type (\(group.count) of \(filled[index]) fail)"
            )
            problem.hint = LocalizedText(
                zh: "检查列名是否对错了列，或请来源单位更正", en: "see whether the heading stands over the wrong column")
        }
        return problem
    }

    /// A finding without a value; what its Chinese wording advises behind the last semicolon is the advice.
    private func plain(_ code: FindingCode, _ group: Group, field: String) -> InputProblem {
        let parts = group.message.split(separator: "；")
        let (fact, advice) =
            parts.count > 1
            ? (parts.dropLast().joined(separator: "；"), String(parts[parts.count - 1])) : (group.message, "")
        return InputProblem(
            code.problemCode, code.problemSeverity, field: field,
            message: LocalizedText(zh: fact, en: code.problemText(field: field))
        ).advising(advice, "have the office correct it, or leave it: the rest of the file is used")
    }

    private func unlisted(
        _ value: String, _ group: Group, _ field: FieldLayout, heading: String
    ) -> InputProblem {
        let words = field.codes.keys.sorted(by: precedesBytewise)
        let nearest = NearestName.of(value, among: words)
        let text = shown.text(value, near: nearest)
        let problem = InputProblem(
            "E452", .warning, field: heading,
            message: LocalizedText(
                zh: "「\(heading)」的值“\(text)”不在代码表中（\(group.count) 次）",
                en: "value \"\(text)\" of \(heading) is not in the code list (\(group.count) times)"))
        if let nearest {
            return problem.advising(
                "最相近的是“\(nearest)”；若是新写法，请在流程文件 codes 中登记",
                "the nearest is \"\(nearest)\"; list a new spelling under codes in the pipeline file")
        }
        return problem.advising(
            "若是新代码，请在流程文件 codes 中登记", "list a new code under codes in the pipeline file")
    }
}
