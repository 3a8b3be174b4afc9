import Matching
import Roster
import Testing

/// Tables, people and rows that the tests of matching share.
enum Samples {
    static let names = NameComparison(
        tables: NameTables(
            privateUse: ["\u{E863}": "\u{4DAE}"],
            variants: ["呂": "吕", "黃": "黄", "戶": "户", "吳": "吴", "峯": "峰", "羣": "群", "溫": "温", "晉": "晋"],
            surnames: [
                .init("萧", "肖"), .init("傅", "付"), .init("阎", "闫"), .init("戴", "代"), .init("蓝", "兰"), .init("詹", "占"),
            ]))

    static let month = Month(index: 2026 * 12 + 9)

    static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    static func id(_ text: String) throws -> IDNumber { try #require(IDNumber(checking: text)) }

    /// A resident number with this sequence, valid by construction.
    static func id(sequence: Int) throws -> IDNumber {
        let digits = Array("44020119900101\(String(1000 + sequence).suffix(3))".utf8)
        return try id(String(decoding: digits + [IDNumber.checkCharacter(of: digits[...])], as: UTF8.self))
    }
}
