import Pipeline

/// An inspected file as text for a terminal: what it is, its columns, the layout it fits best, a block to paste.
struct InspectionText {
    private let file: FileInspection
    private let language: Language

    init(_ file: FileInspection, language: Language) {
        (self.file, self.language) = (file, language)
    }

    /// The lines of all its tables; none if nothing could be read.
    var lines: [String] {
        var lines = ["\(file.file)  \(file.bytes) \(language.text("字节", "bytes"))"]
        if file.container != "none" { lines.append(line("容器", "container", file.container)) }
        if !file.sheets.isEmpty { lines.append(line("工作表", "sheets", sheets)) }
        return lines + file.tables.flatMap(table)
    }

    private func line(_ chinese: String, _ english: String, _ text: String) -> String {
        "  " + language.text(chinese, english).padded(to: 11) + text
    }

    private var sheets: String {
        file.sheets.map { sheet in
            let notes = [
                sheet.isHidden ? language.text("隐藏", "hidden") : nil,
                sheet.hasTable ? nil : language.text("无表", "no table"),
            ].compactMap(\.self)
            return sheet.name + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
        }.joined(separator: language.text("、", ", "))
    }

    private func table(_ table: TableInspection) -> [String] {
        var lines = ["", table.name, line("编码", "encoding", encoding(table))]
        if let delimiter = table.delimiter { lines.append(line("分隔符", "delimiter", InspectionText.name(delimiter))) }
        if table.kind != "xml" { lines.append(line("表头", "header", header(table))) }
        if let document = table.document { lines += self.document(document) }
        if let ends = table.lineEnds { lines.append(line("换行", "line ends", lineEnds(ends))) }
        lines.append(line("行数", "rows", rows(table)))
        for reason in table.putAside { lines.append(line("将隔离", "put aside", putAside(reason))) }
        if let hasTotal = table.hasTotalLine, hasTotal {
            lines.append(line("合计行", "total", language.text("末行是合计，不作数据", "the last line adds up the others, no row")))
        }
        lines += ColumnTable(table.columns, language: language).lines
        lines += fit(table)
        return lines
    }

    private func encoding(_ table: TableInspection) -> String {
        let by =
            switch table.encodingFoundBy {
            case "mark": language.text("（字节序标记）", " (byte order mark)")
            case "declaration": language.text("（声明）", " (declared)")
            case "trial": language.text("（试读得出）", " (found by trial)")
            case "nothing": language.text("（默认）", " (by default)")
            default: ""
            }
        guard table.undecodableRows > 0 else { return table.encoding + by }
        return table.encoding + by
            + language.text("，\(table.undecodableRows) 行不能解码", ", \(table.undecodableRows) rows do not decode")
    }

    private static func name(_ delimiter: String) -> String {
        delimiter == "\t" ? "tab" : delimiter
    }

    private func header(_ table: TableInspection) -> String {
        guard table.headerLine > 0 else { return language.text("没有找到列名", "no headings found") }
        let place = language.text("第 \(table.headerLine) 行", "line \(table.headerLine)")
        guard table.titleLines > 0 else { return place }
        return place + language.text("，其上 \(table.titleLines) 行标题", ", \(table.titleLines) lines of title above")
    }

    private func lineEnds(_ ends: TableInspection.LineEnds) -> String {
        let kinds = [("CRLF", ends.crlf), ("LF", ends.lf), ("CR", ends.cr)].filter { $0.1 > 0 }
        let text = kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return kinds.count > 1 ? text + language.text("（混用）", " (mixed)") : text
    }

    private func rows(_ table: TableInspection) -> String {
        guard table.isSampled else { return "\(table.rows)" }
        return language.text(
            "看了 \(table.rows) 行（抽样；--full 读全部）", "\(table.rows) looked at (a sample; --full reads all)")
    }

    private func putAside(_ reason: TableInspection.PutAside) -> String {
        let lines = reason.lines.map(String.init).joined(separator: ", ")
        return language.text(
            "\(reason.code) \(reason.count) 行：第 \(lines) 行", "\(reason.code) \(reason.count): line \(lines)")
            + (reason.count > reason.lines.count ? " …" : "")
    }

    private func document(_ document: TableInspection.Document) -> [String] {
        var lines = document.records.enumerated().map { index, record in
            let title = index == 0 ? line("记录", "record", record.path) : line("或", "or", record.path)
            let attributes = record.attributes.map { "@\($0)" }.joined(separator: " ")
            return title + "  × \(record.count)" + (attributes.isEmpty ? "" : "  \(attributes)")
        }
        if !document.prefixes.isEmpty || !document.namespaces.isEmpty {
            let names = document.prefixes.map { "\($0):" } + document.namespaces
            lines.append(line("命名空间", "namespace", names.joined(separator: " ")))
        }
        return lines
    }

    private func fit(_ table: TableInspection) -> [String] {
        guard let fit = table.fit, let block = table.block else {
            return [line("最符合", "fits", language.text("没有相近的数据源", "no source comes near"))]
        }
        let others = fit.others.map { "\($0.source) \($0.score)%" }.joined(separator: ", ")
        var lines = [
            line("最符合", "fits", "\(fit.source) \(fit.title) \(fit.score)%" + (others.isEmpty ? "" : "  (\(others))"))
        ]
        for field in fit.fields where field.column == nil { lines.append(missing(field)) }
        return lines + ["", language.text("# 粘贴到流程文件的 sources: 之下", "# to be pasted under sources:"), block]
    }

    private func missing(_ field: FitReport.Field) -> String {
        let need = field.isRequired ? language.text("（必需）", " (required)") : ""
        let candidates = field.candidates.map { "\($0.column) \($0.heading)" }.joined(separator: ", ")
        return line("缺", "missing", field.field + need)
            + (candidates.isEmpty ? "" : language.text("  可能是：", "  perhaps: ") + candidates)
    }
}

/// The columns of an inspected table, a line each.
struct ColumnTable {
    private let columns: [ColumnInspection]
    private let language: Language

    init(_ columns: [ColumnInspection], language: Language) {
        (self.columns, self.language) = (columns, language)
    }

    /// A heading and one line a column.
    var lines: [String] {
        let width = min(40, columns.map { name($0).terminalWidth }.max() ?? 0) + 2
        let title =
            "      " + language.text("列名", "heading").padded(to: width)
            + language.text("类型", "type").padded(to: 12) + language.text("空", "empty").padded(to: 8)
            + language.text("合用", "valid").padded(to: 7) + language.text("不同", "distinct").padded(to: 10)
            + language.text("样例", "sample")
        return [title] + columns.map { line($0, width: width) }
    }

    private func name(_ column: ColumnInspection) -> String { column.path ?? column.heading }

    private func line(_ column: ColumnInspection, width: Int) -> String {
        let number = String(column.column)
        let share = "\(column.emptyPermille / 10).\(column.emptyPermille % 10)%"
        return "  " + String(repeating: " ", count: max(0, 3 - number.count)) + number + " "
            + name(column).padded(to: width) + column.type.name(in: language).padded(to: 12) + share.padded(to: 8)
            + "\(column.valid)%".padded(to: 7) + "\(column.distinct)".padded(to: 10) + detail(column)
    }

    private func detail(_ column: ColumnInspection) -> String {
        if let codes = column.codes {
            return codes.map { "\($0.value) \($0.count)" }.joined(separator: language.text("、", ", "))
        }
        guard let ids = column.ids, ids.count > 1 else { return column.sample }
        let counts = ids.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(column.sample)  (\(counts))"
    }
}
