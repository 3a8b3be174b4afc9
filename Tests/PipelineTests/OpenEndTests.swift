import Decisions
import Foundation
import Ledger
import Matching
import Roster
import Testing

@testable import Pipeline

@Suite("Registrations without an end of validity")
struct OpenEndTests {
    private static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "pipelines/shaoguan-monthly.yaml").path

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private static func history(of month: Month) throws -> MonthHistory {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try Ledger.open(folder.appending(path: "ledger.sqlite").path, access: .write)
        defer { try? ledger.close() }
        return try ledger.history(before: month, of: [])
    }

    private static func roster(_ registrations: [Registration], in month: Month) throws -> MonthRoster {
        let definition = try PipelineDefinition.load(path)
        let names = NameComparison(tables: definition.nameTables)
        let rows = registrations.map {
            RosterRow(registration: $0, place: RowPlace(file: "a", row: 1, line: 1, byteOffset: 0))
        }
        return MonthRoster(
            source: try #require(definition.source(of: .unemployed)), files: [],
            registrations: SlottedRegistrations(rows, at: Array(rows.indices)),
            conflicts: [], linker: Linker(spine: Spine(people: registrations.map(SpinePerson.init)), names: names),
            names: names,
            history: try history(of: month), doubtful: Array(registrations.indices), outOfScope: 0,
            registeredTwice: [], listedNumbers: [])
    }

    private static func service(_ slot: Int, completed day: String) throws -> Evidence {
        Evidence(
            person: PersonSlot(slot), reference: RecordReference(source: SourceName("service"), file: "a", row: slot),
            grade: .a,
            observation: .service(
                ServiceRecord(
                    kind: .guidance, appliedOn: nil, completedOn: try Self.day(day), postNumber: "", agencyCode: "")))
    }

    private static func file(links: [MatchGrade: Int]) -> FileOutcome {
        var yield = BatchYield()
        yield.links = links
        let table = TableOutcome(name: "a", encoding: "UTF-8", header: [], missingHeadings: [], yield: yield)
        let item = InputItem(source: SourceName("service"), name: "a", path: "a", size: 0, modified: 0)
        return FileOutcome(item: item, digest: nil, sameAs: nil, tables: [table])
    }

    @Test("A service of the last six months keeps one in the month; an older one does not")
    func contacts() throws {
        let month = "2026-10" as Month
        let registrations = try ["R1", "R2", "R3"].map {
            Registration(registrationNumber: $0, name: "王伟", id: .missing, registeredOn: try Self.day("2025-01-01"))
        }
        var roster = try Self.roster(registrations, in: month)
        let evidence = MonthEvidence(
            [try Self.service(0, completed: "2026-04-01"), try Self.service(1, completed: "2026-03-31")], people: 3,
            files: [Self.file(links: [.a: 2])])
        let definition = try PipelineDefinition.load(Self.path)
        let engine = try DecisionEngine(
            policy: definition.policy, setting: definition.setting(month: month, missing: [], present: []))
        try roster.leaveOutLapsed(evidence, engine: engine)
        #expect(roster.lapsed == [1, 2])
        #expect(roster.outOfScope == 2)
        #expect(try evidence.links(leavingOut: roster.lapsed) == [SourceName("service"): [.a: 1]])
    }
}
