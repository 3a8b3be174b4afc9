import Decisions
import Digest
import Ledger
import Matching
import Normalization
import Roster
import Tabular

/// Reads all files as a run does, to count what a run would count: rows, records, rows put aside by code.
struct FullCount {
    let check: DataCheck

    init(_ check: DataCheck) {
        self.check = check
    }

    private var request: CheckRequest { check.request }
    private var definition: PipelineDefinition { check.definition }

    /// The reading of a run.
    var reading: FileReading {
        FileReading(
            definitions: Dictionary(definition.sources.map { ($0.name, $0) }) { first, _ in first },
            settings: ReadingSettings(
                context: check.context, window: OrderedWindow(width: request.jobs),
                permits: Permits(count: request.jobs), limits: definition.limits,
                totalMarks: definition.marks.total),
            digestsInputs: definition.outputs.inputDigests)
    }

    /// Puts the counts of a run in place of those of the look through; what each file came to, by name.
    func count(_ checks: inout [FileCheck], repeats: [String: String]) async throws -> [String: FileOutcome] {
        var outcomes: [String: FileOutcome] = [:]
        let roster = try await readRoster(&checks, into: &outcomes)
        var linker = roster?.linker ?? Linker(spine: Spine(people: []), names: names)
        let services = definition.policy.services
        let booksFirst = services.concernsHouseholds ? checks.indices.filter { isBook(checks[$0].item) } : []
        for index in booksFirst where isToBeRead(checks[index], repeats, outcomes) {
            try await read(&checks[index], linker: linker, into: &outcomes)
        }
        linker = try await addRelatives(to: linker, from: booksFirst.map { checks[$0].item }, outcomes)
        for index in checks.indices where isToBeRead(checks[index], repeats, outcomes) {
            try await read(&checks[index], linker: linker, into: &outcomes)
        }
        for index in checks.indices { checks[index].take(outcomes[checks[index].item.name]) }
        return outcomes
    }

    private func isBook(_ item: InputItem) -> Bool {
        definition.sources.first { $0.name == item.source }?.kind == .household
    }

    private func isToBeRead(_ check: FileCheck, _ repeats: [String: String], _ read: [String: FileOutcome]) -> Bool {
        check.isReadable && repeats[check.item.name] == nil && read[check.item.name] == nil
    }

    /// The linker with the other members of households, as a run looks for them.
    private func addRelatives(
        to linker: Linker, from books: [InputItem], _ outcomes: [String: FileOutcome]
    ) async throws -> Linker {
        let read = books.filter { outcomes[$0.name] != nil }
        guard !read.isEmpty else { return linker }
        var entries = Chunked<Evidence>()
        for table in read.compactMap({ outcomes[$0.name] }).flatMap(\.tables) { entries.append(table.yield.evidence) }
        let stage = HouseholdStage(reading: reading, kinds: definition.policy.services.householdKinds)
        let found = try await stage.books(read, entries: entries, spine: linker.spine)
        return found.relatives.isEmpty ? linker : linker.adding(relatives: found.relatives)
    }

    private var names: NameComparison { NameComparison(tables: definition.nameTables) }

    private func readRoster(
        _ checks: inout [FileCheck], into outcomes: inout [String: FileOutcome]
    ) async throws -> MonthRoster? {
        guard let source = definition.source(of: .unemployed) else { return nil }
        let items = checks.filter { $0.item.source == source.name && $0.isReadable }.map(\.item)
        guard !items.isEmpty else { return nil }
        let stage = RosterStage(definition: definition, month: request.month, reading: reading, names: names)
        do {
            let roster = try await stage.read(source, items: items, history: history)
            for file in roster.files { outcomes[file.item.name] = file }
            return roster
        } catch let error as LedgerError {
            throw RunError(describing: error)
        } catch {
            let problem = InputProblem(RunError(describing: error), source: source.name, file: request.data)
            if let index = checks.firstIndex(where: { $0.item == items[0] }) { checks[index].problems.append(problem) }
            for index in checks.indices where items.contains(checks[index].item) { checks[index].isReadable = false }
            return nil
        }
    }

    /// What the ledger remembers, opened for reading only.
    private func history(of numbers: () -> [String]) throws -> MonthHistory {
        guard let path = request.ledger else { return MonthHistory(before: request.month) }
        let ledger = try Ledger.open(path, access: .readOnly)
        // It was opened for reading: closing can lose nothing.
        defer { try? ledger.close() }
        return try ledger.history(before: request.month, of: numbers())
    }

    private func read(
        _ check: inout FileCheck, linker: Linker, into outcomes: inout [String: FileOutcome]
    ) async throws {
        var found: FileOutcome?
        let options = definition.scanOptions(month: request.month)
        do {
            try await reading.read(
                [check.item],
                work: { source in
                    TableWork.evidence(of: source, linker: linker, options)
                },
                take: { found = $0 })
            outcomes[check.item.name] = found
        } catch let error as TabularError {
            check.problems.append(InputProblem(error, source: check.item.source, file: check.item.name))
            check.isReadable = false
        } catch {
            let problem = InputProblem(RunError(describing: error), source: check.item.source, file: check.item.name)
            check.problems.append(problem)
            check.isReadable = false
        }
    }
}

extension FileCheck {
    /// Takes over what a run counted.
    fileprivate mutating func take(_ outcome: FileOutcome?) {
        guard let outcome else { return }
        let counted = Dictionary(outcome.tables.map { ($0.name, $0) }) { first, _ in first }
        for index in files.indices {
            files[index].sha256 = outcome.digest?.description
            guard let table = counted[files[index].name] else { continue }
            for code in [FindingCode.duplicateRegistration, .duplicateNumber] {
                noteDuplicates(code, among: table.yield.quarantined, in: files[index])
            }
            files[index].count(table.yield)
            files[index].encoding = table.encoding
            files[index].sampled = false
        }
    }

    private mutating func noteDuplicates(_ code: FindingCode, among rows: [QuarantinedRow], in file: CheckedFile) {
        let found = rows.filter { $0.code == code }
        guard let first = found.first else { return }
        var problem = InputProblem(
            code.problemCode, code.problemSeverity, source: item.source, file: file.name,
            message: LocalizedText(zh: first.reason, en: code.problemText(field: "")))
        problem.count = found.count
        problem.places = found.prefix(InputProblem.shownPlaces).map {
            InputProblem.Place(row: $0.place.row, line: $0.place.line, byte: $0.place.byteOffset)
        }
        problems.append(problem)
    }
}
