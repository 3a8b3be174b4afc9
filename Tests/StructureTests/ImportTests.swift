import Foundation
import Testing

/// The layers, held against every `import` line of the sources.
@Suite("Layers")
struct ImportTests {
    /// What each target may import besides the standard library.
    static let allowed: [String: Set<String>] = [
        "Roster": ["Foundation"],
        "Digest": ["Crypto"],
        "Tabular": ["CLibXML2", "CZlib", "CInflate", "CXLSXWriter", "CScan", "Foundation", "Glibc"],
        "Normalization": ["Roster", "Tabular"],
        "Matching": ["Roster", "Tabular", "Digest", "Foundation"],
        "Decisions": ["Roster", "Digest"],
        "Ledger": ["Roster", "Digest", "GRDB", "GRDBSQLite", "Foundation"],
        "Reports": ["Roster", "Tabular", "Mustache"],
        "Pipeline": [
            "CSystem", "Roster", "Digest", "Tabular", "Normalization", "Matching", "Decisions", "Ledger", "Reports",
            "Yams", "Logging", "OrderedCollections", "Foundation", "Glibc",
        ],
        "taizhang": [
            "CSystem", "Pipeline", "Roster", "Synthesis", "ArgumentParser", "Logging", "Foundation", "Glibc",
        ],
        "Synthesis": ["Roster", "Tabular", "Foundation"],
        "microbench": ["Tabular"],
    ]

    /// Where a target's files are.
    static func folder(of target: String) -> String {
        target == "microbench" ? "Benchmarks/microbench" : "Sources/\(target)"
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Swift files below a folder of the package, as paths from the package's root.
    static func swiftFiles(under folder: String) throws -> [String] {
        let base = root.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    }

    /// The modules named by the `import` lines of a file.
    static func imports(of path: String) throws -> [String] {
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let at = words.firstIndex(of: "import"), !line.hasPrefix(" "), !line.hasPrefix("//") else {
                return nil
            }
            return words[(at + 1)...].last.map { String($0.prefix { $0 != "." }) }
        }
    }

    @Test("each target imports only what its layer allows", arguments: allowed.keys.sorted())
    func layer(target: String) throws {
        let allowed = try #require(Self.allowed[target])
        let files = try Self.swiftFiles(under: Self.folder(of: target))
        #expect(!files.isEmpty)
        for file in files {
            for module in try Self.imports(of: file) {
                #expect(allowed.contains(module), "\(file) imports \(module)")
            }
        }
    }

    @Test("every target of the package is in the table")
    func complete() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        let targets = folders.filter { !$0.hasPrefix("C") && !$0.hasPrefix(".") }
        let benchmarks = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Benchmarks").path
        ).filter {
            FileManager.default.fileExists(atPath: Self.root.appending(path: "Benchmarks/\($0)/main.swift").path)
        }
        #expect(Set(targets + benchmarks) == Set(Self.allowed.keys))
    }

    @Test("only one target uses each library")
    func owners() throws {
        let owners = [
            "Yams": "Pipeline", "GRDB": "Ledger", "GRDBSQLite": "Ledger", "Crypto": "Digest", "Mustache": "Reports",
            "ArgumentParser": "taizhang", "CLibXML2": "Tabular", "CZlib": "Tabular", "CInflate": "Tabular",
            "CXLSXWriter": "Tabular",
        ]
        for target in Self.allowed.keys {
            for file in try Self.swiftFiles(under: Self.folder(of: target)) {
                for module in try Self.imports(of: file) {
                    if let owner = owners[module] { #expect(owner == target, "\(file) imports \(module)") }
                }
            }
        }
    }

    @Test("unsafe pointers stay in Tabular and in the few wrappers of system calls")
    func pointers() throws {
        let wrappers: Set = ["Tabular", "Pipeline"]
        for target in Self.allowed.keys where !wrappers.contains(target) {
            for file in try Self.swiftFiles(under: Self.folder(of: target)) {
                let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
                #expect(!text.contains("UnsafePointer") && !text.contains("UnsafeMutable"), "\(file)")
            }
        }
    }
}
