import Glibc
import Normalization
import Roster
import Tabular

extension RunError {
    /// The exit that a fault of a file calls for: input damaged 65, still changing 75, unreadable 74 or 77; a workbook
    /// that can't be made 73, not be written whole 74.
    init(_ error: TabularError) {
        let kind: Kind =
            switch error.kind {
            case .cannotOpen, .readFailed: error.isForbidden ? .noPermission : .inputOutput
            case .cutShort, .changedWhileRead: .tryAgain
            case .notWritten where error.isForbidden: .noPermission
            case .notWritten where error.isOfSystem: .cannotCreate
            case .notWritten, .rowsLost: .inputOutput
            default: .inputRefused
            }
        let hint = error.ownHint ?? RunError.hint(kind)
        self.init(kind, code: error.code, message: error.message, hint: hint, location: error.location)
    }

    private static func hint(_ kind: Kind) -> LocalizedText {
        switch kind {
        case .tryAgain: LocalizedText(zh: "等文件复制完成后重新运行", en: "run again when the copy is complete")
        case .inputRefused:
            LocalizedText(zh: "请来源单位重新导出该文件，或按上面的说明更正", en: "have the office export the file again")
        default: SystemFault.hint
        }
    }

    /// Exit 65: the header of a table can't be used. `line` is where it stands.
    init(_ fault: HeaderFault, table: String, line: Int? = nil) {
        self.init(
            .inputRefused, code: "E210", message: LocalizedText(zh: fault.description, en: fault.english),
            location: ErrorPlace(file: table, line: line))
    }
}

extension TabularError {
    /// `E3nn`, from the fault's place in the closed list.
    var code: String {
        "E\(300 + (Kind.allCases.firstIndex(of: kind) ?? 0) + 1)"
    }

    fileprivate var isForbidden: Bool {
        if case .systemCall(let number) = cause { number == EACCES || number == EPERM } else { false }
    }

    fileprivate var isOfSystem: Bool {
        if case .systemCall = cause { true } else { false }
    }

    fileprivate var location: ErrorPlace {
        ErrorPlace(file: file, line: line, column: column, byte: byteOffset)
    }

    /// What to do about faults that are mostly one mistake; `nil` for all others.
    fileprivate var ownHint: LocalizedText? {
        switch kind {
        case .headerNotFound:
            LocalizedText(
                zh: "检查文件是否为空、是否其实是别的格式；列名有变时在流程文件的 headings 中登记",
                en: "see whether the file is empty or of another format; name new headings in the pipeline file")
        case .unknownFileKind where file.lowercased().hasSuffix(".xls"):
            LocalizedText(zh: "旧版 .xls 请用 Excel 另存为 .xlsx", en: "save the old .xls as .xlsx")
        case .unknownFileKind where file.contains("!"):
            LocalizedText(
                zh: "压缩包中只能有表格；删去其他文件后重新打包", en: "an archive may hold tables only: take the other files out")
        case .unknownFileKind:
            LocalizedText(
                zh: "只认 .csv、.txt、.tsv、.xml、.xlsx，以及它们的 .gz 和 .zip",
                en: "known are .csv, .txt, .tsv, .xml and .xlsx, and these in .gz and .zip")
        case .noZipDirectory where file.lowercased().hasSuffix(".xlsx"):
            LocalizedText(
                zh: "文件名是 .xlsx，内容却不是；若是旧版 .xls 或网页，请用 Excel 另存为 .xlsx",
                en: "named .xlsx, but it is none: save an old .xls or a web page as .xlsx")
        default: nil
        }
    }

    fileprivate var message: LocalizedText {
        if kind == .headerNotFound, case .limit(let lines) = cause {
            return LocalizedText(zh: "前 \(lines) 行中找不到表头", en: "no header in the first \(lines) lines")
        }
        let detail = cause.map(TabularError.detail) ?? ""
        return LocalizedText(
            zh: kind.chinese + (detail.isEmpty ? "" : "（\(detail)）"),
            en: kind.english + (detail.isEmpty ? "" : " (\(detail))"))
    }

    private static func detail(_ cause: Cause) -> String {
        switch cause {
        case .systemCall(let number): "errno \(number)"
        case .limit(let size): "\(size)"
        case .headings(let known, let count): "\(known)/\(count)"
        case .exceeded(let name, let size): "\(name) \(size)"
        case .named(let name): name
        case .parser(let code): "libxml2 \(code)"
        case .writer(let step, let code): "libxlsxwriter \(step) \(code)"
        case .cell(let place): place
        case .rows(let written, let found): "\(found)/\(written)"
        }
    }
}

