import Roster
import Tabular
import Testing

@testable import Pipeline

@Suite("What is said of files that can't be read")
struct InputMessageTests {
    @Test(
        "A mistake that offices make gets advice of its own",
        arguments: [
            (TabularError.Kind.unknownFileKind, "名册.xls", "另存为 .xlsx"),
            (.unknownFileKind, "名册.doc", "只认 .csv"),
            (.unknownFileKind, "十月.zip!说明.docx", "压缩包中只能有表格"),
            (.noZipDirectory, "名册.xlsx", "内容却不是"),
            (.headerNotFound, "名册.csv", "headings"),
            (.corrupt, "名册.csv.gz", "重新导出"),
        ])
    func hints(kind: TabularError.Kind, file: String, advice: String) {
        #expect(RunError(TabularError(kind, file: file)).hint.zh.contains(advice))
    }

    @Test("Where no header is found it is said how far was looked")
    func header() {
        let error = RunError(TabularError(.headerNotFound, file: "名册.csv", cause: .limit(20)))
        #expect(error.message.zh == "前 20 行中找不到表头" && error.message.en == "no header in the first 20 lines")
    }

    @Test(
        "A check ends as a run would: what is missing comes before what is refused",
        arguments: [
            ([], false, nil), ([(.warning, .inputRefused)], false, nil),
            ([(.warning, .inputRefused)], true, .inputRefused), ([(.error, .inputRefused)], false, .inputRefused),
            ([(.error, .inputMissing)], false, .inputMissing),
            ([(.error, .inputRefused), (.error, .inputMissing)], false, .inputMissing),
        ] as [([(InputProblem.Severity, RunError.Kind)], Bool, RunError.Kind?)])
    func exits(found: [(InputProblem.Severity, RunError.Kind)], isStrict: Bool, exit: RunError.Kind?) {
        let problems = found.map { severity, kind in
            var problem = InputProblem("E200", severity, file: "a", message: LocalizedText(zh: "", en: ""))
            problem.exit = kind
            return problem
        }
        #expect(CheckReport(problems: problems).exit(isStrict: isStrict) == exit)
    }
}
