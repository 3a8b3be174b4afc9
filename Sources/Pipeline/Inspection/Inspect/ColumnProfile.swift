import Normalization
import Roster

/// What the values of one column are like.
struct ColumnProfile {
    /// Values that are there, and cells that are empty or hold a mark for nothing.
    private(set) var filled = 0
    private(set) var empty = 0
    /// Values whose shape was looked at: all of the first, then some.
    private(set) var shaped = 0
    private(set) var shapes: [ValueShape: Int] = [:]
    /// How often each of a few different values occurs; empty if there are too many.
    private(set) var counts: [String: Int] = [:]
    private(set) var hasManyValues = false
    private(set) var ids = IDTally()
    private var examples: [ValueShape: String] = [:]
    private var hashes: Set<Int> = []

    /// What identity numbers came to.
    struct IDTally: Equatable {
        var usable = 0
        var masked = 0
        var precisionLost = 0
        var faulty = 0
        var other = 0
    }

    private static let mostCounted = 60
    private static let mostHashed = 100_000
    private static let allShaped = 20_000
    private static let shapeStep = 64

    /// Takes in a cell.
    mutating func take(_ cell: String, _ reader: ShapeReader) {
        guard let value = reader.value(of: cell) else {
            empty += 1
            return
        }
        filled += 1
        count(value)
        guard shaped < ColumnProfile.allShaped || filled % ColumnProfile.shapeStep == 0 else { return }
        shaped += 1
        let found = reader.shapes(of: value)
        for shape in found {
            shapes[shape, default: 0] += 1
            if examples[shape] == nil { examples[shape] = value }
        }
        note(reader.idReading(value))
    }

    /// Different values seen; `isLeast` if there may be more.
    var distinct: (count: Int, isLeast: Bool) { (hashes.count, hashes.count >= ColumnProfile.mostHashed) }

    /// Share of the values looked at that have a shape, in percent.
    func percent(_ shape: ValueShape) -> Int {
        shaped == 0 ? 0 : shapes[shape, default: 0] * 100 / shaped
    }

    /// The first value of a shape.
    func example(of shape: ValueShape) -> String? { examples[shape] }

    private mutating func count(_ value: String) {
        if hashes.count < ColumnProfile.mostHashed { hashes.insert(value.hashValue) }
        guard !hasManyValues else { return }
        counts[value, default: 0] += 1
        if counts.count > ColumnProfile.mostCounted { (hasManyValues, counts) = (true, [:]) }
    }

    private mutating func note(_ reading: IDReading) {
        switch reading {
        case .usable: ids.usable += 1
        case .masked: ids.masked += 1
        case .precisionLost: ids.precisionLost += 1
        case .faulty: ids.faulty += 1
        case .missing, .otherPaper: ids.other += 1
        }
    }
}
