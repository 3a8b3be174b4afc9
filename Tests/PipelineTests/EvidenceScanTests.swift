import Foundation
import Matching
import Normalization
import Roster
import Tabular
import Testing

@testable import Pipeline

/// The scan of a source: a function of spine and piece, whatever way both came and wherever the pieces were cut.
@Suite("Evidence scan")
struct EvidenceScanTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = root.appending(path: "fixtures/months/exports/2026-10").path

    private static func definition() throws -> PipelineDefinition {
        try PipelineDefinition.load(root.appending(path: "pipelines/shaoguan-monthly.yaml").path)
    }

    private static func month() throws -> Month { "2026-10" as Month }

    private static func reading(_ kind: SourceKind, blockBytes: Int, jobs: Int) throws -> FileReading {
        let definition = try definition()
        var limits = definition.limits
        limits.blockBytes = blockBytes
        let settings = ReadingSettings(
            context: definition.parsingContext(month: try month()), window: OrderedWindow(width: jobs),
            permits: Permits(count: jobs), limits: limits, totalMarks: definition.marks.total)
        let definitions = Dictionary(definition.sources.map { ($0.name, $0) }) { first, _ in first }
        return FileReading(definitions: definitions, settings: settings, digestsInputs: false)
    }

    private static func items(_ kind: SourceKind) throws -> [InputItem] {
        let definition = try definition()
        let inventory = try InputInventory(of: folder, sources: definition.sources)
        return inventory.items[try #require(definition.source(of: kind)).name] ?? []
    }

    private static func outcomes(
        _ kind: SourceKind, blockBytes: Int, jobs: Int, work: @escaping @Sendable (BoundTable, RowBatch) -> BatchYield
    ) async throws -> [FileOutcome] {
        var files: [FileOutcome] = []
        try await reading(kind, blockBytes: blockBytes, jobs: jobs)
            .read(try items(kind), work: { _ in TableWork(yield: work) }, take: { files.append($0) })
        return files
    }

    private static func linker() async throws -> Linker {
        let files = try await outcomes(.unemployed, blockBytes: 1 << 20, jobs: 1) {
            RosterScan(table: $0).registrations(in: $1)
        }
        let rows = files.flatMap { $0.tables.flatMap(\.yield.roster) }
        let names = NameComparison(tables: try definition().nameTables)
        let selection = RosterScope(month: try month(), names: names).select(rows)
        return Linker(spine: Spine(selection, of: rows), names: names)
    }

    @Test("pieces of any size, worked on side by side, give the same evidence and the same rows put aside")
    func cuts() async throws {
        let linker = try await Self.linker()
        for kind in [SourceKind.insurance, .pension, .death, .service, .status] {
            let whole = try await Self.outcomes(kind, blockBytes: 1 << 24, jobs: 1) {
                EvidenceScan(table: $0).evidence(in: $1, linker: linker)
            }
            let expected = whole.flatMap(\.tables).map(\.yield)
            #expect(expected.contains { !$0.evidence.isEmpty } && expected.contains { !$0.quarantined.isEmpty })
            for (blockBytes, jobs) in [(200, 4), (4096, 2), (65_536, 7)] {
                let cut = try await Self.outcomes(kind, blockBytes: blockBytes, jobs: jobs) {
                    EvidenceScan(table: $0).evidence(in: $1, linker: linker)
                }
                let found = cut.flatMap(\.tables).map(\.yield)
                #expect(found.map(\.evidence) == expected.map(\.evidence), "\(kind) \(blockBytes)")
                #expect(found.map(\.quarantined) == expected.map(\.quarantined), "\(kind) \(blockBytes)")
                #expect(found.map(\.rows) == expected.map(\.rows))
                #expect(found.map(\.records) == expected.map(\.records))
                #expect(found.map(\.links) == expected.map(\.links))
                #expect(
                    found.allSatisfy { $0.links == $0.evidence.reduce(into: [:]) { $0[$1.grade, default: 0] += 1 } })
            }
        }
    }

    @Test("an XML document read in pieces by several threads gives what one thread gives")
    func documents() async throws {
        let linker = try await Self.linker()
        let whole = try await Self.outcomes(.lowIncome, blockBytes: 1 << 24, jobs: 1) {
            EvidenceScan(table: $0).evidence(in: $1, linker: linker)
        }
        let expected = whole.flatMap(\.tables).map(\.yield)
        #expect(expected.contains { !$0.evidence.isEmpty })
        for (blockBytes, jobs) in [(700, 4), (4096, 2)] {
            let cut = try await Self.outcomes(.lowIncome, blockBytes: blockBytes, jobs: jobs) {
                EvidenceScan(table: $0).evidence(in: $1, linker: linker)
            }
            let found = cut.flatMap(\.tables).map(\.yield)
            #expect(found.map(\.evidence) == expected.map(\.evidence), "\(blockBytes)")
            #expect(found.map(\.quarantined) == expected.map(\.quarantined), "\(blockBytes)")
            #expect(found.map(\.rows) == expected.map(\.rows))
        }
    }

    @Test("spine and pieces that went through files give the evidence they gave in memory")
    func files() async throws {
        let linker = try await Self.linker()
        let names = NameComparison(tables: try Self.definition().nameTables)
        let spine = try JSONDecoder().decode(Spine.self, from: JSONEncoder().encode(linker.spine))
        let item = try #require(try Self.items(.pension).first)
        let source = try #require(try Self.definition().source(of: .pension))
        let table = try #require(try InputFile.tables(at: item.path).first)
        let reader = try DelimitedReader(table, options: DelimitedOptions(headings: source.headings, pieceSize: 8192))
        let reading = TableReading(
            source: source, settings: try Self.reading(.pension, blockBytes: 8192, jobs: 1).settings)
        let scan = EvidenceScan(
            table: try reading.bind(header: reader.format.header, name: item.name, isWorkbook: false))
        var pieces = 0
        var links = 0
        while let piece = try reader.nextPiece() {
            let direct = scan.evidence(in: piece, format: reader.format, linker: linker)
            let copy = try JSONDecoder().decode(TextPiece.self, from: JSONEncoder().encode(piece))
            let format = try JSONDecoder().decode(DelimitedFormat.self, from: JSONEncoder().encode(reader.format))
            let other = scan.evidence(in: copy, format: format, linker: Linker(spine: spine, names: names))
            #expect(other.evidence == direct.evidence)
            #expect(other.quarantined == direct.quarantined)
            let stored = try JSONDecoder().decode([Evidence].self, from: JSONEncoder().encode(Array(direct.evidence)))
            #expect(stored == Array(direct.evidence))
            pieces += 1
            links += direct.evidence.count
        }
        #expect(pieces > 3 && links > 5)
    }

    @Test("an employer's rows, a stranger's rows and a broken row: links, nothing, quarantine with its place")
    func oneRow() async throws {
        let definition = try Self.definition()
        let source = try #require(definition.source(of: .death))
        let id = try #require(IDNumber(checking: Self.number("44020119850615123")))
        let registration = Registration(
            registrationNumber: "1", name: "王小明", id: .usable(id),
            registeredOn: try #require(Day(iso: "2026-01-05")))
        let names = NameComparison(tables: definition.nameTables)
        let linker = Linker(spine: Spine(people: [SpinePerson(registration)]), names: names)
        let text =
            "证件号码,姓名,死亡日期,信息来源\n\(Self.number("44020119850615321")),张三,2026-10-01,x\n"
            + "'\(id.text),王小明,2026/10/02,民政\n\(id.text),王小明,坏,x\n\(id.text),短\n"
        let format = DelimitedFormat(
            encoding: .utf8, header: ["证件号码", "姓名", "死亡日期", "信息来源"], linesBeforeData: 1,
            bytesBeforeData: 0)
        let body = Array(text.utf8.drop { $0 != 0x0A }.dropFirst())
        let settings = try Self.reading(.death, blockBytes: 1 << 20, jobs: 1).settings
        let table = try TableReading(source: source, settings: settings)
            .bind(header: format.header, name: "死亡.csv", isWorkbook: false)
        let yield = EvidenceScan(table: table).evidence(
            in: TextPiece(bytes: body, ordinal: 0, isLast: true), format: format, linker: linker)
        #expect(yield.evidence.map(\.reference.row) == [2])
        #expect(yield.evidence.map(\.grade) == [.a])
        #expect(yield.quarantined.map(\.code) == [.keyFieldInvalid, .fieldCount])
        #expect(yield.quarantined.map(\.place.row) == [3, 4])
        #expect(yield.quarantined.map(\.field) == ["死亡日期", ""])
        #expect((yield.rows, yield.records) == (4, 2))
    }

    private static func number(_ digits: String) -> String {
        let bytes = Array(digits.utf8)
        return digits + String(decoding: [IDNumber.checkCharacter(of: bytes[...])], as: UTF8.self)
    }
}
