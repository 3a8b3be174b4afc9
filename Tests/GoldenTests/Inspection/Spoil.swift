import Foundation
import Tabular

/// One way to spoil a month, and what a check has to say of it.
struct Spoil: Sendable, CustomStringConvertible {
    let title: String
    let code: String
    var severity = "warning"
    var status: Int32 = 0
    var file = ""
    var line: Int?
    var column: Int?
    /// Something in the message or in the advice.
    var says = ""
    let spoil: @Sendable (inout CleanMonth) throws -> Void

    var description: String { title }

    private typealias Month = CleanMonth

    /// Damage that keeps a file from being read, or the month from being run.
    static let refused: [Spoil] = [
        Spoil(title: "a required source without a file", code: "E205", severity: "error", status: 66, says: "死亡人口名册") {
            $0.tables[Month.death] = nil
        },
        Spoil(
            title: "a gzip file cut short", code: "E3", severity: "error", status: 65, file: Month.insurance + ".gz",
            says: "cut short"
        ) {
            let whole = CleanMonth.gzipped($0.bytes(Month.insurance))
            $0.replace(Month.insurance, by: Array(whole.dropLast(whole.count / 2)), named: Month.insurance + ".gz")
        },
        Spoil(
            title: "no gzip file at all", code: "E3", severity: "error", status: 65, file: Month.insurance + ".gz",
            says: "no gzip file"
        ) {
            $0.replace(Month.insurance, by: $0.bytes(Month.insurance), named: Month.insurance + ".gz")
        },
        Spoil(
            title: "no zip archive", code: "E3", severity: "error", status: 65, file: "死亡人口名册_202610.zip",
            says: "no zip directory"
        ) {
            $0.replace(Month.death, by: Array("nothing".utf8), named: "死亡人口名册_202610.zip")
        },
        Spoil(
            title: "an empty file", code: "E3", severity: "error", status: 65, file: Month.pension,
            says: "no header in the first"
        ) {
            $0.replace(Month.pension, by: [])
        },
        Spoil(
            title: "a required column under another heading", code: "E210", severity: "error", status: 65,
            file: Month.insurance, line: 1, column: 1, says: "费款属期"
        ) { $0.set(Month.insurance, row: 0, column: 9, to: "费款属期") },
        Spoil(
            title: "two columns for one field", code: "E211", severity: "error", status: 65, file: Month.pension,
            line: 1,
            column: 2, says: "人员姓名"
        ) { $0.set(Month.pension, row: 0, column: 6, to: "人员姓名") },
        Spoil(
            title: "a document type declaration", code: "E3", severity: "error", status: 65, file: Month.households,
            line: 2, says: "DOCTYPE"
        ) { month in
            let text = String(decoding: month.raw[Month.households] ?? [], as: UTF8.self)
            month.raw[Month.households] = Array(text.replacing("?>\n", with: "?>\n<!DOCTYPE a>\n").utf8)
        },
        Spoil(
            title: "a document that ends too early", code: "E3", severity: "error", status: 65, file: Month.households,
            says: "cut short"
        ) {
            $0.raw[Month.households]?.removeLast(30)
        },
        Spoil(
            title: "the file of another month", code: "E206", severity: "error", status: 65, file: Month.insurance,
            says: "2025-09"
        ) { $0.fill(Month.insurance, column: 9, with: "202509") },
        Spoil(
            title: "too many rows put aside", code: "E206", severity: "error", status: 65, file: Month.roster,
            says: "quarantine"
        ) { month in
            for row in 1...4 { month.tables[Month.roster]?[row].append("多") }
        },
        Spoil(
            title: "the same file twice", code: "E206", severity: "error", status: 65,
            file: "登记失业人员名册_202610_part2.csv", says: "repeated_file"
        ) { $0.raw["登记失业人员名册_202610_part2.csv"] = $0.bytes(Month.roster) },
        Spoil(
            title: "a table without rows", code: "E206", severity: "error", status: 65, file: Month.death, says: "rows"
        ) {
            $0.tables[Month.death]?.removeLast(20)
        },
    ]

    /// What a run would get over, and say.
    static let told: [Spoil] = [
        Spoil(title: "a file that no source claims", code: "E208", file: "死亡人口名册_202610.ods", says: "death") {
            $0.raw["死亡人口名册_202610.ods"] = [0]
        },
        Spoil(title: "a file name with a slip", code: "E208", file: "养老待遇领取明册_202610.csv", says: "pension") {
            $0.raw["养老待遇领取明册_202610.csv"] = [0]
        },
        Spoil(title: "a file of nobody", code: "E208", severity: "note", file: "readme.md") {
            $0.raw["readme.md"] = [0]
        },
        Spoil(
            title: "an optional column under another heading", code: "E212", file: Month.roster, line: 1, column: 20,
            says: "联络电话"
        ) { $0.set(Month.roster, row: 0, column: 20, to: "联络电话") },
        Spoil(
            title: "a column that nobody uses", code: "E213", severity: "note", file: Month.status, line: 1, column: 7
        ) { month in
            for row in month.tables[Month.status]?.indices ?? 0..<0 {
                month.tables[Month.status]?[row].append(row == 0 ? "填表说明" : "")
            }
        },
        Spoil(
            title: "a date column that holds no dates", code: "E432", file: Month.death, line: 2, column: 3,
            says: "hardly any value"
        ) { $0.fill(Month.death, column: 3, with: "待补") },
        Spoil(title: "a day that is none", code: "E451", file: Month.roster, line: 8, column: 25) {
            $0.set(Month.roster, row: 7, column: 25, to: "2026-02-30")
        },
        Spoil(title: "a key field without value", code: "E431", file: Month.roster, line: 10, column: 16) {
            $0.set(Month.roster, row: 9, column: 16, to: "")
        },
        Spoil(
            title: "a value outside of the code list", code: "E452", file: Month.insurance, line: 4, column: 4,
            says: "\"111\" of 险种类型 is not in the code list (3 times)"
        ) { month in
            for row in 3...5 { month.set(Month.insurance, row: row, column: 4, to: "111") }
        },
        Spoil(title: "a row with a field too many", code: "E411", file: Month.business, line: 13) {
            $0.tables[Month.business]?[12].append("多")
        },
        Spoil(title: "bytes that do not decode", code: "E421", file: Month.death, line: 21) { month in
            var bytes = month.bytes(Month.death)
            bytes.insert(contentsOf: [0xff, 0xff], at: bytes.count - 10)
            month.replace(Month.death, by: bytes)
        },
        Spoil(title: "a quote that is not closed", code: "E413", file: Month.status, line: 6) {
            $0.set(Month.status, row: 5, column: 3, to: "\"入学")
        },
        Spoil(title: "a NUL", code: "E412", file: Month.pension, line: 3) {
            $0.set(Month.pension, row: 2, column: 7, to: "44\u{0}203")
        },
        Spoil(title: "a number that lost its digits", code: "E454", file: Month.insurance, line: 9, column: 2) {
            $0.set(Month.insurance, row: 8, column: 2, to: "4.40203E+17")
        },
        Spoil(
            title: "too few usable numbers", code: "E206", file: Month.roster, says: "valid_ids"
        ) { month in
            for row in 1...6 { month.set(Month.roster, row: row, column: 4, to: "44020319800110100\(row)") }
        },
    ]
}
