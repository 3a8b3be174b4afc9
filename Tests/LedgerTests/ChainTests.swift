import Digest
import Ledger
import Roster
import Testing

@Suite("Chain heads and the canonical dump")
struct ChainTests {
    private static let changes: [@Sendable (inout PersonMonth) -> Void] = [
        { $0.row.name = "王二" },
        { $0.row.idNumber = "x" },
        { $0.row.validUntil = may.lastDay },
        { $0.row.status = StatusCode("employed") },
        { $0.row.notify = true },
        { $0.row.evidence[0] = RecordReference(source: SourceName("insurance"), file: "a.csv", row: 2) },
        { $0.row.evidence.reverse() },
        { $0.lastContactOn = april.firstDay },
        { $0.lastWorkedIn = march },
        { $0.evidence[0].isUsed = false },
        { $0.evidence.reverse() },
        { $0.evidence.removeLast() },
        { $0.surveys[0].note = "x" },
        { $0.employerMonths[0].isPaid = false },
        { $0.change = nil },
        { $0.change?.cause = "rule" },
    ]

    /// A person with something in every table.
    private func rich() -> PersonMonth {
        var one = person(1, in: march)
        one.row.evidence = [1, 9].map {
            RecordReference(source: SourceName("insurance"), file: "a.csv", row: $0)
        }
        one.evidence = [
            evidence(.death(DeathRecord(diedOn: march.firstDay, origin: "民政")), row: 3),
            evidence(.death(DeathRecord(diedOn: march.lastDay, origin: "民政")), row: 4),
        ]
        one.surveys = [answer(march.firstDay, .refused)]
        one.employerMonths = [
            EmployerMonth(month: march, employerKey: "k", employerName: "n", isStrong: true, isPaid: true)
        ]
        one.change = ChangeRow(month: march, registrationNumber: "DJ1001", change: .registered, cause: "data")
        return one
    }

    private func chainHead(_ people: [PersonMonth]) throws -> ContentDigest {
        let workplace = try Workplace()
        return try workplace.open().run(basis(march), people).chainHead
    }

    @Test("The chain head differs when anything of any row differs", arguments: changes.indices)
    func anyRow(index: Int) throws {
        var changed = rich()
        ChainTests.changes[index](&changed)
        let others = (2...3).map { person($0, in: march) }
        #expect(try chainHead([changed] + others) != chainHead([rich()] + others))
    }

    @Test("The chain head is the same for the same rows however they are batched")
    func batches() throws {
        let people = [rich()] + (2...9).map { person($0, in: march) }
        let workplace = try Workplace()
        let ledger = try workplace.open()
        let writer = try ledger.beginMonth(try ledger.plan(basis(march)))
        for one in people { try writer.append(PeopleRows([one])) }
        #expect(try writer.seal() == chainHead(people))
    }

    @Test("The chain head carries the month before it")
    func chained() throws {
        func head(_ first: String) throws -> ContentDigest {
            let workplace = try Workplace()
            let ledger = try workplace.open()
            try ledger.run(basis(march), [person(1, in: march, status: first)])
            return try ledger.run(basis(april), [person(1, in: april)]).chainHead
        }
        #expect(try head("unemployed") == head("unemployed"))
        #expect(try head("unemployed") != head("employed"))
    }

    @Test("The same months give the same dump and chain, with or without re-runs between")
    func reruns() throws {
        let months = [march, april, may]
        let (plain, detour) = (try Workplace(), try Workplace())
        let (straight, around) = (try plain.open(), try detour.open())
        for month in months { try straight.run(basis(month), people(of: month)) }
        try around.run(basis(march, inputs: "v0"), [person(7, in: march, status: "retired")])
        try around.run(basis(april, inputs: "v0"), [person(1, in: april), person(6, in: april)])
        for month in months { try around.run(basis(month), people(of: month)) }
        for month in months { try around.run(basis(month), people(of: month)) }
        #expect(try straight.dump() == around.dump())
        #expect(try straight.months().map(\.chainHead) == around.months().map(\.chainHead))
        #expect(try straight.dump().count > months.count)
    }

    private func people(of month: Month) -> [PersonMonth] {
        var first = rich()
        first.row.month = month
        first.change?.month = month
        return [first] + (2...5).map { person($0, in: month, status: $0 == month.month ? "employed" : "unemployed") }
    }
}
