/// Made-up labour dispatch agencies and flexible-account units: contributions through them prove little.
///
/// Fixed for all seeds, so that one list can lie beside a pipeline file.
package enum DispatchUnits {
    /// The list as a CSV table with the columns 统一社会信用代码, 单位编号, 单位名称, 类别; UTF-8, LF.
    package static var csv: String {
        let lines = units.map { "\($0.creditCode),\($0.unitNumber),\($0.name),\($0.category)" }
        return (["统一社会信用代码,单位编号,单位名称,类别"] + lines).joined(separator: "\n") + "\n"
    }

    static let units: [DispatchUnit] = agencies + accounts

    /// Labour dispatch agencies, known by credit code.
    static let agencies: [DispatchUnit] = ["粤北", "韶江", "丹霞", "芙蓉", "曲江河", "浈水", "武水", "风采"].enumerated().map {
        DispatchUnit(
            creditCode: CreditCode.text(kind: "91", region: "440201", ordinal: 900_000 + $0.offset),
            unitNumber: "4402009\(100 + $0.offset)", name: "\($0.element)劳务派遣有限公司（虚构）", category: "劳务派遣")
    }

    /// Accounts through which flexible workers pay; they have no credit code, only a unit number.
    static let accounts: [DispatchUnit] = ["武江", "浈江", "曲江", "乐昌"].enumerated().map {
        DispatchUnit(
            creditCode: "", unitNumber: "4402008\(100 + $0.offset)", name: "\($0.element)灵活就业人员代缴专户（虚构）",
            category: "灵活就业专户")
    }
}

/// A unit on the list.
struct DispatchUnit: Sendable {
    let creditCode: String
    let unitNumber: String
    let name: String
    let category: String
}
