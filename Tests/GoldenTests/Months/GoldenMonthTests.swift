import Foundation
import Testing

/// Three months run end to end by the real binary, compared with what is recorded in `fixtures/months/expected`.
///
/// `TAIZHANG_RECORD=1` writes the record anew; that run fails, so that nobody takes it for a passed one.
@Suite("Golden months", .serialized)
struct GoldenMonthTests {
    @Test("three months of exports give the recorded files")
    func recorded() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        for month in Program.months {
            let outcome = try Program.run(Program.month(month, data: Files.exports, out: out, more: ["--jobs", "1"]))
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        let isRecording = ProcessInfo.processInfo.environment["TAIZHANG_RECORD"] == "1"
        for month in Program.months {
            let made = try Self.canonical("\(out)/\(month)")
            let target = "\(Files.expected)/\(month)"
            if isRecording {
                try? FileManager.default.removeItem(atPath: target)
                for (name, bytes) in made { try Files.write([UInt8](bytes), to: "\(target)/\(name)") }
                continue
            }
            #expect(try Files.list(target) == made.keys.sorted())
            for (name, bytes) in made.sorted(by: { $0.key < $1.key }) {
                let recorded = try? Files.data("\(target)/\(name)")
                #expect(recorded == bytes, "\(month)/\(name) differs from the record")
            }
        }
        #expect(!isRecording, "recorded anew: look at the difference, then run without TAIZHANG_RECORD")
    }

    /// The files of a published month as they are compared: workbooks as the text of their cells, and the manifest
    /// without the digests of workbooks.
    static func canonical(_ month: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try Files.list(month) {
            let path = "\(month)/\(name)"
            if name.hasSuffix(".xlsx") {
                files[name + ".txt"] = Data(try WorkbookText.of(path).utf8)
            } else if name == "manifest.json" {
                files[name] = try withoutWorkbookDigests(Files.data(path))
            } else {
                files[name] = try Files.data(path)
            }
        }
        return files
    }

    private static func withoutWorkbookDigests(_ manifest: Data) throws -> Data {
        let object = try JSONSerialization.jsonObject(with: manifest)
        guard var fields = object as? [String: Any], var outputs = fields["outputs"] as? [[String: Any]] else {
            return manifest
        }
        for index in outputs.indices where (outputs[index]["name"] as? String)?.hasSuffix(".xlsx") == true {
            outputs[index]["bytes"] = 0
            outputs[index]["sha256"] = ""
        }
        fields["outputs"] = outputs
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try JSONSerialization.data(withJSONObject: fields, options: options) + Data([0x0A])
    }
}
