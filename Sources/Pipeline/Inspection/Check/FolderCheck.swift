import Foundation
import Roster

/// The files of a data folder, sorted into sources; whatever does not fit is told and left out.
struct FolderCheck {
    private(set) var items: [SourceName: [InputItem]] = [:]
    private(set) var problems: [InputProblem] = []

    init(of folder: String, definition: PipelineDefinition) {
        guard Folder.isFolder(folder, followingLink: true) else {
            problems = [InputProblem(RunError(missingFolder: folder), source: nil, file: folder)]
            return
        }
        do {
            for name in try Folder.files(below: folder) { take(name, in: folder, definition) }
        } catch {
            problems.append(InputProblem(RunError(describing: error), source: nil, file: folder))
        }
        for source in definition.sources where items[source.name] == nil { noteMissing(source, in: folder) }
    }

    /// All files, by source name, then by file name.
    var all: [InputItem] { items.keys.sorted().flatMap { items[$0] ?? [] } }

    private mutating func take(_ name: String, in folder: String, _ definition: PipelineDefinition) {
        let claims = definition.sources(matching: name).map(\.name)
        guard let source = claims.first else { return noteUnclaimed(name, definition) }
        guard claims.count == 1 else {
            problems.append(InputProblem(RunError(claimedBy: claims, file: name), source: source, file: name))
            return
        }
        do {
            items[source, default: []].append(try InputItem(source: source, name: name, folder: folder))
        } catch {
            problems.append(InputProblem(RunError(describing: error), source: source, file: name))
        }
    }

    private mutating func noteMissing(_ source: SourceDefinition, in folder: String) {
        let isRefused = source.gates.missing == .stop || source.kind == .unemployed
        guard isRefused || source.gates.missing == .warn else { return }
        let patterns = source.files.map(\.pattern).joined(separator: "、")
        var problem = InputProblem(
            "E205", isRefused ? .error : .warning, source: source.name, file: folder,
            message: LocalizedText(zh: "缺少必需的数据源：\(source.title)", en: "the required source is missing"))
        problem.exit = .inputMissing
        problems.append(problem.advising("放入与 \(patterns) 相符的文件", "put in a file that matches \(patterns)"))
    }

    private mutating func noteUnclaimed(_ name: String, _ definition: PipelineDefinition) {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard !last.hasPrefix("."), !last.hasPrefix("~$"), !last.hasSuffix(definition.settling.doneSuffix) else {
            return
        }
        let near = nearest(to: last, definition)
        let problem = InputProblem(
            "E208", near == nil ? .note : .warning, file: name,
            message: LocalizedText(zh: "没有数据源认领该文件，不会读取", en: "no source claims the file; it is not read"))
        guard let near else { return problems.append(problem) }
        if last.lowercased().hasSuffix(".xls") {
            return problems.append(
                problem.advising(
                    "旧版 .xls 读不了；请用 Excel 另存为 .xlsx，文件名与 \(near.pattern) 相符",
                    "an old .xls can't be read: save it as .xlsx under a name that fits \(near.pattern)"))
        }
        problems.append(
            problem.advising(
                "最相近的是 \(near.source)：\(near.pattern)；请改文件名或通配符",
                "the nearest is \(near.source): \(near.pattern); rename the file or change the glob"))
    }

    private func nearest(
        to name: String, _ definition: PipelineDefinition
    ) -> (source: SourceName, pattern: String)? {
        let globs = definition.sources.flatMap { source in
            source.files.map { (source: source.name, pattern: $0.pattern, stem: FolderCheck.stem(of: $0)) }
        }.filter { !$0.stem.isEmpty }
        if let same = globs.first(where: { name.hasPrefix($0.stem) }) { return (same.source, same.pattern) }
        let letters = String(name.prefix { $0 != "." }.prefix { !$0.isNumber && $0 != "_" && $0 != "-" })
        guard let stem = NearestName.of(letters, among: globs.map(\.stem)) else { return nil }
        return globs.first { $0.stem == stem }.map { ($0.source, $0.pattern) }
    }

    /// The letters of a glob before its first wild card, without folders.
    private static func stem(of glob: FileGlob) -> String {
        let literal = glob.pattern.prefix { !"*?[{".contains($0) }
        return literal.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
}
