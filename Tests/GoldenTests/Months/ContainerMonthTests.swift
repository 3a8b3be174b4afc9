import Foundation
import Tabular
import Testing

/// What a month looks like does not depend on what its exports are packed in.
@Suite("Containers", .serialized)
struct ContainerMonthTests {
    /// A way to pack exports, and the ends of the names that it gives.
    enum Packing: String, CaseIterable {
        case gzip, threeMembers, oddMembers, zip

        /// What stands where `name` stood, in references and manifests.
        func reference(to name: String) -> String {
            switch self {
            case .zip: "\(file(for: name))!\(name)"
            default: file(for: name)
            }
        }

        func file(for name: String) -> String {
            switch self {
            case .zip: name.replacing(#/\.\w+$/#, with: ".zip")
            default: name.hasSuffix(".xlsx") ? name : "\(name).gz"
            }
        }

        func pack(_ bytes: [UInt8], as name: String) -> [UInt8] {
            guard self != .zip else {
                var zip = ZipWriter()
                zip.add(name, bytes)
                return zip.finished()
            }
            guard !name.hasSuffix(".xlsx") else { return bytes }
            var (rest, packed): (ArraySlice<UInt8>, [UInt8]) = (bytes[...], [])
            for length in cuts(bytes.count) + [bytes.count] {
                var writer = GzipWriter(level: 6)
                writer.compress(Array(rest.prefix(length)), into: &packed)
                writer.finish(into: &packed)
                rest = rest.dropFirst(length)
            }
            return packed
        }

        /// Lengths of all members but the last.
        private func cuts(_ count: Int) -> [Int] {
            switch self {
            case .gzip, .zip: []
            case .threeMembers: [count / 3, count / 3]
            case .oddMembers: [1, 0, 2, 61, 257, 4099]
            }
        }
    }

    @Test("plain, gzipped in one member, in three, cut at odd places, and zipped exports give the same month")
    func packings() throws {
        let folder = try TemporaryFolder()
        let month = Program.months[0]
        let names = try unpack("\(Files.exports)/\(month)", to: folder.path("plain/\(month)"))
        #expect(names.count > 20)
        let plain = try published(month, data: folder.path("plain"), out: folder.path("out-plain"))
        for packing in Packing.allCases {
            for name in names {
                let bytes = [UInt8](try Files.data(folder.path("plain/\(month)/\(name)")))
                try Files.write(
                    packing.pack(bytes, as: name), to: folder.path("\(packing)/\(month)/\(packing.file(for: name))"))
            }
            let packed = try published(month, data: folder.path("\(packing)"), out: folder.path("out-\(packing)"))
            #expect(packed.keys.sorted() == plain.keys.sorted())
            for (file, text) in packed {
                let renamed = names.reduce(text) { $0.replacing(packing.reference(to: $1), with: $1) }
                #expect(renamed == plain[file], "\(packing): \(file)")
            }
        }
    }

    /// Writes every export of a folder as it is without its container; the names.
    private func unpack(_ folder: String, to target: String) throws -> [String] {
        var names: [String] = []
        for file in try Files.list(folder) where file != "truth.csv" && !file.hasSuffix(".json") {
            let tables = try InputFile.tables(at: "\(folder)/\(file)")
            for table in tables {
                let isWorkbook = table.kind == .workbook && table.member == nil
                let bytes = isWorkbook ? [UInt8](try Files.data(table.path)) : try table.open().readAll(upTo: 1 << 24)
                let stem = file.replacing(".gz", with: "")
                let name = table.member.map { member in
                    let end = member.split(separator: ".").last ?? ""
                    return "\(stem.dropLast(4))\(tables.count > 1 ? "_\(names.count)" : "").\(end)"
                }
                names.append(name ?? stem)
                try Files.write(bytes, to: "\(target)/\(name ?? stem)")
            }
        }
        return names
    }

    /// The machine files of a published month, and the counts of its manifest.
    private func published(_ month: String, data: String, out: String) throws -> [String: String] {
        let outcome = try Program.run(Program.month(month, data: data, out: out))
        try #require(outcome.status == 0, "\(outcome.errors)")
        var files: [String: String] = [:]
        for name in try Files.list("\(out)/\(month)") where name.hasSuffix(".csv") {
            files[name] = String(decoding: try Files.data("\(out)/\(month)/\(name)"), as: UTF8.self)
        }
        let counts = try Manifest("\(out)/\(month)").sources.sorted { $0.key < $1.key }.flatMap { source, entry in
            entry.files.map { file in
                let reasons = file.quarantined.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                return "\(source) \(file.name) \(file.rows) \(file.records) \(reasons)"
            }
        }
        files["counts"] = counts.joined(separator: "\n")
        return files
    }
}
