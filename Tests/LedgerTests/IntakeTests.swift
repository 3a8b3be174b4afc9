import Digest
import Foundation
import Ledger
import Roster
import Testing

@Suite("What people bring in by hand")
struct IntakeTests {
    private func intake(
        _ answers: [(Int, SurveyAnswer)] = [], _ confirmations: [(Int, ConfirmedStatus)] = [], file: String = "名单.xlsx"
    ) -> Intake {
        Intake(
            file: file, content: ContentDigest(of: file),
            act: AuditedAct(at: "2026-05-01T00:00:00Z", who: "officer", what: "survey \(file)"),
            answers: answers.enumerated().map { row, answer in
                .init(registrationNumber: "DJ100\(answer.0)", value: answer.1, sheet: "核查名单", row: row + 2)
            },
            confirmations: confirmations.enumerated().map { row, entry in
                .init(registrationNumber: "DJ100\(entry.0)", value: entry.1, sheet: "甲县", row: row + 2)
            })
    }

    private func confirmed(_ month: Month, _ status: String, on day: Day, ends: Bool) -> ConfirmedStatus {
        ConfirmedStatus(month: month, status: StatusCode(status), confirmedBy: "王", confirmedOn: day, ends: ends)
    }

    private func filled() throws -> (Workplace, Ledger) {
        let workplace = try Workplace()
        let ledger = try workplace.open()
        try ledger.run(basis(march), (1...4).map { person($0, in: march) })
        return (workplace, ledger)
    }

    private func answers(in ledger: Ledger) throws -> [BroughtIn<SurveyAnswer>] {
        let revision = try #require(try ledger.currentRevision(of: march))
        return try ledger.answers(of: "DJ1001", after: revision)
    }

