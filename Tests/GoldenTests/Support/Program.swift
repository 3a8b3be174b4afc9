import Foundation

/// The real binary, run as a process.
struct Program {
    /// What a run of the program came to.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The package's root folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The binary: of the debug build, unless `TAIZHANG_BINARY` names another.
    static var binary: URL {
        if let path = ProcessInfo.processInfo.environment["TAIZHANG_BINARY"] { return URL(filePath: path) }
        return root.appending(path: ".build/debug/taizhang")
    }

    /// The binary is one that was named, not the debug build.
    static var isOptimised: Bool { ProcessInfo.processInfo.environment["TAIZHANG_BINARY"] != nil }

    static let pipeline = root.appending(path: "pipelines/shaoguan-monthly.yaml").path
    static let months = ["2026-08", "2026-09", "2026-10"]

    /// Starts the program without waiting for it.
    static func start(_ arguments: [String], output: Any? = nil, errors: Any? = nil) throws -> Process {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = errors ?? FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program to its end.
    static func run(_ arguments: [String]) throws -> Outcome {
        let folder = try TemporaryFolder()
        let (out, err) = (folder.path("out"), folder.path("err"))
        for path in [out, err] { try Data().write(to: URL(filePath: path)) }
        let process = try start(
            arguments, output: FileHandle(forWritingTo: URL(filePath: out)),
            errors: FileHandle(forWritingTo: URL(filePath: err)))
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: out, encoding: .utf8),
            errors: try String(contentsOfFile: err, encoding: .utf8))
    }

    /// The arguments that run one month.
    static func month(
        _ month: String, data: String, out: String, pipeline: String = Program.pipeline, more: [String] = []
    ) -> [String] {
        ["run", pipeline, "--month", month, "--data", "\(data)/\(month)", "--out", out] + more
    }
}

/// A folder that is removed when nobody holds it any more.
final class TemporaryFolder: Sendable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "taizhang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Path of something in the folder, or of the folder itself.
    func path(_ name: String = "") -> String {
        name.isEmpty ? url.path : url.appending(path: name).path
    }
}
