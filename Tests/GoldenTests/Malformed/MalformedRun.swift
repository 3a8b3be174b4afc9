import Foundation
import Testing

/// One pass of the program over the whole corpus, made when the first test asks for it.
final class MalformedRun: Sendable {
    static let shared = Result { try MalformedRun() }

    /// Where the script has written the corpus anew, the large files included.
    let made: TemporaryFolder
    /// What came of each file.
    let outcomes: [String: MalformedOutcome]

    private init() throws {
        made = try TemporaryFolder()
        _ = try MalformedRun.python(["\(MalformedCase.folder)/make.py", "--large", made.path()])
        let list = try MalformedRun.outcomes(corpus: made.path())
        outcomes = Dictionary(list.map { ($0.file, $0) }) { first, _ in first }
    }

    /// What came of a run on a folder as it is, the source at fault being given.
    static func outcome(folder: String, source: String) throws -> MalformedOutcome {
        try #require(try outcomes(corpus: MalformedCase.folder, ["--folder", folder, source]).first)
    }

    private static func outcomes(corpus: String, _ more: [String] = []) throws -> [MalformedOutcome] {
        let work = try TemporaryFolder()
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "run_corpus.py").path
        let output = try python([script, Program.binary.path, Program.pipeline, corpus, work.path()] + more)
        return try JSONDecoder().decode([MalformedOutcome].self, from: output)
    }

    /// What came of a file.
    static func outcome(of file: String) throws -> MalformedOutcome {
        try #require(try shared.get().outcomes[file], "\(file) was not run")
    }

    /// What a Python script prints; it must end well.
    static func python(_ arguments: [String]) throws -> Data {
        let folder = try TemporaryFolder()
        let output = folder.path("output")
        try Data().write(to: URL(filePath: output))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(arguments[0])")
        return try Files.data(output)
    }
}
