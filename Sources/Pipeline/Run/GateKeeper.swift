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
        outcome("missing", source.gates.missing, "没有找到文件").map { [$0] } ?? []
    }

    private func rows(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.rows else { return nil }
        let rows = yields.reduce(0) { $0 + $1.rows }
        guard rows < gate.limit else { return nil }
        return outcome("rows", gate.action, "只有 \(rows) 行，至少应有 \(gate.limit) 行")
    }

    private func quarantine(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.quarantine else { return nil }
        let rows = yields.reduce(0) { $0 + $1.rows }
        let bad = yields.reduce(0) { $0 + $1.quarantined.count }
        guard gate.limit.isExceeded(by: bad, of: rows) else { return nil }
        return outcome("quarantine", gate.action, "\(rows) 行中有 \(bad) 行被隔离，上限 \(gate.limit)")
    }

    private func period(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard source.periodField != nil, source.gates.period != .ignore else { return nil }
        let months = yields.reduce(into: Set<Month>()) { $0.formUnion($1.periods.keys) }
        guard !months.isEmpty, !months.contains(month) else { return nil }
        let listed = months.sorted().map(\.description).joined(separator: "、")
        return outcome("period", source.gates.period, "内容是 \(listed)，不是 \(month)")
    }

    private func drift(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.drift, let before = previous?.rows(of: source.name), before > 0 else {
            return nil
        }
        let rows = yields.reduce(0) { $0 + $1.rows }
        guard gate.limit.isExceeded(by: abs(rows - before), of: before) else { return nil }
        return outcome("drift", gate.action, "\(rows) 行，上月 \(before) 行，变动超过 \(gate.limit)")
    }

    private func validIDs(_ source: SourceDefinition, _ yields: [BatchYield]) -> GateOutcome? {
        guard let gate = source.gates.validIDs else { return nil }
        let read = yields.reduce(0) { $0 + $1.idsRead }
        let usable = yields.reduce(0) { $0 + $1.idsUsable }
        guard usable * 1_000_000 < gate.limit.millionths * read else { return nil }
        return outcome("valid_ids", gate.action, "\(read) 个证件号码中 \(usable) 个可用，至少应有 \(gate.limit)")
    }

    private func repeated(_ source: SourceDefinition, _ files: [FileOutcome]) -> [GateOutcome] {
        let digests = previous?.digests(of: source.name) ?? []
        return files.compactMap { file in
            if let digest = file.digest, digests.contains(digest.description) {
                return outcome("repeated_file", source.gates.repeatedFile, "\(file.item.name) 与上月的文件内容相同")
            }
            guard let first = file.sameAs else { return nil }
            return outcome("repeated_file", source.gates.repeatedFile, "\(file.item.name) 与 \(first) 内容相同，未再读取")
        }
    }

    private func outcome(_ gate: String, _ action: GateAction, _ message: String) -> GateOutcome? {
        switch action {
        case .ignore: nil
        case .warn: GateOutcome(gate: gate, verdict: isStrict ? .stopped : .warned, message: message)
        case .stop: GateOutcome(gate: gate, verdict: .stopped, message: message)
        }
    }
}
