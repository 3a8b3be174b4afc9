import Foundation
import Tabular

/// The exports of a small month with nothing wrong in them, to be spoiled: six required sources and two optional ones,
/// thirty people. All of them are made up.
struct CleanMonth {
    /// Rows by file, the header first; written as UTF-8 with LF.
    var tables: [String: [[String]]]
    /// Files written as they are.
    var raw: [String: [UInt8]] = [:]

    static let roster = "登记失业人员名册_202610.csv"
    static let insurance = "社会保险缴费明细_202610.csv"
    static let pension = "养老待遇领取名册_202610.csv"
    static let business = "市场主体登记名册_202610.csv"
    static let death = "死亡人口名册_202610.csv"
    static let status = "其他状态名册_202610.csv"
    static let households = "户籍家庭名册_202610.xml"

    /// Everything that names somebody: numbers, names, telephones.
    static let planted: [String] = (0..<30).flatMap { [id($0), name($0), phone($0)] }

    /// A number that checks out, of a placeholder county.
    static func id(_ person: Int) -> String {
        let digits = "440203" + "19800\(1 + person % 9)\(10 + person % 18)" + "\(100 + person)"
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return digits + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
    }

    /// Names with characters that occur nowhere else in the exports or in the program's words.
    static func name(_ person: Int) -> String {
        let given = ["骉", "犇", "淼", "焱", "垚", "鑫"]
        return ["逄", "亓", "郤", "璩", "濮"][person % 5] + given[person / 5]
    }

    /// The sex that the number tells.
    static func sex(_ person: Int) -> String { person % 2 == 1 ? "男" : "女" }

    static func phone(_ person: Int) -> String { "1390751\(1000 + person * 37)" }

    init() {
        let people = Array(0..<30)
        let rosterHeader =
            "登记编号,姓名,证件类型,证件号码,性别,出生日期,民族,文化程度,户籍性质,户籍地区划代码,常住地区划代码,登记机构代码,"
            + "登记机构名称,登记渠道,申请时间,登记日期,失业日期,失业原因,有效期至,联系电话,困难人员类别,困难认定日期,培训意愿,创业意愿,"
            + "上次联系日期"
        tables = [
            Self.roster: [Self.cells(rosterHeader)]
                + people.map { person in
                    let id = Self.id(person)
                    let (year, month, day) = (
                        id.dropFirst(6).prefix(4), id.dropFirst(10).prefix(2), id.dropFirst(12).prefix(2)
                    )
                    return [
                        "4402000000\(1000 + person)", Self.name(person), "居民身份证", id,
                        Self.sex(person),
                        "\(year)-\(month)-\(day)",
                    ]
                        + Self.cells("汉族,高中,城镇,440203,440203,440203001,青石街道,01,2026-06-01,2026-06-02,2026-05-20,合同期满")
                        + ["2027-06-01", Self.phone(person), "", "", "是", "否", "2026-09-15"]
                },
            Self.insurance: [
                Self.cells(
                    "个人编号,证件号码,姓名,险种类型,参保身份,单位编号,统一社会信用代码,单位名称,费款所属期,缴费类型,缴费基数,缴费状态,到账日期,参保地区划代码")
            ]
                + people.map { person in
                    ["9\(100 + person)", Self.id(person), Self.name(person)]
                        + Self.cells("110,1,4402010001,,青石环保工程公司,202610,10,5000.00,1,2026-10-15,440203")
                },
            Self.pension: [Self.cells("证件号码,姓名,待遇类别,待遇开始年月,发放状态,终止原因,发放地区划代码")]
                + people.map { [Self.id($0), Self.name($0)] + Self.cells("1,202601,1,,440203") },
            Self.business: [Self.cells("统一社会信用代码,主体名称,主体类型,法定代表人或经营者,证件号码,成立日期,登记状态,状态日期,登记机关区划代码,行业门类,从业人数")]
                + people.map { person in
                    ["", "青石小店", "个体工商户", Self.name(person), Self.id(person)]
                        + Self.cells("2020-05-01,存续,,440203,H,1")
                },
            Self.death: [Self.cells("证件号码,姓名,死亡日期,信息来源")]
                + people.prefix(20).map { [Self.id($0), Self.name($0)] + Self.cells("2026-09-10,公安") },
            Self.status: [Self.cells("证件号码,姓名,状态,起始日期,终止日期,来源")]
                + people.prefix(20).map { [Self.id($0), Self.name($0)] + Self.cells("入学,2026-09-01,,教育") },
        ]
        raw[Self.households] = Array(Self.document.utf8)
    }

    private static var document: String {
        let members = (0..<5).map { person in
            "<成员>\n<姓名>\(name(person))</姓名><证件号码>\(id(person))</证件号码><与户主关系>本人</与户主关系><性别>\(sex(person))</性别>\n</成员>"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<户籍家庭名册 统计月份=\"202610\">\n"
            + "<户 户号=\"1\" 户类别=\"家庭户\" 城乡=\"城镇\" 区划=\"440203001\">\n" + members.joined(separator: "\n")
            + "\n</户>\n</户籍家庭名册>\n"
    }

    private static func cells(_ line: String) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Bytes as a gzip file.
    static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var writer = GzipWriter(level: 6)
        writer.compress(bytes, into: &output)
        writer.finish(into: &output)
        return output
    }

    /// A table's bytes.
    func bytes(_ name: String) -> [UInt8] {
        Array((tables[name] ?? []).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    }

    /// Replaces a table by bytes of another name.
    mutating func replace(_ name: String, by bytes: [UInt8], named other: String? = nil) {
        tables[name] = nil
        raw[other ?? name] = bytes
    }

    /// Puts a value into a cell; rows count from 1 below the header, columns from 1.
    mutating func set(_ table: String, row: Int, column: Int, to value: String) {
        tables[table]?[row][column - 1] = value
    }

    /// Puts a value into every cell of a column.
    mutating func fill(_ table: String, column: Int, with value: String) {
        for row in (tables[table] ?? []).indices.dropFirst() { set(table, row: row, column: column, to: value) }
    }

    /// Writes all files.
    func write(to folder: String) throws {
        for name in tables.keys { try Files.write(bytes(name), to: "\(folder)/\(name)") }
        for (name, bytes) in raw { try Files.write(bytes, to: "\(folder)/\(name)") }
    }
}
