import Decisions
import Roster

extension MonthRun {
    /// What another pipeline would decide of the month's evidence. Nothing is published or recorded. Whatever it throws is
    /// a `RunError`.
    package func compare(with other: PipelineDefinition) async throws -> PolicyComparison {
        do {
            let run = MonthRun(request, definition: definition, log: log, alternative: other)
            return try await run.withScratch { run in
                var clock = StageClock()
                return try await run.withMonth(&clock) { month, _, _ in try await run.comparison(of: month, other) }
            }
        } catch let error as RunError {
            throw error
        } catch {
            throw RunError(describing: error)
        }
    }

    private func comparison(of month: GatheredMonth, _ other: PipelineDefinition) async throws -> PolicyComparison {
        let stage = WhatIfStage(
            month: request.month, now: try engine(of: definition, month), then: try engine(of: other, month),
            window: window)
        let (people, lines) = try await stage.differences(month.roster, month.evidence)
        let loans = LoanPolicy.differences(
            definition.policy.services.loans, other.policy.services.loans, of: month.evidence.loans,
            in: request.month)
        return PolicyComparison(
            month: request.month, pipeline: definition.texts.file, whatIf: other.texts.file, people: people,
            differences: lines + loans)
    }

    /// The engine of a pipeline for the month's inputs.
    private func engine(of definition: PipelineDefinition, _ month: GatheredMonth) throws -> DecisionEngine {
        let present = Set(month.inputs.files.keys)
        let missing = definition.policy.requiredSources.filter { !present.contains($0) }
        return try DecisionEngine(
            policy: definition.policy,
            setting: definition.setting(month: request.month, missing: missing, present: present))
    }

    /// What the scan keeps for one pipeline or the other.
    var scanOptions: ScanOptions {
        var options = definition.scanOptions(month: request.month)
        guard let other = alternative?.scanOptions(month: request.month) else { return options }
        options.judgesLoans = options.judgesLoans || other.judgesLoans
        if options.relatives.kinds.isEmpty { options.relatives = other.relatives }
        return options
    }
}
