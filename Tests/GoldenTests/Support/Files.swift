import Foundation

/// Files and folders of the tests.
enum Files {
    /// The made-up exports of three months.
    static let exports = Program.root.appending(path: "fixtures/months/exports").path
    /// What the program made of them when they were recorded.
    static let expected = Program.root.appending(path: "fixtures/months/expected").path

    /// All files below a folder, as sorted relative paths.
    static func list(_ folder: String) throws -> [String] {
        let url = URL(filePath: folder).resolvingSymlinksInPath()
        let keys: [URLResourceKey] = [.isRegularFileKey]
        let found = FileManager.default.enumerator(at: url, includingPropertiesForKeys: keys)
        var names: [String] = []
        while let file = found?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: Set(keys)).isRegularFile == true else { continue }
            names.append(String(file.path.dropFirst(url.path.count + 1)))
        }
        return names.sorted()
    }

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path))
    }

    /// Copies a folder; the copies count as long delivered.
    static func copy(_ folder: String, to target: String) throws {
        for name in try list(folder) {
            try write([UInt8](data("\(folder)/\(name)")), to: "\(target)/\(name)")
        }
    }

    /// Writes a file that counts as long delivered.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        try settle(path)
    }

    /// Makes a file look old, so that no run waits for it to come to rest.
    static func settle(_ path: String) throws {
        let old = Date(timeIntervalSince1970: 1_700_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    }
}
