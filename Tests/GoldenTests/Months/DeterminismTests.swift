import Foundation
import Tabular
import Testing

/// What a month looks like does not depend on threads, nor on how a source's rows are spread over files.
@Suite("Determinism", .serialized)
struct DeterminismTests {
    @Test("every byte of every file is the same with 1, 2 and 7 jobs")
    func jobs() throws {
        let folder = try TemporaryFolder()
        for jobs in ["1", "2", "7"] {
            for month in Program.months {
                let outcome = try Program.run(
                    Program.month(month, data: Files.exports, out: folder.path(jobs), more: ["--jobs", jobs]))
                try #require(outcome.status == 0, "\(outcome.errors)")
            }
        }
        for month in Program.months {
            let names = try Files.list(folder.path("1/\(month)"))
            #expect(names.contains("台账.xlsx") && names.contains("evidence.csv"))
            for jobs in ["2", "7"] {
                #expect(try Files.list(folder.path("\(jobs)/\(month)")) == names)
                for name in names {
                    let (one, other) = ("1/\(month)/\(name)", "\(jobs)/\(month)/\(name)")
                    #expect(
                        try Files.data(folder.path(one)) == Files.data(folder.path(other)),
                        "\(other) differs from \(one)")
                }
            }
        }
    }

    @Test("splitting the files of sources and changing their order changes nothing but file and row")
    func splitting() throws {
        let folder = try TemporaryFolder()
        for month in Program.months {
            try Files.copy("\(Files.exports)/\(month)", to: folder.path("in/\(month)"))
            let count = try splitTables(in: folder.path("in/\(month)"))
            #expect(count >= 8, "only \(count) files could be split")
        }
        for (data, out) in [(Files.exports, "whole"), (folder.path("in"), "split")] {
            for month in Program.months {
                let outcome = try Program.run(Program.month(month, data: data, out: folder.path(out)))
                try #require(outcome.status == 0, "\(outcome.errors)")
            }
        }
        for month in Program.months {
            let (whole, split) = (folder.path("whole/\(month)"), folder.path("split/\(month)"))
            #expect(try ledger(whole) == ledger(split))
            #expect(try evidence(whole) == evidence(split))
            #expect(try changes(whole) == changes(split))
            for name in ["links.csv", "review.csv", "masked.csv"] {
                #expect(try withoutPlaces("\(whole)/\(name)") == withoutPlaces("\(split)/\(name)"), "\(name)")
            }
            #expect(try quarantine(whole) == quarantine(split))
            #expect(try sums(whole) == sums(split))
        }
    }

    /// Cuts every text table that is not compressed in two; the second half gets the name that sorts first.
    private func splitTables(in folder: String) throws -> Int {
        var count = 0
        for name in try Files.list(folder) where name.hasSuffix(".csv") && name != "truth.csv" {
            let path = "\(folder)/\(name)"
            let headings: Set = ["证件号码", "身份证号", "公民身份号码", "登记编号", "姓名", "残疾证号", "申请编号"]
            guard let source = try InputFile.tables(at: path).first,
                let format = try? DelimitedReader(source, options: DelimitedOptions(headings: headings)).format,
                format.encoding == format.textEncoding
            else { continue }
            let bytes = [UInt8](try Files.data(path))
            let data = Array(bytes[format.bytesBeforeData...])
            let split = PieceSplitter(format).split(TextPiece(bytes: data, ordinal: 0, isLast: true))
            guard split.batch.rows.count > 3 else { continue }
            let cut = split.batch.rows[split.batch.rows.count / 2].byteOffset
            let head = Array(bytes[..<format.bytesBeforeData])
            let stem = name.dropLast(4)
            try Files.write(head + data[cut...], to: "\(folder)/\(stem)_A.csv")
            try Files.write(head + data[..<cut], to: "\(folder)/\(stem)_B.csv")
            try FileManager.default.removeItem(atPath: path)
            count += 1
        }
        return count
    }

    /// `source:file:row` without file and row.
    private func sources(_ references: String) -> String {
        references.split(separator: ";").map { $0.prefix { $0 != ":" } }.joined(separator: ";")
    }

    private func ledger(_ month: String) throws -> [[String]] {
        let table = try CSVTable("\(month)/ledger.csv")
        let references = table.header.firstIndex(of: "evidence") ?? 0
        return table.rows.map { row in
            var row = row
            row[references] = sources(row[references])
            return row
        }
    }

    private func changes(_ month: String) throws -> [[String]] {
        let table = try CSVTable("\(month)/changes.csv")
        let columns = table.header.indices.filter { table.header[$0].hasSuffix("evidence") }
        return table.rows.map { row in
            var row = row
            for column in columns { row[column] = sources(row[column]) }
            return row
        }
    }

    private func withoutPlaces(_ path: String) throws -> [[String]] {
        try CSVTable(path).dropping(["file", "row"]).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func evidence(_ month: String) throws -> [[String]] {
        try CSVTable("\(month)/evidence.csv").dropping(["file", "row"])
    }

    /// Rows put aside, without their place, by source and in an order of their own.
    private func quarantine(_ month: String) throws -> [String: [String]] {
        var rows: [String: [String]] = [:]
        for name in try Files.list("\(month)/quarantine") where name.hasSuffix(".csv") {
            let table = try CSVTable("\(month)/quarantine/\(name)")
            rows[name] = table.dropping(["file", "row", "line", "byte_offset"])
                .map { $0.joined(separator: "\u{1}") }.sorted()
        }
        return rows
    }

    /// Rows, records and quarantined rows by source.
    private func sums(_ month: String) throws -> [String: [Int]] {
        try Manifest(month).sources.mapValues { source in
            [
                source.files.reduce(0) { $0 + $1.rows }, source.files.reduce(0) { $0 + $1.records },
                source.files.reduce(0) { $0 + $1.quarantined.values.reduce(0, +) },
            ]
        }
    }
}
