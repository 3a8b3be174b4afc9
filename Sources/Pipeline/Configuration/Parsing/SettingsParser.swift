/// Reads the sections of plain numbers and switches. What bounds the machine has a default, what touches people none.
struct SettingsParser {
    /// The section `limits`.
    func limits(_ cursor: ConfigCursor?) -> IngestLimits {
        var limits = IngestLimits.usual
        _ = cursor?.section("limits") { section in
            let sizes = 1...(1 << 30)
            section.read("recordBytes", into: &limits.recordBytes) { $0.byteCount(in: sizes) }
            section.read("quotedFieldBytes", into: &limits.quotes.bytes) { $0.byteCount(in: sizes) }
            section.read("quotedFieldLines", into: &limits.quotes.lines) { $0.integer(in: 0...100_000) }
            section.read("columns", into: &limits.columns) { $0.integer(in: 1...100_000) }
            section.read("blockBytes", into: &limits.blockBytes) { $0.byteCount(in: 4096...(1 << 28)) }
            section.read("inflationRatio", into: &limits.inflationRatio) { $0.integer(in: 1...100_000) }
            section.read("inflationFreeBytes", into: &limits.inflationFreeBytes) { $0.byteCount(in: sizes) }
            section.read("streamBytes", into: &limits.streamBytes) { $0.byteCount(in: 1...(1 << 50)) }
            section.read("xmlDepth", into: &limits.xmlDepth) { $0.integer(in: 1...1000) }
            section.read("xmlTextBytes", into: &limits.xmlTextBytes) { $0.byteCount(in: sizes) }
            section.read("sharedStringBytes", into: &limits.sharedStringBytes) { $0.byteCount(in: 1...(1 << 36)) }
            section.read("encodingTrialBytes", into: &limits.encodingTrialBytes) { $0.byteCount(in: sizes) }
        }
        return limits
    }

    /// The section `files`.
    func settling(_ cursor: ConfigCursor?) -> FileSettling {
        var settling = FileSettling(quietMilliseconds: 0, watchMilliseconds: 0, doneSuffix: "")
        _ = cursor?.section("files") { section in
            section.need("quiet", into: &settling.quietMilliseconds) { $0.milliseconds(in: 0...86_400_000) }
            section.need("watch", into: &settling.watchMilliseconds) { $0.milliseconds(in: 0...600_000) }
            section.need("doneSuffix", into: &settling.doneSuffix) { $0.text() }
        }
        return settling
    }

    /// The section `marks`.
    func marks(_ cursor: ConfigCursor?) -> CellMarks {
        var marks = CellMarks(null: [], total: [], unreadable: [])
        _ = cursor?.section("marks") { section in
            section.read("empty", into: &marks.null) { $0.items().compactMap { $0.text() } }
            section.read("total", into: &marks.total) { $0.items().compactMap { $0.text() } }
            section.read("unreadable", into: &marks.unreadable) { $0.items().compactMap { $0.character() } }
        }
        return marks
    }

    /// The section `matching`.
    func matching(_ cursor: ConfigCursor?) -> MatchingSettings {
        var matching = MatchingSettings(mostNamesOfAnID: 1)
        _ = cursor?.section("matching") { section in
            section.need("mostNamesOfAnID", into: &matching.mostNamesOfAnID) { $0.integer(in: 1...1000) }
            section.read("damagedIDs", into: &matching.linksDamagedIDs) { $0.flag() }
            matching.review = section.optional("review").flatMap(review)
        }
        return matching
    }

    private func review(_ cursor: ConfigCursor) -> ReviewSettings? {
        cursor.section("review") { section in
            let weights = section.optional("weights")?.text()
            return section.require("model")?.text().map { ReviewSettings(model: $0, weights: weights) }
        } ?? nil
    }

    /// The section `reports`.
    func reports(_ cursor: ConfigCursor?) -> ReportSettings {
        var reports = ReportSettings(smallestShownCount: 1, ageBands: [], durationBands: [])
        _ = cursor?.section("reports") { section in
            section.need("smallestShownCount", into: &reports.smallestShownCount) { $0.integer(in: 1...1000) }
            section.need("ageBands", into: &reports.ageBands) { $0.ascending(in: 0...120) }
            section.need("durationBands", into: &reports.durationBands) { $0.ascending(in: 0...1200) }
        }
        return reports
    }
}

extension ConfigSection {
    /// Replaces `value` by what stands under a key, if the key is there and reads well.
    func read<Value>(_ key: String, into value: inout Value, _ read: (ConfigCursor) -> Value?) {
        if let found = optional(key).flatMap(read) { value = found }
    }

    /// The same for a key that has to be there.
    func need<Value>(_ key: String, into value: inout Value, _ read: (ConfigCursor) -> Value?) {
        if let found = require(key).flatMap(read) { value = found }
    }
}

extension ConfigCursor {
    /// A list of whole numbers, each larger than the one before.
    func ascending(in range: ClosedRange<Int>) -> [Int] {
        var numbers: [Int] = []
        for item in items() {
            let least = min(numbers.last.map { $0 + 1 } ?? range.lowerBound, range.upperBound)
            if let number = item.integer(in: least...range.upperBound) { numbers.append(number) }
        }
        return numbers
    }
}
