import Reports
import Roster
import Testing

struct SummaryTests {
    private static let rows = [
        Samples.row("1"), Samples.fullRow("2"), Samples.row("3", status: "employed", town: "440204002"),
        Samples.row("4", status: "employed"),
    ]

    private static func summary(of rows: some Sequence<LedgerRow>) -> MonthSummary {
        rows.reduce(into: MonthSummary(month: Samples.month)) { $0.add($1) }
    }

    @Test("People are counted once under each breakdown")
    func sums() {
        let summary = Self.summary(of: Self.rows)
        #expect(summary.people == 4)
        #expect(summary.statuses.total == 4)
        #expect(summary.counties.values.reduce(0) { $0 + $1.total } == 4)
        #expect(summary.flows.values.reduce(0) { $0 + $1.total } == 4)
        #expect(summary.towns.values.reduce(0) { $0 + $1.people } == 4)
        #expect(summary.rules.total == 4)
        #expect(summary.actions.total == 4)
        #expect(summary.changes.total == 4)
    }

    @Test("Each count holds the people it names")
    func counts() {
        let summary = Self.summary(of: Self.rows)
        #expect(summary.statuses[StatusCode("employed")] == 2)
        #expect(summary.counties["440203"]?[StatusCode("employed")] == 1)
        #expect(summary.flows[StatusCode("unemployed")]?[StatusCode("suspected")] == 1)
        #expect(summary.flows[nil]?.total == 3)
        #expect(summary.coverage.tracked == 1)
        #expect(summary.towns["440203001"]?.methods[.phone] == 1)
        #expect((summary.needingVerification, summary.onWorkList, summary.toNotify) == (1, 1, 1))
        #expect(summary.workListReasons[.conflict] == 1)
        #expect(summary.lowIncome[.urbanMinimum] == 1)
        #expect(summary.recognised == 1)
    }

    @Test("Parts merged equal the whole, wherever the cut is", arguments: 0...4)
    func merging(cut: Int) {
        var first = Self.summary(of: Self.rows[..<cut])
        var second = Self.summary(of: Self.rows[cut...])
        second.addVanished()
        first.merge(second)
        var whole = Self.summary(of: Self.rows)
        whole.addVanished()
        #expect(first == whole)
        #expect(whole.changes[.vanished] == 1)
        #expect(whole.people == 4)
    }

    @Test("A file is balanced when each row became a record or was put aside")
    func balance() {
        var file = FileSummary(name: "a.csv", sha256: "", bytes: 10, encoding: "UTF-8")
        file.rows = 10
        file.records = 7
        file.quarantined = Tally([.fieldCount: 2])
        #expect(!file.isBalanced)
        file.quarantined.add(.undecodable)
        #expect(file.isBalanced)
    }
}