extension TabularError.Kind {
    /// What is wrong, for data officers.
    var chinese: String {
        switch self {
        case .cannotOpen: "无法打开文件"
        case .notRegularFile: "不是普通文件"
        case .readFailed: "读取失败"
        case .cutShort: "文件在读取时变短"
        case .changedWhileRead: "文件在读取时被修改"
        case .unknownFileKind: "不认识的文件类型"
        case .notGzip: "不是 gzip 文件"
        case .truncated: "文件不完整（被截断）"
        case .corrupt: "压缩数据损坏"
        case .checksum: "校验和不符，数据损坏"
        case .wrongSize: "长度与记录不符"
        case .trailingBytes: "压缩数据之后有多余字节"
        case .expansionLimit: "解压比例超过上限，疑似压缩炸弹"
        case .sizeLimit: "解压后长度超过上限"
        case .noZipDirectory: "找不到 zip 目录"
        case .contradictoryZip: "zip 目录前后矛盾"
        case .encryptedMember: "zip 成员已加密"
        case .duplicateMember: "zip 成员重名"
        case .overlappingMembers: "zip 成员互相重叠"
        case .unknownMethod: "zip 成员使用不支持的压缩方法"
        case .badMemberName: "zip 成员名称不允许"
        case .nestedContainer: "压缩文件中又有压缩文件"
        case .noSuchMember: "zip 中没有该成员"
        case .noTable: "文件中没有表格"
        case .tooManyMembers: "zip 成员过多"
        case .headerNotFound: "前几行中找不到表头"
        case .documentType: "XML 含 DOCTYPE 声明，拒绝读取"
        case .unknownEntity: "XML 引用了未知实体"
        case .malformedDocument: "XML 格式错误"
        case .documentLimit: "XML 超过上限"
        case .wrongRoot: "XML 根元素不是所需的名册"
        case .unknownEncoding: "XML 声明了不支持的编码"
        case .missingPart: "工作簿缺少部件"
        case .badCell: "工作簿中的单元格有误"
        case .noSuchSheet: "工作簿中没有该工作表"
        case .workbookLimit: "工作簿超过上限"
        case .notWritten: "工作簿写入失败"
        case .rowsLost: "工作簿写入后行数不符"
        case .tooManyColumns: "列数超过上限"
        }
    }

    /// The same in English.
    var english: String {
        switch self {
        case .cannotOpen: "the file can't be opened"
        case .notRegularFile: "not a regular file"
        case .readFailed: "reading failed"
        case .cutShort: "the file became shorter while it was read"
        case .changedWhileRead: "the file was changed while it was read"
        case .unknownFileKind: "a kind of file that is not known"
        case .notGzip: "no gzip file"
        case .truncated: "the file is cut short"
        case .corrupt: "the compressed data are damaged"
        case .checksum: "the checksum does not agree: the data are damaged"
        case .wrongSize: "the length is not the one recorded"
        case .trailingBytes: "bytes follow the compressed data"
        case .expansionLimit: "it inflates beyond all measure, as a zip bomb does"
        case .sizeLimit: "inflated it is longer than allowed"
        case .noZipDirectory: "no zip directory in the file"
        case .contradictoryZip: "the zip directory contradicts itself"
        case .encryptedMember: "a member is encrypted"
        case .duplicateMember: "two members have one name"
        case .overlappingMembers: "members overlap"
        case .unknownMethod: "a member is compressed by a method that is not supported"
        case .badMemberName: "a member's name is not allowed"
        case .nestedContainer: "a compressed file inside another"
        case .noSuchMember: "the archive has no such member"
        case .noTable: "no table in the file"
        case .tooManyMembers: "too many members"
        case .headerNotFound: "no header in the first lines"
        case .documentType: "the XML has a DOCTYPE and is refused"
        case .unknownEntity: "the XML refers to an unknown entity"
        case .malformedDocument: "the XML is malformed"
        case .documentLimit: "the XML goes beyond a limit"
        case .wrongRoot: "the root of the XML is not that of the roster wanted"
        case .unknownEncoding: "the XML declares an encoding that is not supported"
        case .missingPart: "the workbook lacks a part"
        case .badCell: "a cell of the workbook is faulty"
        case .noSuchSheet: "the workbook has no such sheet"
        case .workbookLimit: "the workbook goes beyond a limit"
        case .notWritten: "the workbook was not written"
        case .rowsLost: "the workbook does not hold all rows"
        case .tooManyColumns: "more columns than allowed"
        }
    }
}
