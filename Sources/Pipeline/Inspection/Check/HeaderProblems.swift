import Normalization
import Roster

/// What is said of the header of a table.
struct HeaderProblems {
    let source: SourceName
    let file: String
    /// Line or row of the header, from 1.
    let line: Int

    /// Everything for which the header can't be used.
    func problems(_ fault: HeaderFault) -> [InputProblem] {
        fault.missing.map(missing) + fault.ambiguous.map(ambiguous)
    }

    /// Columns that no field claims, and fields without a column.
    func remarks(_ table: BoundTable, _ binding: HeaderBinding) -> [InputProblem] {
        let unknown = binding.remarks.compactMap { remark -> (heading: String, column: Int)? in
            if case .unknown(let heading, let column) = remark { (heading, column) } else { nil }
        }
        let absent = zip(table.layout.fields, table.columns).filter { $1 == nil }.map(\.0)
        return unknown.map { self.unknown($0.heading, column: $0.column) }
            + absent.map { self.absent($0, unused: unknown) }
    }

    private func missing(_ fault: HeaderFault.Missing) -> InputProblem {
        let names = fault.headings.map { "「\($0)」" }.joined(separator: "或")
        let english = fault.headings.joined(separator: ", ")
        return problem(
            "E210", .error, fault.headings.first ?? fault.field.rawValue, column: 1,
            LocalizedText(zh: "表头缺少必需的列\(names)", en: "the header lacks the required column \(english)")
        ).advising(
            advice(fault.nearest, chinese: "补上该列，或在流程文件的 headings 中登记新的列名"),
            englishAdvice(fault.nearest, "add it, or list the new heading in the pipeline file"))
    }

    private func ambiguous(_ fault: HeaderFault.Ambiguous) -> InputProblem {
        let headings = fault.headings.map(ShownValue.heading)
        let places = zip(fault.columns, headings).map { "第 \($0) 列「\($1)」" }.joined(separator: "、")
        let english = zip(fault.columns, headings).map { "\($0) '\($1)'" }.joined(separator: ", ")
        var problem = problem(
            "E211", .error, headings.first ?? fault.field.rawValue, column: fault.columns.first ?? 1,
            LocalizedText(
                zh: "\(places)都对应字段 \(fault.field.rawValue)",
                en: "the columns \(english) all stand for the field \(fault.field.rawValue)"))
        problem.places = fault.columns.map { InputProblem.Place(line: line, column: $0) }
        problem.count = fault.columns.count
        return problem.advising("只保留一列", "keep one of them")
    }

    private func absent(_ field: FieldLayout, unused: [(heading: String, column: Int)]) -> InputProblem {
        let heading = field.heading
        let nearest = HeaderBinding.nearest(to: field.headings, among: unused.map(\.heading))
        let column = nearest.first.flatMap { near in unused.first { $0.heading == near }?.column }
        return problem(
            "E212", .warning, heading, column: column,
            LocalizedText(
                zh: "没有列「\(heading)」，相关规则将按空值处理", en: "no column \(heading): it counts as empty")
        ).advising(
            advice(nearest, chinese: "若列名有变，请在流程文件的 headings 中登记"),
            englishAdvice(nearest, "if the heading has changed, list it in the pipeline file"))
    }

    private func unknown(_ heading: String, column: Int) -> InputProblem {
        let shown = ShownValue.heading(heading)
        return problem(
            "E213", .note, shown, column: column,
            LocalizedText(zh: "列「\(shown)」没有用到", en: "the column \(shown) is not used"))
    }

    private func advice(_ nearest: [String], chinese: String) -> String {
        guard !nearest.isEmpty else { return chinese }
        return "相近的列名有" + nearest.map { "「\(ShownValue.heading($0))」" }.joined(separator: "、") + "；" + chinese
    }

    private func englishAdvice(_ nearest: [String], _ advice: String) -> String {
        guard !nearest.isEmpty else { return advice }
        return "near it are " + nearest.map(ShownValue.heading).joined(separator: ", ") + "; " + advice
    }

    private func problem(
        _ code: String, _ severity: InputProblem.Severity, _ field: String, column: Int?, _ message: LocalizedText
    ) -> InputProblem {
        InputProblem(code, severity, source: source, file: file, field: field, message: message)
            .at(InputProblem.Place(line: line, column: column))
    }
}
