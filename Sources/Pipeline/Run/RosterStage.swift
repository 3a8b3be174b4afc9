import Decisions
import Ledger
import Matching
import Normalization
import Roster

/// The people of the month: the roster read, its duplicates put aside, the rest in slots.
struct MonthRoster: Sendable {
    let source: SourceDefinition
    var files: [FileOutcome]
    /// Registrations in scope by what roster and ledger tell, by slot.
    let registrations: SlottedRegistrations
    /// Slots whose number or ID another row claims for somebody else.
    let conflicts: Set<Int>
    let linker: Linker
    let names: NameComparison
    let history: MonthHistory
    /// Slots of registrations of which only the month's records can tell whether they are in it.
    let doubtful: [Int]
    /// Good rows of people who are not in the month.
    private(set) var outOfScope: Int
    /// Slots of registrations that the month's records leave out of it after all.
    private(set) var lapsed: Set<Int> = []
    /// ID numbers of which another valid registration was put aside.
    let registeredTwice: Set<IDNumber>
    /// Every registration number on the roster, in scope or not; empty if nobody was in last month's ledger.
    let listedNumbers: Set<String>
}

/// Reads the roster of registered people and settles who is in the month.
struct RosterStage: Sendable {
    let definition: PipelineDefinition
    let month: Month
    let reading: FileReading
    let names: NameComparison

    /// Reads the roster's files; `history` gives what the ledger remembers of registration numbers.
    func read(
        _ source: SourceDefinition, items: [InputItem], history: (() -> [String]) throws -> MonthHistory
    ) async throws -> MonthRoster {
        var files: [FileOutcome] = []
        try await reading.read(items, work: { _ in TableWork { RosterScan(table: $0).registrations(in: $1) } }) {
            files.append($0)
        }
        let rows = RosterStage.rows(of: files)
        let known = try history { rows.map(\.registration.registrationNumber) }
        let scope = RosterScope(
            month: month, names: names, validityMonths: definition.policy.contact.defaultValidityMonths)
        let selection = scope.select(rows, history: known.isEmpty ? nil : { known[$0] })
        files = try await putAside(selection.duplicates, of: rows, in: files)
        return await roster(source, files: files, rows: rows, selection: selection, history: known)
    }

    private static func rows(of files: [FileOutcome]) -> [RosterRow] {
        let chunks = files.lazy.flatMap { $0.tables.lazy.map(\.yield.roster) }
        var rows: [RosterRow] = []
        rows.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
        for chunk in chunks { chunk.append(to: &rows) }
        return rows
    }

    private func roster(
        _ source: SourceDefinition, files: [FileOutcome], rows: [RosterRow], selection: RosterSelection,
        history: MonthHistory
    ) async -> MonthRoster {
        async let spine = Spine(selection, of: rows)
        let registrations = SlottedRegistrations(rows, at: selection.inScope)
        let conflicting = Set(selection.identityConflicts)
        let open = Set(selection.doubtful)
        let doubtful = open.isEmpty ? [] : selection.inScope.indices.filter { open.contains(selection.inScope[$0]) }
        let slots = selection.inScope.indices.filter { conflicting.contains(selection.inScope[$0]) }
        var lean = files
        for index in lean.indices { lean[index].forgetRoster() }
        return MonthRoster(
            source: source, files: lean, registrations: registrations, conflicts: Set(slots),
            linker: Linker(
                spine: await spine, names: names, linksDamaged: definition.matching.linksDamagedIDs,
                keepsUnsettled: definition.reviewModel != nil), names: names, history: history,
            doubtful: doubtful,
            outOfScope: rows.count - registrations.count - selection.duplicates.count,
            registeredTwice: Set(
                selection.duplicates.filter { $0.code == .duplicateRegistration }
                    .compactMap { rows[$0.row].registration.id.number }),
            listedNumbers: history.lastMonth.isEmpty ? [] : Set(rows.map(\.registration.registrationNumber)))
    }

    /// Moves duplicates from the records to the quarantine. Their rows are read a second time: keeping the text of all
    /// rows for the sake of a few would take as much memory as the file.
    private func putAside(
        _ duplicates: [RosterSelection.Duplicate], of rows: [RosterRow], in files: [FileOutcome]
    ) async throws -> [FileOutcome] {
        guard !duplicates.isEmpty else { return files }
        let wanted = Dictionary(duplicates.map { (rows[$0.row].place, $0) }) { first, _ in first }
        let numbers = Set(duplicates.map { rows[$0.row].registration.registrationNumber })
        let tables = Set(wanted.keys.map(\.file))
        let affected = files.filter { file in file.tables.contains { tables.contains($0.name) } }.map(\.item)
        var found: [String: [QuarantinedRow]] = [:]
        try await reading.read(
            affected,
            work: { _ in TableWork { RosterScan(table: $0).rows(numbered: numbers, in: $1) } },
            take: { outcome in
                for table in outcome.tables {
                    for var row in table.yield.quarantined {
                        guard let duplicate = wanted[row.place] else { continue }
                        (row.code, row.reason) = (duplicate.code, duplicate.message)
                        found[table.name, default: []].append(row)
                    }
                }
            })
        return files.map { $0.movingToQuarantine(found) }
    }
}

extension MonthRoster {
    /// Everything known about the person in a slot.
    func personCase(_ slot: Int, _ evidence: MonthEvidence, _ households: MonthHouseholds = .none) -> PersonCase {
        let registration = registrations[slot]
        var personCase = PersonCase(
            registration: registration, evidence: evidence.of(slot),
            history: history[registration.registrationNumber], hasIdentityConflict: conflicts.contains(slot))
        personCase.hasOtherRegistration =
            !registeredTwice.isEmpty && registration.id.number.map { registeredTwice.contains($0) } ?? false
        personCase.households = households.of(slot)
        return personCase
    }

    /// Leaves out registrations without an end of validity for which the records show no contact recent enough.
    mutating func leaveOutLapsed(_ evidence: MonthEvidence, engine: DecisionEngine) throws {
        let batches = Dictionary(grouping: doubtful) { $0 / OrderedWindow.slotsTogether * OrderedWindow.slotsTogether }
        for (start, slots) in batches {
            let part = try evidence.of(slots: start..<min(start + OrderedWindow.slotsTogether, registrations.count))
            lapsed.formUnion(slots.filter { !engine.isInMonth(personCase($0, part)) })
        }
        outOfScope += lapsed.count
    }
}

extension FileOutcome {
    /// The same outcome with records of its tables turned into quarantined rows.
    fileprivate func movingToQuarantine(_ rows: [String: [QuarantinedRow]]) -> FileOutcome {
        var result = self
        for index in result.tables.indices {
            guard let moved = rows[result.tables[index].name] else { continue }
            result.tables[index].yield.records -= moved.count
            result.tables[index].yield.quarantined += moved
            result.tables[index].yield.quarantined.sort { $0.place.row < $1.place.row }
        }
        return result
    }

    /// Drops the registrations, which are kept by slot from now on.
    fileprivate mutating func forgetRoster() {
        for index in tables.indices { tables[index].yield.roster = Chunked() }
    }
}
