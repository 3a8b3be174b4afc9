import Foundation

/// Two lists of made-up people, some of whom stand in both, with the slips that lists have.
struct MadeUpLists {
    /// Columns of both lists.
    static let header = ["编号", "姓名", "证件号码", "性别", "出生日期", "联系电话", "地区代码"]

    private(set) var left: [[String]] = []
    private(set) var right: [[String]] = []
    /// Row numbers of the pairs that are one person's, from 1.
    private(set) var truth: Set<[Int]> = []
    private var state: UInt64

    private static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张")
    private static let givenNames = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红鹏飞鑫波斌宇浩凯")

    /// `shared` people in both lists and as many more in each as are missing to `count`.
    init(count: Int, shared: Int, seed: UInt64) {
        state = seed
        for number in 1...count { left.append(person(number)) }
        for number in 1...count {
            guard number <= shared else {
                right.append(person(number))
                continue
            }
            truth.insert([number, number])
            var same = left[number - 1]
            same[0] = "R\(number)"
            spoil(&same, kind: number % 8)
            right.append(same)
        }
    }

    private mutating func spoil(_ person: inout [String], kind: Int) {
        switch kind {
        case 1: person[2] = String(person[2].prefix(6)) + "********" + person[2].suffix(4)
        case 2: person[2] = ""
        case 3: person[2] = String(person[2].prefix(10)) + "9" + person[2].dropFirst(11)
        case 4: (person[1], person[5]) = (person[1] + "　", "")
        default: break
        }
    }

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func person(_ number: Int) -> [String] {
        let date = (1960 + below(45), 1 + below(12), 1 + below(28))
        let region = ["440201", "440296", "440298"][below(3)]
        let birth = String(format: "%04d%02d%02d", date.0, date.1, date.2)
        let order = below(1000)
        let id = MadeUpLists.checked(region + birth + String(format: "%03d", order))
        let name = [0, 1].reduce(String(MadeUpLists.surnames[below(MadeUpLists.surnames.count)])) { name, _ in
            name + String(MadeUpLists.givenNames[below(MadeUpLists.givenNames.count)])
        }
        let written = String(format: "%04d-%02d-%02d", date.0, date.1, date.2)
        return [
            "L\(number)", name, id, order % 2 == 1 ? "男" : "女", written, "199\(10_000_000 + below(89_999_999))",
            region,
        ]
    }

    private static func checked(_ digits: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }

    /// Leaves of some rows of the right list nothing but name, sex and region.
    mutating func weaken(rows: Range<Int>) {
        for row in rows { (right[row][2], right[row][4], right[row][5]) = ("", "", "") }
    }

    /// A list as CSV.
    static func csv(_ rows: [[String]], header: [String] = header) -> String {
        ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    /// A list as XML.
    static func xml(_ rows: [[String]]) -> String {
        let records = rows.map { row in
            "<人员>" + zip(header, row).map { "<\($0)>\($1)</\($0)>" }.joined() + "</人员>"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<名单>\(records.joined(separator: "\n"))</名单>\n"
    }
}