    @Test("an answer is known from the month of its day on, also to somebody the month itself is the first to hold")
    func answers() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let told = answer(march.lastDay, .refused, note: "三月")
        let later = answer(april.firstDay, .employed)
        #expect(try ledger.takeIn(intake([(1, told), (1, later)])) == Intake.News(answers: 2, confirmations: 0))
        let first = try ledger.history(before: march, of: [])["DJ1001"]
        #expect(first.surveys == [told] && !first.isKnown)
        #expect(try ledger.history(before: april, of: [])["DJ1001"].surveys == [told, later])
        #expect(try ledger.history(before: march, of: [])["DJ1002"].surveys.isEmpty)
    }

    @Test("the same answer again is no news; one that contradicts it is kept, and the later one counts")
    func repeated() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let told = answer(march.lastDay, .refused)
        _ = try ledger.takeIn(intake([(1, told)]))
        let (dump, digest) = (try ledger.dump(), try ledger.intakeState(upTo: march).sayings)
        #expect(try ledger.takeIn(intake([(1, told)], file: "again.xlsx")).isEmpty)
        #expect(try ledger.dump() == dump)
        #expect(try ledger.intakeState(upTo: march).sayings == digest && !digest.isEmpty)
        let contradiction = answer(march.lastDay, .employed)
        #expect(try ledger.takeIn(intake([(1, contradiction)], file: "other.xlsx")).answers == 1)
        #expect(try ledger.history(before: march, of: [])["DJ1001"].surveys == [contradiction])
        let kept = try answers(in: ledger).map(
            \.value.outcome)
        #expect(kept.sorted { $0.rawValue < $1.rawValue } == [.employed, .refused])
        #expect(try ledger.intakeState(upTo: march).sayings != digest)
        #expect(try ledger.intakeState(upTo: march.adding(-1)).sayings == "")
    }

    @Test("an answer that was taken back counts again when it comes in another file; the same file brings no news")
    func toAndFro() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let (refused, employed) = (answer(march.lastDay, .refused), answer(march.lastDay, .employed))
        var said: [SurveyOutcome] = []
        for (file, told) in [("a", refused), ("b", employed), ("a", refused), ("c", refused), ("b", employed)] {
            _ = try ledger.takeIn(intake([(1, told)], file: file))
            said += try ledger.history(before: march, of: [])["DJ1001"].surveys.map(\.outcome)
        }
        #expect(said == [.refused, .employed, .employed, .refused, .refused])
        #expect(try answers(in: ledger).count == 3)
        #expect(try sqlite(workplace.path, "SELECT count(*) FROM intakes") == "3\n")
        #expect(try ledger.faults().isEmpty)
    }

    @Test("an answer with another employer or remark takes the place of the one before")
    func details() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let (first, second) = (answer(march.lastDay, .refused, note: "a"), answer(march.lastDay, .refused, note: "b"))
        for (file, told) in [("a", first), ("b", second)] {
            #expect(try ledger.takeIn(intake([(1, told)], file: file)).answers == 1)
        }
        #expect(try ledger.history(before: march, of: [])["DJ1001"].surveys == [second])
    }

    @Test("a plan made before an intake is outdated, so that no run takes for known what it did not look at")
    func besideARun() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        var basis = basis(april)
        basis.intakes = try ledger.intakeState(upTo: april).head
        _ = try ledger.takeIn(intake([(1, answer(march.lastDay, .refused))]))
        #expect(throws: LedgerError.self) { _ = try ledger.beginMonth(try ledger.plan(basis)) }
        basis.intakes = try ledger.intakeState(upTo: april).head
        try ledger.beginMonth(try ledger.plan(basis)).abandon()
    }

    @Test("what was known at a month's closing is told without the answers and confirmations that came after it")
    func atClosing() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let (told, later) = (answer(march.lastDay, .refused), answer(march.lastDay, .employed))
        let early = confirmed(march, "employed", on: april.firstDay, ends: true)
        let late = confirmed(march, "unemployed", on: april.firstDay, ends: false)
        _ = try ledger.takeIn(intake([(1, told)], [(1, early)], file: "a"))
        try ledger.closeMonth(march, AuditedAct(at: "t", who: "w", what: "close"))
        _ = try ledger.takeIn(intake([(1, later)], [(1, late)], file: "b"))
        let known = try ledger.personHistory(before: march, of: "DJ1001", by: .closing)
        #expect(known.surveys == [told] && known.confirmation == early)
        let now = try ledger.personHistory(before: march, of: "DJ1001")
        #expect(now.surveys == [later] && now.confirmation == late)
    }

    @Test("what was known when a revision was made is told apart from what came after it")
    func atRevision() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let told = answer(march.lastDay, .refused)
        func known(_ revision: Int) throws -> [SurveyAnswer] {
            try ledger.personHistory(before: march, of: "DJ1001", by: .revision(revision)).surveys
        }
        _ = try ledger.takeIn(intake([(1, told)], file: "a"))
        try ledger.run(basis(march, inputs: "v2"), (1...4).map { person($0, in: march) })
        #expect(try known(2) == [told] && answers(in: ledger).map(\.isLater) == [false])
        let later = answer(march.lastDay, .employed)
        _ = try ledger.takeIn(intake([(1, later)], file: "b"))
        #expect(try known(2) == [told] && answers(in: ledger).map(\.isLater) == [false, true])
        #expect(try ledger.personHistory(before: march, of: "DJ1001").surveys == [later])
    }

    @Test(
        "intakes that were taken out or changed are told",
        arguments: [
            ("DELETE FROM answers; DELETE FROM intakes", [LedgerFault.Kind.intake]),
            ("DELETE FROM intakes", [.intake, .row]),
            ("UPDATE intakes SET taken_by = 'x'", [.intake]),
            ("UPDATE intakes SET taken_at = 'x'", [.intake]),
        ])
    func takenOut(edit: String, kinds: [LedgerFault.Kind]) throws {
        let (workplace, ledger) = try filled()
        _ = try ledger.takeIn(intake([(1, answer(march.lastDay, .refused))]))
        try ledger.run(basis(april), (1...4).map { person($0, in: april) })
        #expect(try ledger.faults().isEmpty)
        try ledger.close()
        for statement in edit.split(separator: ";") { try sqlite(workplace.path, String(statement)) }
        #expect(try Set(workplace.faults().map(\.kind)) == Set(kinds))
    }

    @Test("of two confirmations of a month the later day counts, and an end holds from the month after")
    func confirmations() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let early = confirmed(march, "employed", on: april.firstDay, ends: true)
        let late = confirmed(march, "unemployed", on: april.firstDay.adding(days: 3), ends: false)
        #expect(try ledger.takeIn(intake([], [(1, early), (1, late), (2, early)])).confirmations == 3)
        let history = try ledger.history(before: march, of: [])
        #expect(history["DJ1001"].confirmation == late && history["DJ1002"].confirmation == early)
        #expect(history["DJ1002"].confirmedEnd == nil)
        let next = try ledger.history(before: april, of: [])
        #expect(next["DJ1001"].confirmedEnd == nil && next["DJ1002"].confirmedEnd == april.firstDay)
        #expect(next["DJ1002"].confirmation == nil)
    }

    @Test("a registration that the ledger does not hold is refused, and nothing of the workbook is kept")
    func stranger() throws {
        let (workplace, ledger) = try filled()
        defer { withExtendedLifetime(workplace) {} }
        let before = try ledger.dump()
        #expect(throws: LedgerError.self) {
            _ = try ledger.takeIn(
                intake([(1, answer(march.lastDay, .refused)), (9, answer(march.lastDay, .refused))]))
        }
        #expect(try ledger.dump() == before)
        #expect(try ledger.registered("DJ1001").map(\.name) == ["王1"] && ledger.registered("DJ1009").isEmpty)
        #expect(try ledger.holds("DJ1001", in: march) && !ledger.holds("DJ1001", in: april))
    }

    @Test(
        "a flipped byte of an answer or a confirmation names its row; a row taken away names the intake",
        arguments: [("NOTEMARK", "answers"), ("BYMARK", "confirmations")])
    func flipped(mark: String, table: String) throws {
        let (workplace, ledger) = try filled()
        var by = confirmed(march, "employed", on: april.firstDay, ends: true)
        by.confirmedBy = "BYMARK"
        _ = try ledger.takeIn(intake([(1, answer(march.lastDay, .refused, note: "NOTEMARK"))], [(2, by)]))
        #expect(try ledger.faults().isEmpty)
        try ledger.close()
        try workplace.flippingBytes(of: mark) { found in
            #expect(found.map(\.kind) == [.row] && found.first?.table == table)
            #expect(found.first?.registrationNumber == (table == "answers" ? "DJ1001" : "DJ1002"))
        }
        try sqlite(workplace.path, "DELETE FROM \(table)")
        #expect(try workplace.faults().map(\.kind) == [.intake])
    }
}
