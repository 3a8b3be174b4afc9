import Foundation
import Tabular

/// A workbook as text: every sheet with a known header, its cells joined by tabs. Zip bytes depend on library versions;
/// cells do not.
enum WorkbookText {
    static func of(_ path: String) throws -> String {
        guard let source = try InputFile.tables(at: path).first else { return "" }
        let options = SheetOptions(headings: [
            "登记编号", "姓名", "文件", "行号", "证件号码", "原因代码", "原始内容", "等级", "概率", "权重", "配对码",
        ])
        var lines: [String] = []
        for table in try WorkbookReader(source).tables(options) {
            lines.append("# \(table.sheet)")
            lines.append(table.header.joined(separator: "\t"))
            while let batch = try table.nextBatch() {
                for row in batch.rows { lines.append(batch.values(of: row).map(flat).joined(separator: "\t")) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func flat(_ cell: String) -> String {
        cell.replacing("\t", with: " ").replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing(
            "\r", with: "⏎")
    }
}
