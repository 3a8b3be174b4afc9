import Roster

/// Identity numbers that check out but belong to nobody.
///
/// The first six digits are codes ending in 01 that stand for a prefecture's districts as a whole (市辖区), which no
/// number is ever given under. A number is made from an ordinal by a bijection, so two ordinals never meet.
struct IdentityNumbers: Sendable {
    /// People of working age in the years the generator covers.
    static let workers = IdentityNumbers(born: (1962, 2008), multiplier: 10_132_679_153)
    /// People born before them.
    static let elders = IdentityNumbers(born: (1936, 1961), multiplier: 9_973_021_957)

    private let firstDay: Day
    private let dayCount: Int
    private let multiplier: Int

    /// How many numbers there are.
    var count: Int { Self.slots.count * dayCount * Self.sequencesPerSlot }

    private init(born years: (Int, Int), multiplier: Int) {
        firstDay = Month(index: Int32(years.0 * 12)).firstDay
        dayCount = Int(Month(index: Int32(years.1 * 12 + 11)).lastDay.number - firstDay.number) + 1
        self.multiplier = multiplier
    }

    /// The number of an ordinal, which is below `count`.
    func number(_ ordinal: Int) -> MadeUpIdentity {
        var rest = (ordinal * multiplier + 7919) % count
        let slot = Self.slots[rest % Self.slots.count]
        rest /= Self.slots.count
        let day = firstDay.adding(days: rest % dayCount)
        return MadeUpIdentity(region: slot.region, birthDate: day, sequence: slot.base + rest / dayCount)
    }

    private static let sequencesPerSlot = 199

    /// 64 pairs of a region and a block of sequence numbers; sequences stop at 994, below those of centenarians.
    private static let slots: [(region: Int, base: Int)] = {
        let near = [440201, 440501, 441801, 441301, 440601]
        let far = [
            440301, 440401, 440701, 440801, 440901, 441201, 441401, 441501, 441601, 441701, 445101, 445201, 445301,
            430101, 430201, 430301, 430401, 430501, 430601, 430701, 431001, 431101, 360101, 360201, 360701, 360801,
            450101, 450201, 450301, 350101, 350201, 420101, 420501, 510101, 520101, 410101, 340101, 330101, 320101,
        ]
        return near.flatMap { region in (0..<5).map { (region, $0 * sequencesPerSlot) } } + far.map { ($0, 0) }
    }()
}

/// One made-up identity: the number and what can be read from it.
struct MadeUpIdentity: Sendable {
    let birthDate: Day
    /// 18 ASCII characters.
    let digits: [UInt8]

    init(region: Int, birthDate: Day, sequence: Int) {
        self.birthDate = birthDate
        let date = birthDate.components
        var bytes: [UInt8] = []
        bytes.reserveCapacity(18)
        bytes.appendDecimal(region, width: 6)
        bytes.appendDecimal(date.year, width: 4)
        bytes.appendDecimal(date.month, width: 2)
        bytes.appendDecimal(date.day, width: 2)
        bytes.appendDecimal(sequence, width: 3)
        bytes.append(IDNumber.checkCharacter(of: bytes[...]))
        digits = bytes
    }

    var text: String { String(decoding: digits, as: UTF8.self) }
    var isMale: Bool { digits[16] % 2 == 1 }
    var isBornBefore2000: Bool { digits[6] == UInt8(ascii: "1") }

    /// The number as it was before 1999: two-digit year, no check character.
    var oldText: String { String(decoding: digits[0..<6] + digits[8..<17], as: UTF8.self) }

    /// The number with its check character replaced by a wrong one.
    var withWrongCheck: String {
        let wrong: UInt8 = digits[17] == UInt8(ascii: "X") ? UInt8(ascii: "3") : (digits[17] - 0x30 + 5) % 10 + 0x30
        return String(decoding: digits[0..<17] + [wrong], as: UTF8.self)
    }

    /// The number with the birth date hidden.
    var masked: String { String(decoding: digits[0..<4], as: UTF8.self) + "**********" + tail }

    /// The number as a spreadsheet shows it once it took it for a number: most digits are lost.
    var scientific: String {
        let head = String(decoding: digits[1..<6], as: UTF8.self)
        return String(decoding: digits[0..<1], as: UTF8.self) + "." + head + "E+17"
    }

    private var tail: String { String(decoding: digits[14..<18], as: UTF8.self) }
}
