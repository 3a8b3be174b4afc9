import Digest
import Reports
import Roster

/// Holds what came in from a source against the gates of the pipeline file.
struct GateKeeper: Sendable {
    let month: Month
    let isStrict: Bool
    /// What the month before was made of, if it is published beside this one.
    let previous: Manifest?

    /// What each gate of a source that does not pass found, in a fixed order.
    func outcomes(_ source: SourceDefinition, files: [FileOutcome]) -> [GateOutcome] {
        guard !files.isEmpty else { return missing(source) }
        let yields = files.flatMap(\.tables).map(\.yield)
        return [
            rows(source, yields), quarantine(source, yields), period(source, yields), drift(source, yields),
            validIDs(source, yields),
        ].compactMap { $0 } + repeated(source, files)
    }

    private func missing(_ source: SourceDefinition) -> [GateOutcome] {
        [outcome(source.gates.missing, .noFile)].compactMap { $0 }
    }

    private func rows(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.rows else { return nil }
        let rows = yields.reduce(0) { $0 + $1.rows }
        guard rows < gate.limit else { return nil }
        return outcome(gate.action, .tooFewRows(rows, least: gate.limit))
    }

    private func quarantine(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.quarantine else { return nil }
        let rows = yields.reduce(0) { $0 + $1.rows }
        let bad = yields.reduce(0) { $0 + $1.quarantined.count }
        guard gate.limit.isExceeded(by: bad, of: rows) else { return nil }
        return outcome(gate.action, .tooManyPutAside(bad, rows: rows, most: "\(gate.limit)"))
    }

    private func period(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard source.periodField != nil else { return nil }
        let months = yields.reduce(into: Set<Month>()) { $0.formUnion($1.periods.keys) }
        guard !months.isEmpty, !months.contains(month) else { return nil }
        return outcome(source.gates.period, .otherMonths(months.sorted(), month: month))
    }

    private func drift(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.drift, let before = previous?.rows(of: source.name), before > 0 else {
            return nil
        }
        let rows = yields.reduce(0) { $0 + $1.rows }
        guard gate.limit.isExceeded(by: abs(rows - before), of: before) else { return nil }
        return outcome(gate.action, .rowsChanged(rows, before: before, most: "\(gate.limit)"))
    }

    private func validIDs(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.validIDs else { return nil }
        let read = yields.reduce(0) { $0 + $1.idsRead }
        let usable = yields.reduce(0) { $0 + $1.idsUsable }
        guard usable * 1_000_000 < gate.limit.millionths * read else { return nil }
        return outcome(gate.action, .tooFewUsableIDs(usable, read: read, least: "\(gate.limit)"))
    }

    private func repeated(_ source: SourceDefinition, _ files: [FileOutcome]) -> [GateOutcome] {
        let digests = previous?.digests(of: source.name) ?? []
        return files.compactMap { file in
            if let digest = file.digest, digests.contains(digest.description) {
                return outcome(source.gates.repeatedFile, .fileOfLastMonth(file.item.name))
            }
            guard let first = file.sameAs else { return nil }
            return outcome(source.gates.repeatedFile, .fileTwice(file.item.name, first: first))
        }
    }

    private func outcome(_ action: GateAction, _ finding: GateFinding) -> GateOutcome? {
        switch action {
        case .ignore: nil
        case .warn: GateOutcome(finding, verdict: isStrict ? .stopped : .warned)
        case .stop: GateOutcome(finding, verdict: .stopped)
        }
    }
}

extension GateFinding {
    /// In both languages.
    var message: LocalizedText { LocalizedText(zh: chinese, en: english) }
}
