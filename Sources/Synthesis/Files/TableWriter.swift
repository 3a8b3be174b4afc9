import Roster
import Tabular

/// Writes a delimited text table in a dress, with the mess of real ones.
final class TableWriter {
    let dress: Dress
    private(set) var tally: FileTally
    private let file: ExportFile
    private let layout: TableLayout
    private let mess: MessRates
    private var dice: Dice
    private var line: [UInt8] = []
    private var rowsSinceOpenQuote = 0
    private var nextDamage = 0

    /// Opens the file and writes everything above the rows. Throws if the file can't be written.
    init(_ file: ExportFile, _ layout: TableLayout, _ dress: Dress, _ mess: MessRates, seed: UInt64) throws {
        self.file = file
        self.layout = layout
        self.dress = dress
        self.mess = mess
        let salt = file.name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF }
        dice = Dice(seed, layout.columns.count, salt, for: .bad)
        tally = FileTally(name: file.name, source: layout.source.rawValue)
        if dress.hasMark { try file.appendMark() }
        if let title = dress.title { try writeLine([title]) }
        try writeLine(layout.headings(dress.headingChoice))
    }

    /// What stands for an empty field.
    var blank: String { dress.nullMark }

    /// Writes a row.
    func row(_ fields: [String]) throws {
        try writeLine(fields)
        countRow()
        try untidy()
    }

    /// Writes finished bytes of whole rows.
    func rows(_ bytes: [UInt8], count: Int) throws {
        try file.append(bytes)
        tally.rows += count
        rowsSinceOpenQuote += count
    }

    /// The bytes of a text in the file's encoding.
    func bytes(of text: String) -> [UInt8] { file.bytes(of: text) }

    /// The bytes of a field, quoted if it has to be.
    func field(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    /// Counts the row just written as one that is put aside.
    func markLast(_ fault: Fault) {
        tally.add(fault)
    }

    /// Whether it is time for a row that would be evidence if it were not damaged.
    func wantsLure() -> Bool {
        mess.badShare > 0 && dice.chance(mess.badShare)
    }

    /// Writes a row with something wrong with it; kinds take turns. Without `isLinked` its fields are never looked at, so
    /// only the row as a whole is damaged.
    func lure(_ fields: [String], isLinked: Bool) throws {
        let kinds = Damage.allCases.filter { isPossible($0) && (isLinked || $0.family != .keyField) }
        nextDamage += 1
        try damage(fields, kinds[nextDamage % kinds.count])
    }

    /// An identity number as this table has it: now and then not quite as it should be.
    func id(_ text: String) -> String {
        dice.chance(mess.idShare) ? IDScript.untidy(text, &dice) : text
    }

    /// Writes what stands below the rows and closes the file.
    func close() throws -> FileTally {
        if dress.hasTotal {
            var total = Array(repeating: "", count: layout.columns.count)
            total[0] = "合计"
            total[layout.columns.count - 1] = String(tally.rows)
            try writeLine(total)
        }
        try file.close()
        return tally
    }

    private func isPossible(_ damage: Damage) -> Bool {
        switch damage {
        case .openQuote: layout.nameColumn != nil && !layout.hasLongText && rowsSinceOpenQuote > 64
        case .emptyKey, .brokenKey: layout.keyColumn != nil
        default: true
        }
    }

    private func damage(_ fields: [String], _ damage: Damage) throws {
        var spoiled = fields
        switch damage {
        case .cutShort: spoiled.removeLast(2)
        case .fieldTooMany: spoiled.append("备注")
        case .strayDelimiter: spoiled.insert("某某", at: min(3, spoiled.count))
        case .nul: spoiled[spoiled.count - 1] += "\0"
        case .emptyKey: spoiled[layout.keyColumn ?? 0] = ""
        case .brokenKey: spoiled[layout.keyColumn ?? 0] = "不详"
        case .openQuote, .undecodable: break
        }
        try writeLine(spoiled, damage)
        countRow()
        tally.add(damage.family)
        if damage == .openQuote { rowsSinceOpenQuote = 0 }
    }

    private func countRow() {
        tally.rows += 1
        rowsSinceOpenQuote += 1
    }

    private func writeLine(_ fields: [String], _ damage: Damage? = nil) throws {
        line.removeAll(keepingCapacity: true)
        for (column, text) in fields.enumerated() {
            if column > 0 { line.append(dress.delimiter) }
            if damage == .openQuote, column == layout.nameColumn { line.append(UInt8(ascii: "\"")) }
            append(text, to: &line)
            if damage == .undecodable, column == 0 { line.append(contentsOf: [0xFF, 0xFF]) }
        }
        let isLone = mess.untidyShare > 0 && dice.chance(mess.untidyShare) && damage == nil && tally.rows > 0
        line.append(contentsOf: isLone ? [0x0D] : dress.lineEnd)
        try file.append(line)
    }

    /// Now and then a blank line.
    private func untidy() throws {
        guard mess.untidyShare > 0, dice.chance(mess.untidyShare) else { return }
        try file.append(dress.lineEnd)
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        var isPlain = true
        var needsQuotes = false
        for byte in text.utf8 {
            if byte >= 0x80 { isPlain = false }
            if byte == dress.delimiter || byte == 0x0A || byte == 0x0D || (byte == 0x22 && text.utf8.first != 0x3D) {
                needsQuotes = true
            }
        }
        let written = needsQuotes ? quoted(text) : text
        if isPlain || file.encoding == .utf8 {
            bytes.append(contentsOf: written.utf8)
        } else {
            bytes.append(contentsOf: file.bytes(of: written))
        }
    }

    private func quoted(_ text: String) -> String {
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + pieces.joined(separator: "\"\"") + "\""
    }
}
