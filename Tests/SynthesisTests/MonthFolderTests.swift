import Foundation
import Roster
import Synthesis
import Tabular
import Testing

@Suite struct MonthFolderTests {
    @Test("equal plans give equal bytes, another seed gives others")
    func seeds() throws {
        let (one, same) = (try MadeUpMonths(), try MadeUpMonths())
        let other = try MadeUpMonths { $0.seed = 2 }
        let month = one.plan.months.upperBound
        let names = try one.files(of: month)
        #expect(try names == same.files(of: month))
        for name in names { #expect(try one.bytes(month, name) == same.bytes(month, name), "\(name)") }
        #expect(try one.bytes(month, "truth.csv") != other.bytes(month, "truth.csv"))
    }

    @Test("the truth names every rule and every change at least three times")
    func coverage() throws {
        let made = try MadeUpMonths()
        let last = try made.truth(made.plan.months.upperBound)
        let rules = Dictionary(grouping: last) { $0["rule"] ?? "" }.mapValues(\.count)
        for number in 1...14 {
            let rule = number < 10 ? "R0\(number)" : "R\(number)"
            #expect(rules[rule, default: 0] >= 3, "\(rule)")
        }
        let changes = Dictionary(grouping: last) { $0["change"] ?? "" }.mapValues(\.count)
        for kind in ChangeKind.allCases where kind != .corrected && kind != .vanished {
            #expect(changes[kind.rawValue, default: 0] >= 3, "\(kind)")
        }
    }

    @Test("the truth is sorted by registration number, and everyone stands in it once")
    func order() throws {
        let made = try MadeUpMonths()
        for month in [made.plan.months.lowerBound, made.plan.months.upperBound] {
            let numbers = try made.truth(month).compactMap { $0["registration_number"] }
            #expect(numbers == Set(numbers).sorted())
        }
    }

    @Test("all sixteen sources are there each month, in text, XML, workbook, gz and zip")
    func formats() throws {
        let made = try MadeUpMonths { $0.isGzipped = true }
        var endings: Set<String> = []
        var month = made.plan.months.lowerBound
        while month <= made.plan.months.upperBound {
            let names = try made.counts(month)
            #expect(Set(names.map(\.source)) == Set(SourceKind.allCases.map(\.rawValue)))
            for name in try made.files(of: month) { endings.insert(String(name.split(separator: ".").last ?? "")) }
            month = month.adding(1)
        }
        #expect(endings.isSuperset(of: ["csv", "txt", "xml", "xlsx", "gz", "zip"]))
    }

    @Test("the rows and the damaged rows that synth.json counts are those a reader finds")
    func counts() throws {
        let made = try MadeUpMonths { $0.isGzipped = true }
        for month in [made.plan.months.lowerBound, made.plan.months.lowerBound.adding(1), made.plan.months.upperBound] {
            let expected = Dictionary(uniqueKeysWithValues: try made.counts(month).map { ($0.name, $0) })
            let tables = try made.files(of: month).filter { !$0.hasSuffix(".json") && $0 != "truth.csv" }
                .flatMap { try made.tables(month, $0) }
            for table in tables where table.kind == .delimited {
                let found = try RowCount(of: table)
                let count = try #require(expected[table.name])
                #expect(found.rows == count.rows, "\(table.name)")
                #expect(found.structure == count.quarantined["structure", default: 0], "\(table.name)")
                #expect(found.encoding == count.quarantined["encoding", default: 0], "\(table.name)")
            }
        }
    }

    @Test("the insurance export has as many rows as were asked for")
    func insuranceRows() throws {
        let made = try MadeUpMonths { $0.insuranceRows = 9000 }
        let rows = try made.counts(made.plan.months.upperBound).filter { $0.source == "insurance" }.map(\.rows)
        #expect(rows == [9000])
    }

    @Test("without mess no row is put aside but double registrations", arguments: ExportEncoding.allCases)
    func spotless(encoding: ExportEncoding) throws {
        let made = try MadeUpMonths {
            ($0.mess, $0.encoding) = (0, encoding)
        }
        for count in try made.counts(made.plan.months.upperBound) where count.source != "unemployed" {
            #expect(count.quarantined.isEmpty, "\(count.name)")
        }
        let matchable = Set(try made.truth(made.plan.months.lowerBound).compactMap { $0["matchable"] })
        #expect(matchable.isSubset(of: ["A", "B", "none"]))
    }

    @Test("at two per cent of mess at least 97 % of people can be matched")
    func matchable() throws {
        let made = try MadeUpMonths { ($0.mess, $0.registered, $0.isShowcase) = (0.02, 3000, false) }
        let truth = try made.truth(made.plan.months.upperBound)
        let share = truth.filter { ["A", "B"].contains($0["matchable"]) }.count
        #expect(share * 100 >= truth.count * 97)
    }

    @Test("a plan that can't be carried out writes nothing")
    func invalid() {
        #expect(throws: InvalidPlan.self) { try MadeUpMonths { $0.mess = 3 } }
    }
}

/// What a table's rows are, as the reader finds them.
private struct RowCount {
    var rows = 0
    var structure = 0
    var encoding = 0

    init(of table: TableSource) throws {
        let headings: Set = ["证件号码", "身份证号", "公民身份号码", "登记编号", "残疾证号", "申请编号", "姓名"]
        let reader = try DelimitedReader(table, options: DelimitedOptions(headings: headings))
        let splitter = PieceSplitter(reader.format)
        var unfinished = UnfinishedRecord()
        while let piece = try reader.nextPiece() {
            let split = splitter.split(piece, after: unfinished)
            unfinished = split.unfinished
            rows += split.rowCount
            for row in split.batch.rows { count(row.defect) }
        }
    }

    private mutating func count(_ defect: RowDefect?) {
        switch defect {
        case nil: break
        case .undecodable: encoding += 1
        default: structure += 1
        }
    }
}
