import Roster

// The bulk of the insurance export: millions of rows of people who are not registered. No text is made a row: names,
// employers and dates stand ready in the file's encoding, and a row is a chain of copies into one block of bytes.

/// Writes the contributions of strangers, person after person.
struct InsuredStrangers {
    private let world: World
    private let month: Month
    private let delimiter: UInt8
    private let idShare: Double
    private let names: PieceTable
    private let firms: PieceTable
    /// Periods three months back to one ahead.
    private let periods: PieceTable
    /// The 28 days on which money may arrive.
    private let days: PieceTable
    private let regions: PieceTable
    private var next = 0
    private var block: [UInt8] = []
    private var head: [UInt8] = []

    init(_ setting: ExportSetting, _ table: TableWriter, firmCount: Int) {
        let world = setting.world
        let month = setting.month
        self.world = world
        self.month = month
        delimiter = table.dress.delimiter
        idShare = setting.mess.idShare
        names = PieceTable(4096) { table.field(world.name(Ordinals.insured + $0)) }
        firms = PieceTable(firmCount) { table.joined(Firms.employer($0)) }
        periods = PieceTable(5) { table.field(table.dress.text(month.adding($0 - 3))) }
        days = PieceTable(28) { table.field(table.dress.text(month.firstDay.adding(days: $0))) }
        regions = PieceTable(Places.counties.count) {
            table.field(String(Places.counties[$0].code)) + table.dress.lineEnd
        }
        block.reserveCapacity(1 << 20)
    }

    /// Writes strangers' rows until the table has this many rows.
    mutating func fill(_ table: TableWriter, upTo target: Int) throws {
        var missing = target - table.tally.rows
        while missing > 0 {
            var count = 0
            while count < missing, block.count < 1 << 19 { count += addPerson(atMost: missing - count) }
            try table.rows(block, count: count)
            block.removeAll(keepingCapacity: true)
            missing -= count
        }
    }

    /// One stranger's rows; how many they are.
    private mutating func addPerson(atMost limit: Int) -> Int {
        var dice = Dice(world.seed, next, Int(month.index), for: .stranger)
        let ordinal = Ordinals.insured + next
        next += 1
        startHead(ordinal, &dice)
        let cover = Cover.all[dice.below(Cover.all.count)]
        let count = min(limit, cover.schemes.count)
        let firm = dice.below(firms.count)
        for scheme in cover.schemes.prefix(count) { addRow(scheme, cover, firm, dice.next()) }
        return count
    }

    /// What all rows of a person begin with.
    private mutating func startHead(_ ordinal: Int, _ dice: inout Dice) {
        head.removeAll(keepingCapacity: true)
        head.appendDecimal(44_000_000_000 + ordinal)
        head.append(delimiter)
        let identity = world.identity(ordinal)
        if dice.chance(idShare) {
            head.append(contentsOf: untidyID(identity, &dice))
        } else {
            head.append(contentsOf: identity.digits)
        }
        head.append(delimiter)
        names.append(ordinal &* 7919 % names.count, to: &head)
        head.append(delimiter)
    }

    private func untidyID(_ identity: MadeUpIdentity, _ dice: inout Dice) -> [UInt8] {
        switch dice.below(4) {
        case 0: Array(("'" + identity.text).utf8)
        case 1: Array(identity.withWrongCheck.utf8)
        case 2: Array(identity.scientific.utf8)
        default: identity.digits + [0x20]
        }
    }

    private mutating func addRow(_ scheme: Int, _ cover: Cover, _ firm: Int, _ luck: UInt64) {
        block.append(contentsOf: head)
        block.appendDecimal(scheme)
        block.append(delimiter)
        block.append(cover.payer)
        block.append(delimiter)
        if cover.payer == UInt8(ascii: "1") {
            firms.append(firm, to: &block)
        } else {
            for _ in 0..<2 { block.append(delimiter) }
        }
        block.append(delimiter)
        finishRow(luck)
    }

    /// Period, kind of payment, base, state, day of arrival, region.
    private mutating func finishRow(_ luck: UInt64) {
        let share = Int(luck & 0xFF)
        periods.append(share < 238 ? 3 : share % 5, to: &block)
        block.append(delimiter)
        let payment = Int(luck >> 8 & 0xFF)
        block.append(payment < 246 ? UInt8(ascii: "1") : payment < 253 ? UInt8(ascii: "2") : UInt8(ascii: "3"))
        block.append(UInt8(ascii: "0"))
        block.append(delimiter)
        block.appendDecimal(2000 + Int(luck >> 16 & 0x3FFF))
        block.append(contentsOf: [0x2E, 0x30, 0x30, delimiter])
        let state = Int(luck >> 32 & 0xFF)
        block.append(state < 248 ? UInt8(ascii: "1") : state < 253 ? UInt8(ascii: "0") : UInt8(ascii: "2"))
        block.append(delimiter)
        if state < 248 { days.append(Int(luck >> 40 & 0xFF) % 28, to: &block) }
        block.append(delimiter)
        regions.append(Int(luck >> 48 & 0xFF) % regions.count, to: &block)
    }
}

/// How a stranger is insured.
private struct Cover {
    let schemes: [Int]
    /// The code of 参保身份 as a character.
    let payer: UInt8

    /// Twenty entries in the proportions of a city.
    static let all: [Cover] =
        Array(repeating: Cover(schemes: [110, 210, 310, 410, 510], payer: UInt8(ascii: "1")), count: 10)
        + [Cover(schemes: [120, 210, 310, 410], payer: UInt8(ascii: "1"))]
        + Array(repeating: Cover(schemes: [110, 310], payer: UInt8(ascii: "2")), count: 3)
        + Array(repeating: Cover(schemes: [170, 390], payer: UInt8(ascii: "3")), count: 6)
}

extension TableWriter {
    /// Unit number, credit code and name of a firm as three fields.
    fileprivate func joined(_ firm: Firm) -> [UInt8] {
        field(firm.unitNumber) + [dress.delimiter] + field(firm.creditCode) + [dress.delimiter] + field(firm.name)
    }
}
