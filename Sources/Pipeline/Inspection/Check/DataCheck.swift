import Foundation
import Normalization
import Reports
import Roster
import Tabular

/// Looks through a month's files without running it, and lists all that is wrong with them at once. Writes nothing.
package struct DataCheck: Sendable {
    let request: CheckRequest
    let definition: PipelineDefinition

    package init(_ request: CheckRequest, definition: PipelineDefinition) {
        self.request = request
        self.definition = definition
    }

    /// Checks everything. Throws only what is no fault of the files.
    package func report() async throws -> CheckReport {
        let begin = ContinuousClock.now
        try checkNames()
        let folder = FolderCheck(of: request.data, definition: definition)
        var checks = try await looked(at: folder.all)
        let repeats = repeatedFiles(&checks)
        let counts = request.isFull ? try await FullCount(self).count(&checks, repeats: repeats) : [:]
        var report = CheckReport(problems: folder.problems)
        report.problems += try await changing(checks, since: begin)
        report.problems += checks.flatMap(\.problems)
        report.files = checks.flatMap(\.files)
        report.problems += GateCheck(self, checks: checks, repeats: repeats, counts: counts).problems()
        return report
    }

    /// Exit 66 if a folder or ledger of earlier months was named that is not there: a slip would pass for a first month.
    private func checkNames() throws {
        if let output = request.output, !Folder.isFolder(output, followingLink: true) {
            throw RunError(
                .inputMissing, code: "E214",
                message: LocalizedText(zh: "找不到以前各月的目录", en: "the folder of earlier months is missing"),
                place: output)
        }
        if let ledger = request.ledger, !Folder.exists(ledger) { throw RunError(missingFile: ledger) }
    }

    /// What parsers need to know in the month.
    var context: ParsingContext { definition.parsingContext(month: request.month) }

    private func looked(at items: [InputItem]) async throws -> [FileCheck] {
        let opening = TableOpening(
            limits: definition.limits, totalMarks: definition.marks.total,
            size: request.isFull ? .everything : .usual)
        let sources = Dictionary(definition.sources.map { ($0.name, $0) }) { first, _ in first }
        var (checks, rest) = ([FileCheck](), items[...])
        try await OrderedWindow(width: request.jobs).run(
            next: { rest.popFirst() },
            work: { item in
                guard let source = sources[item.source] else {
                    preconditionFailure("the files were sorted by the pipeline's sources")
                }
                return TableCheck(source: source, opening: opening, context: context).check(item)
            },
            take: { checks.append($0) })
        return checks
    }

    /// Files with the content of an earlier file of their source, by name; what can't be read is left out and told.
    private func repeatedFiles(_ checks: inout [FileCheck]) -> [String: String] {
        guard definition.outputs.inputDigests else { return [:] }
        let reading = FullCount(self).reading
        do {
            return try reading.repeatedFiles(among: checks.filter(\.isReadable).map(\.item))
        } catch {
            if let first = checks.indices.first {
                let problem = InputProblem(RunError(describing: error), source: nil, file: request.data)
                checks[first].problems.append(problem)
            }
            return [:]
        }
    }

    /// Files that are still being copied: fresh ones are watched for a moment. A damaged file that is only incomplete is
    /// told as such.
    private func changing(_ checks: [FileCheck], since begin: ContinuousClock.Instant) async throws -> [InputProblem] {
        let settling = definition.settling
        let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
        let isFresh = checks.contains { check in
            now - check.item.modified < Int64(settling.quietMilliseconds) * 1_000_000
                && !Folder.exists(check.item.path + settling.doneSuffix)
        }
        let watched = Duration.milliseconds(min(settling.watchMilliseconds, DataCheck.mostWatchMilliseconds))
        if isFresh { try await Task.sleep(until: begin + watched) }
        return checks.compactMap { check in
            do {
                guard try check.item.hasChanged() else { return nil }
                return InputProblem(check.item.changing(), source: check.item.source, file: check.item.name)
            } catch {
                return InputProblem(RunError(describing: error), source: check.item.source, file: check.item.name)
            }
        }
    }

    private static let mostWatchMilliseconds = 400
}
