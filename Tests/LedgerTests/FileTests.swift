import Foundation
import Ledger
import Roster
import Testing

@Suite("The ledger's file")
struct FileTests {
    private func kind(_ workplace: Workplace, _ access: LedgerAccess = .readOnly) -> LedgerError.Kind? {
        do {
            try workplace.open(access).close()
            return nil
        } catch {
            return (error as? LedgerError)?.kind
        }
    }

    /// A ledger with one month, closed.
    private func filled() throws -> Workplace {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), (1...200).map { person($0, in: march) })
        try ledger.close()
        return workplace
    }

    private func overwrite(_ workplace: Workplace, at offset: UInt64, with bytes: [UInt8]) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: workplace.path))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }

    @Test("A new ledger can be read by its owner alone and rests without side files")
    func permissions() throws {
        let workplace = try filled()
        let attributes = try FileManager.default.attributesOfItem(atPath: workplace.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try workplace.content().keys.sorted() == ["ledger.sqlite"])
    }

    @Test("Reading changes no byte of the file or its folder")
    func readOnly() throws {
        let workplace = try filled()
        let before = try workplace.content()
        let ledger = try workplace.open(.readOnly)
        #expect(try ledger.rows(of: march).count == 200)
        #expect(try !ledger.dump().isEmpty)
        _ = try ledger.history(before: april, of: [])
        #expect(throws: LedgerError(.notWritable, path: workplace.path)) {
            try ledger.beginMonth(try ledger.plan(basis(april)))
        }
        try ledger.close()
        #expect(try workplace.content() == before)
    }

    @Test("A missing file is reported to a reader and made for a writer")
    func missing() throws {
        let workplace = try Workplace()
        #expect(kind(workplace) == .missing)
        #expect(kind(workplace, .write) == nil)
    }

    @Test("A file that others may read is refused", arguments: [0o640, 0o604, 0o620], [LedgerAccess.write, .readOnly])
    func exposed(mode: Int, access: LedgerAccess) throws {
        let workplace = try filled()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: workplace.path)
        #expect(kind(workplace, access) == .exposed)
    }

    @Test("What is no ledger is refused", arguments: ["text", "empty", "foreign", "folder", "link"])
    func notALedger(what: String) throws {
        let workplace = try filled()
        let data = try #require(try workplace.content()["ledger.sqlite"])
        try FileManager.default.removeItem(atPath: workplace.path)
        switch what {
        case "text": try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: workplace.path))
        case "empty": try Data().write(to: URL(fileURLWithPath: workplace.path))
        case "folder":
            try FileManager.default.createDirectory(atPath: workplace.path, withIntermediateDirectories: false)
        case "link":
            try data.write(to: URL(fileURLWithPath: workplace.path + ".other"))
            try FileManager.default.createSymbolicLink(
                atPath: workplace.path, withDestinationPath: workplace.path + ".other")
        default: try data.write(to: URL(fileURLWithPath: workplace.path))
        }
        if what != "link" {
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: workplace.path)
        }
        if what == "foreign" { try overwrite(workplace, at: 68, with: [0, 0, 0, 1]) }
        #expect(kind(workplace) == .notALedger)
    }

    @Test("A ledger of a newer program is refused")
    func newer() throws {
        let workplace = try filled()
        try overwrite(workplace, at: 60, with: [0, 0, 0, 99])
        #expect(kind(workplace) == .newerVersion)
        #expect(kind(workplace, .write) == .newerVersion)
    }

    @Test("A ledger of an older program, whose tables are others, is refused")
    func older() throws {
        let workplace = try filled()
        try overwrite(workplace, at: 60, with: [0, 0, 0, 1])
        #expect(kind(workplace) == .olderVersion)
        #expect(kind(workplace, .write) == .olderVersion)
    }

    @Test("A ledger cut short is found damaged", arguments: [LedgerAccess.write, .readOnly])
    func truncated(access: LedgerAccess) throws {
        let workplace = try filled()
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: workplace.path))
        let size = try file.seekToEnd()
        try file.truncate(atOffset: size - 8192)
        try file.close()
        #expect(kind(workplace, access) == .damaged)
    }

    @Test("A page overwritten is found damaged")
    func overwritten() throws {
        let workplace = try filled()
        let size = try #require(try workplace.content()["ledger.sqlite"]).count
        try overwrite(workplace, at: UInt64(size - 4096), with: Array(repeating: 0xFF, count: 4096))
        #expect(kind(workplace) == .damaged)
    }

    @Test("A second writer is told that the ledger is locked; a reader goes on")
    func locked() throws {
        let workplace = try filled()
        let (one, two) = (try workplace.open(), try workplace.open())
        let writer = try one.beginMonth(try one.plan(basis(april)))
        try writer.append(PeopleRows([person(1, in: april)]))
        let plan = try two.plan(basis(april))
        #expect(throws: LedgerError(.locked, path: workplace.path, detail: "database is locked")) {
            try two.beginMonth(plan)
        }
        #expect(try workplace.open(.readOnly).rows(of: march).count == 200)
        try writer.abandon()
    }

    @Test("After a crash a reader asks for repair, and the next writer finds the old state")
    func hotJournal() throws {
        let workplace = try filled()
        let old = try workplace.open(.readOnly).dump()
        let crashed = try Workplace()
        do {
            let ledger = try workplace.open()
            let writer = try ledger.beginMonth(try ledger.plan(basis(april)))
            let people = (1...40_000).map { number in
                var one = person(number, in: april)
                one.row.registrationNumber = "DJ\(100_000 + number)"
                one.row.employer = String(repeating: "厂", count: 800)
                return one
            }
            try writer.append(PeopleRows(people))
            for (name, data) in try workplace.content() {
                let copy = crashed.folder.appendingPathComponent(name)
                try data.write(to: copy)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.path)
            }
            try writer.abandon()
        }
        try #require(try crashed.content().count == 2)
        let before = try crashed.content()
        #expect(kind(crashed) == .needsRecovery)
        #expect(try crashed.content() == before)
        #expect(try crashed.open(.write).dump() == old)
    }

    @Test("A ledger left with a write-ahead log is left alone by a reader")
    func writeAheadLog() throws {
        let workplace = try filled()
        try overwrite(workplace, at: 18, with: [2, 2])
        let before = try workplace.content()
        #expect(kind(workplace) == .needsRecovery)
        #expect(try workplace.content() == before)
        #expect(kind(workplace, .write) == nil)
        #expect(kind(workplace) == nil)
    }

    @Test("No error text holds a value of a row")
    func errorTexts() throws {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        var one = person(1, in: march)
        one.surveys = [answer(march.firstDay, .refused)]
        do {
            try ledger.run(basis(march), [one, one])
            Issue.record("two rows of one number were taken")
        } catch {
            #expect(!"\(error)".contains("王"))
            #expect(!"\(error)".contains("4402"))
        }
    }
}
