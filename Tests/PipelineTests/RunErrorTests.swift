import Glibc
import Ledger
import Roster
import Tabular
import Testing

@testable import Normalization
@testable import Pipeline

/// What ends a run, and the exit code and words that tell it.
@Suite("Errors of a run")
struct RunErrorTests {
    @Test(
        "a fault of a file exits by what it is, a workbook that could not be written is no fault of the input",
        arguments: [
            (TabularError(.corrupt, file: "a.gz"), RunError.Kind.inputRefused),
            (TabularError(.cutShort, file: "a.csv"), .tryAgain),
            (TabularError(.cannotOpen, file: "a.csv", cause: .systemCall(errno: EACCES)), .noPermission),
            (TabularError(.readFailed, file: "a.csv", cause: .systemCall(errno: EIO)), .inputOutput),
            (TabularError(.notWritten, file: "a.xlsx", cause: .systemCall(errno: ENOENT)), .cannotCreate),
            (TabularError(.notWritten, file: "a.xlsx", cause: .systemCall(errno: EACCES)), .noPermission),
            (TabularError(.notWritten, file: "a.xlsx", cause: .writer(step: "close", code: 2)), .inputOutput),
            (TabularError(.rowsLost, file: "a.xlsx", cause: .rows(written: 2, found: 1)), .inputOutput),
        ])
    func files(error: TabularError, kind: RunError.Kind) {
        #expect(RunError(describing: error).kind == kind)
    }

    @Test(
        "an output file that can't be made exits 73, one that can't be written 74",
        arguments: [
            (OutputFileError(.create, path: "o", code: ENOSPC), RunError.Kind.cannotCreate),
            (OutputFileError(.create, path: "o", code: EACCES), .noPermission),
            (OutputFileError(.write, path: "o", code: ENOSPC), .inputOutput),
            (OutputFileError(.sync, path: "o", code: EIO), .inputOutput),
        ])
    func outputs(error: OutputFileError, kind: RunError.Kind) {
        #expect(RunError(describing: error).kind == kind)
    }

    @Test("every fault of the ledger has words in both languages and names the file once", arguments: kinds)
    func ledger(kind: LedgerError.Kind) {
        let error = RunError(describing: LedgerError(kind, path: "ledger.sqlite"))
        #expect(!error.message.zh.contains(kind.rawValue) && error.message.en.allSatisfy(\.isASCII))
        #expect(!error.message.en.contains("ledger.sqlite") && error.place == "ledger.sqlite")
    }

    private static let kinds = LedgerError.Kind.allCases

    @Test("the place of a fault is kept field by field, and told as one")
    func places() {
        var document = TabularError(.malformedDocument, file: "a.xml", cause: .parser(code: 76))
        (document.line, document.column) = (3, 7)
        #expect(RunError(describing: document).location == ErrorPlace(file: "a.xml", line: 3, column: 7))
        #expect(RunError(describing: document).place == "a.xml:3:7")
        let archive = RunError(describing: TabularError(.corrupt, file: "a.zip!b.csv", byteOffset: 90))
        #expect(archive.location == ErrorPlace(file: "a.zip!b.csv", byte: 90) && archive.place == "a.zip!b.csv @90")
        let fault = HeaderFault(missing: [.init(field: .name, headings: ["姓名"], nearest: [])], ambiguous: [])
        #expect(RunError(fault, table: "a.csv", line: 2).place == "a.csv:2")
    }

    @Test("a header that can't be used is told in both languages")
    func header() {
        let fault = HeaderFault(
            missing: [.init(field: .name, headings: ["姓名"], nearest: ["名字"])],
            ambiguous: [.init(field: .idNumber, headings: ["证件号码", "身份证号"], columns: [2, 5])])
        let error = RunError(fault, table: "a.csv")
        #expect(error.message.zh.hasPrefix("表头缺少必需的列「姓名」"))
        #expect(
            error.message.en == "the header lacks the required column '姓名', near it are '名字': "
                + "add it, or list the new heading in the pipeline file; "
                + "the columns 2 '证件号码', 5 '身份证号' all stand for the field idNumber: keep one of them")
    }
}
