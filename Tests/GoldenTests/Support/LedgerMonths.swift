import Foundation
import Testing

/// Months of the fixtures run into a folder of their own.
final class LedgerMonths {
    let folder: TemporaryFolder
    /// The ledger file.
    var ledger: String { path("ledger.sqlite") }

    init(_ months: [String]) throws {
        folder = try TemporaryFolder()
        for month in months { try run(month) }
    }

    /// Path of something in the output folder.
    func path(_ name: String) -> String { folder.path("out/\(name)") }

    /// Runs a month, by default on its fixtures.
    func run(_ month: String, data: String = Files.exports, pipeline: String = Program.pipeline) throws {
        let outcome = try Program.run(
            Program.month(month, data: data, out: folder.path("out"), pipeline: pipeline))
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// Standard output of a command on the ledger, in English; its exit code is 0.
    func command(_ arguments: [String]) throws -> String {
        let outcome = try Program.run(arguments + ["--ledger", ledger, "--language", "en"])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }
}

extension LedgerMonths {
    /// The shipped pipeline with a remark: the same decisions, another revision.
    func otherPipeline() throws -> String {
        let (from, to) = (Program.root.appending(path: "pipelines").path, folder.path("pipelines"))
        try FileManager.default.copyItem(atPath: from, toPath: to)
        let path = "\(to)/shaoguan-monthly.yaml"
        try Files.write(Array(Files.data(path)) + Array("# other\n".utf8), to: path)
        return path
    }

    /// Rows of the audit, counted without the program.
    func auditCount() throws -> Int { Int(try query("SELECT count(*) FROM audit")) ?? -1 }

    /// First column of a query's rows, a line each, by Python's SQLite.
    func query(_ sql: String) throws -> String { try python(sql, mode: "ro") }

    /// Changes the ledger behind the program's back.
    func edit(_ sql: String) throws { _ = try python(sql, mode: "rw") }

    private func python(_ sql: String, mode: String) throws -> String {
        let script = """
            import sqlite3, sys
            with sqlite3.connect('file:' + sys.argv[1] + '?mode=\(mode)', uri=True) as base:
                for row in base.execute(sys.argv[2]): print(row[0])
            """
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, ledger, sql]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(String(decoding: output, as: UTF8.self).dropLast())
    }
}
