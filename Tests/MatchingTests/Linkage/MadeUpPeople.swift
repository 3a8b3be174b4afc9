import Roster

@testable import Matching

extension SeededNumbers {
    /// One of some values.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// Whether something of this chance, in hundredths, comes to pass.
    mutating func chance(_ hundredths: Int) -> Bool { below(100) < hundredths }

    /// A number from 0 up to 1.
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// A valid ID number: made up, with a right check character.
    mutating func id() -> String {
        let region = pick(["440203", "440204", "440281", "450102", "110101"])
        let birth = String(20_000_000 - below(60) * 10_000 + (1 + below(12)) * 100 + 1 + below(28))
        return MadeUpID.checked(region + birth + String(String(1000 + below(1000)).suffix(3)))
    }

    /// A place of an ID number.
    mutating func place() -> Int { below(18) }
}

/// ID numbers, made up and edited.
enum MadeUpID {
    /// Seventeen digits with their check character.
    static func checked(_ digits: String) -> String {
        digits + String(decoding: [IDNumber.checkCharacter(of: Array(digits.utf8)[...])], as: UTF8.self)
    }

    static func hiding(_ places: some Sequence<Int>, of id: String) -> String {
        var bytes = Array(id.utf8)
        for place in places { bytes[place] = UInt8(ascii: "*") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Another digit in a place.
    static func replacing(_ place: Int, by step: Int, of id: String) -> String {
        var bytes = Array(id.utf8)
        let digit = bytes[place] == UInt8(ascii: "X") ? 10 : Int(bytes[place] - 0x30)
        bytes[place] = 0x30 + UInt8((digit + step) % 10)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A place and the next one swapped.
    static func swapping(_ place: Int, of id: String) -> String {
        var bytes = Array(id.utf8)
        bytes.swapAt(place, place + 1)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Small lists of made-up people in which the rows of one person differ as they do in life.
struct MadeUpPeople {
    private var numbers: SeededNumbers
    private let people: [[String]]

    /// Name, birth date, ID number, sex, region, and two texts.
    static let fields: [LinkageField] = [
        .name(), .birth, .id(covers: [CoveredField(field: 1, part: .birth), CoveredField(field: 3, part: .sex)]),
        .code("sex", [.exact]),
        .code("region", [.exact, .oneDigit, .prefix(4), .prefix(2), .within(500)], usesTermFrequency: true),
        .text("first", [.exact, .inField(6), .beginning, .jaroWinkler(0.9), .jaroWinkler(0.7)]),
        .text("last", [.exact, .inField(5), .edits(2)]),
    ]

    init(seed: UInt64, count: Int) {
        var numbers = SeededNumbers(seed: seed)
        people = (0..<count).map { _ in MadeUpPeople.person(&numbers) }
        self.numbers = numbers
    }

    /// A list of people, some of them twice.
    mutating func list(of count: Int) -> [[String]] {
        (0..<count).map { _ in
            var row = numbers.pick(people)
            for field in row.indices {
                if numbers.chance(12) {
                    row[field] = ""
                } else if numbers.chance(25) {
                    row[field] = changed(row[field], field)
                }
            }
            return row
        }
    }

    private static func person(_ numbers: inout SeededNumbers) -> [String] {
        let id = numbers.id()
        let name = numbers.pick(["王", "汪", "呂", "吕", "黄", "皇"]) + numbers.pick(["伟", "偉", "玮", "明", "铭", "丽莉", "莉"])
        let digits = Array(id)
        return [
            name, String(digits[6..<14]), id, digits[16].wholeNumberValue.map { $0 % 2 == 1 } == true ? "1" : "2",
            numbers.pick(["440203", "440204", "441203", "450102"]),
            numbers.pick(["anna", "maria", "ivan", "li", "wang"]),
            numbers.pick(["smith", "anna", "schmidt", "wang", "meyer"]),
        ]
    }

    private mutating func changed(_ value: String, _ field: Int) -> String {
        switch field {
        case 0: numbers.pick([value + "明", String(value.prefix(1)), "王" + value.dropFirst()])
        case 1: numbers.pick([MadeUpDate.swapped(value), MadeUpDate.turned(value, numbers.below(8)), "19"])
        case 2: changedID(value)
        case 3: numbers.pick(["1", "2"])
        case 4: numbers.pick(["440203", "440230", "440999", "449999", "44", "12345678901234567890"])
        default: numbers.pick([value + "e", String(value.dropFirst()), "an", value + " " + value, "wang", "張"])
        }
    }

    private mutating func changedID(_ id: String) -> String {
        let hidden = (0..<numbers.pick([3, 6, 8, 11, 14])).map { _ in numbers.place() }
        return numbers.pick([
            MadeUpID.hiding(hidden, of: id), MadeUpID.replacing(numbers.place(), by: 1 + numbers.below(9), of: id),
            MadeUpID.swapping(numbers.below(17), of: id), numbers.id(), "H12345678", String(id.prefix(15)),
        ])
    }
}

/// Dates with a slip in them.
private enum MadeUpDate {
    static func swapped(_ date: String) -> String {
        String(date.prefix(4) + date.suffix(2) + date.dropFirst(4).prefix(2))
    }

    static func turned(_ date: String, _ place: Int) -> String {
        String(
            date.enumerated().map {
                $0.offset == place ? Character(String(9 - ($0.element.wholeNumberValue ?? 0))) : $0.element
            })
    }
}
