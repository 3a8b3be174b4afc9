import Digest
import Normalization
import Reports
import Roster

/// Holds what was seen against the gates of the pipeline file, as far as it tells.
struct GateCheck {
    private let request: CheckRequest
    private let definition: PipelineDefinition
    private let checks: [FileCheck]
    private let repeats: [String: String]
    private let counts: [String: FileOutcome]

    /// - Parameter counts: what a full reading gave, by file; empty without one.
    init(_ check: DataCheck, checks: [FileCheck], repeats: [String: String], counts: [String: FileOutcome]) {
        (request, definition) = (check.request, check.definition)
        (self.checks, self.repeats, self.counts) = (checks, repeats, counts)
    }

    /// The gates that would warn or stop.
    func problems() -> [InputProblem] {
        let previous = request.output.flatMap { Manifest.published(in: "\($0)/\(request.month.adding(-1))") }
        let known = Set(previous?.sources.values.flatMap(\.files).map(\.bytes) ?? [])
        let keeper = GateKeeper(month: request.month, isStrict: request.isStrict, previous: previous)
        return definition.sources.flatMap { source -> [InputProblem] in
            let mine = checks.filter { $0.item.source == source.name }
            guard !mine.isEmpty, mine.allSatisfy(\.isReadable) else { return [] }
            let isSampled = counts.isEmpty && mine.contains(where: \.isSampled)
            return keeper.outcomes(source, files: mine.map { outcome($0, sizes: known) }).compactMap { outcome in
                problem(outcome, source: source, files: mine, isSampled: isSampled)
            }
        }
    }

    /// A file as gates take it; digested only if a file of last month was of its size.
    private func outcome(_ check: FileCheck, sizes: Set<Int>) -> FileOutcome {
        counts[check.item.name]
            ?? FileOutcome(
                item: check.item, digest: sizes.contains(check.item.size) ? digest(of: check.item) : nil,
                sameAs: repeats[check.item.name],
                tables: repeats[check.item.name] == nil ? check.tables : [])
    }

    /// `nil` for a file that can't be read any more, which is told elsewhere.
    private func digest(of item: InputItem) -> ContentDigest? {
        do {
            return try FileDigest.of(item.path, name: item.name)
        } catch {
            return nil
        }
    }

    private func problem(
        _ outcome: GateOutcome, source: SourceDefinition, files: [FileCheck], isSampled: Bool
    ) -> InputProblem? {
        var isSure = true
        var file = files.count == 1 ? files[0].item.name : request.data
        switch outcome.finding {
        case .noFile, .noFileAnyMore, .columnsMissing: return nil
        case .tooFewRows, .rowsChanged: if isSampled { return nil }
        case .tooManyPutAside, .otherMonths, .tooFewUsableIDs: isSure = !isSampled
        case .fileOfLastMonth(let name), .fileTwice(let name, _): file = name
        }
        let (finding, isStopped) = (outcome.finding, outcome.verdict == .stopped)
        let sample = isSure ? LocalizedText(zh: "", en: "") : LocalizedText(zh: "（抽样）", en: " (of a sample)")
        return InputProblem(
            "E206", isStopped && isSure ? .error : .warning, source: source.name, file: file, field: finding.gate,
            message: LocalizedText(
                zh: "关口 \(finding.gate)\(isStopped ? " 会终止运行" : " 会提示")\(sample.zh)：\(finding.chinese)",
                en: "gate \(finding.gate) would \(isStopped ? "stop the run" : "warn")\(sample.en): \(finding.english)")
        ).advising(
            "请来源单位更正；若情况属实，可在流程文件中调整该关口",
            "have the office correct it, or change the gate in the pipeline file if it is right so")
    }
}
