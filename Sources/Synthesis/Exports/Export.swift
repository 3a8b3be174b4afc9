import Roster

/// Writes one source of one month, person by person.
protocol Export: AnyObject {
    /// Writes what the source knows of a registered person, and some strangers.
    func add(_ view: PersonView) throws
    /// Writes what remains, closes the files and tells what is in them.
    func close() throws -> [FileTally]
}

/// What all exports of a month share.
struct ExportSetting {
    let plan: SynthesisPlan
    let world: World
    let month: Month
    let folder: String
    let wardrobe: Wardrobe
    let mess: MessRates
    /// Registered people written this month.
    let peopleCount: Int

    init(_ plan: SynthesisPlan, _ world: World, _ month: Month, folder: String, peopleCount: Int) {
        self.plan = plan
        self.world = world
        self.month = month
        self.folder = folder
        self.peopleCount = peopleCount
        wardrobe = Wardrobe(plan, month: month)
        mess = MessRates(plan)
    }

    /// Opens a table of a source; `part` stands behind the month in the file's name.
    func table(_ layout: TableLayout, part: String = "", isGzipped: Bool = false) throws -> TableWriter {
        let dress = wardrobe.dress(layout.source, month: month)
        let ending = dress.fileExtension + (isGzipped ? ".gz" : "")
        let name = "\(layout.source.fileStem)_\(month.compact)\(part).\(ending)"
        let file = try ExportFile(name, in: folder, encoding: dress.encoding, isGzipped: isGzipped)
        return try TableWriter(file, layout, dress, mess, seed: world.seed &+ UInt64(month.index))
    }

    /// Dice for one stranger of a source.
    func stranger(_ ordinal: Int, _ source: SourceKind) -> Dice {
        let salt = SourceKind.allCases.firstIndex(of: source) ?? 0
        return Dice(world.seed, ordinal, Int(month.index) * 32 + salt, for: .stranger)
    }
}

/// Spreads a number of strangers evenly among the registered people.
struct Quota {
    private let total: Int
    private let people: Int
    private var seen = 0
    private var given = 0

    init(total: Int, among people: Int) {
        self.total = total
        self.people = max(1, people)
    }

    /// The ordinals of the strangers whose turn comes with the next person.
    mutating func next() -> Range<Int> {
        seen += 1
        let due = min(total, total * seen / people)
        defer { given = max(given, due) }
        return given..<max(given, due)
    }
}
