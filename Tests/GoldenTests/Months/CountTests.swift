import Foundation
import Testing

/// Rows read = records + quarantined, counted at three places by the program and once more by others.
@Suite("Counts")
struct CountTests {
    @Test("in every file rows are records plus quarantined rows", arguments: Program.months)
    func balance(month: String) throws {
        let manifest = try Manifest("\(Files.expected)/\(month)")
        #expect(manifest.sources.count == 16)
        for (source, entry) in manifest.sources {
            for file in entry.files {
                #expect(
                    file.rows == file.records + file.quarantined.values.reduce(0, +), "\(source) \(file.name)")
            }
        }
    }

    @Test("rows of text tables are as many as Python's csv module finds", arguments: Program.months)
    func python(month: String) throws {
        let folder = "\(Files.exports)/\(month)"
        let paths = try Files.list(folder)
            .filter { !$0.hasSuffix(".xml") && !$0.hasSuffix(".xlsx") && !$0.hasSuffix(".json") && $0 != "truth.csv" }
        let counts = try Self.pythonCounts(paths.map { "\(folder)/\($0)" })
        let files = try Manifest("\(Files.expected)/\(month)").sources.values.flatMap(\.files)
        for file in files where counts[file.name] != nil {
            #expect(file.rows == counts[file.name], "\(file.name)")
        }
        #expect(counts.keys.sorted() == files.map(\.name).filter { counts[$0] != nil }.sorted())
        #expect(counts.count >= 12)
    }

    @Test("rows and quarantined rows are those that the generator wrote, family by family", arguments: Program.months)
    func generator(month: String) throws {
        let truth = try JSONDecoder().decode(
            Synthesised.self, from: Files.data("\(Files.exports)/\(month)/synth.json"))
        let files = try Manifest("\(Files.expected)/\(month)").sources.values.flatMap(\.files)
        let read = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
        for table in truth.files {
            let file = try #require(read[table.name], "\(table.name)")
            #expect(file.rows == table.rows, "\(table.name)")
            for (family, count) in table.quarantined {
                let found = file.quarantined.filter { Self.family(of: $0.key) == family }.values.reduce(0, +)
                #expect(found == count, "\(table.name) \(family)")
            }
        }
        #expect(truth.files.count == files.count)
    }

    @Test("the quarantine files hold as many rows as the manifest says", arguments: Program.months)
    func quarantine(month: String) throws {
        for (source, entry) in try Manifest("\(Files.expected)/\(month)").sources {
            let expected = entry.files.reduce(0) { $0 + $1.quarantined.values.reduce(0, +) }
            let path = "\(Files.expected)/\(month)/quarantine/\(source).csv"
            let rows = FileManager.default.fileExists(atPath: path) ? try CSVTable(path).rows.count : 0
            #expect(rows == expected, "\(source)")
        }
    }

    private struct Synthesised: Decodable {
        struct Table: Decodable {
            let name: String
            let rows: Int
            let quarantined: [String: Int]
        }

        let files: [Table]
    }

    /// The generator's word for a code.
    private static func family(of code: String) -> String {
        switch code {
        case "undecodable": "encoding"
        case "key_field_empty", "key_field_invalid": "key_field"
        case "duplicate_number", "duplicate_registration": code
        default: "structure"
        }
    }

    private static func pythonCounts(_ paths: [String]) throws -> [String: Int] {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "count_rows.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path] + paths
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        let pairs = lines.compactMap { line -> (String, Int)? in
            let parts = line.split(separator: "\t")
            return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
