import Foundation
import Testing

/// The pipeline of the job that other tools do too, on a month that fits on a page.
@Suite("The benchmark's pipeline")
struct BenchmarkPipelineTests {
    private static let pipeline = Program.root.appending(path: "pipelines/benchmark.yaml").path

    /// A resident number with place-holder county 440201.
    private static func id(_ sequence: Int) -> String {
        let digits = "44020119900101" + String(1000 + sequence).dropFirst()
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }

    /// Every file of the month: people 1 to 7, one record for each status, and rows that prove nothing.
    private static let files: [String: String] = [
        "unemployed.csv": "登记编号,姓名,证件号码,登记机构代码,登记日期\n"
            + (1...7).map { "R\($0),某\($0),\(id($0)),44020\($0 % 2 + 3)001,2026-01-05\n" }.joined()
            + "R9,短行,\(id(9))\n",
        "insurance.csv": "证件号码,险种类型,参保身份,单位名称,费款所属期,缴费类型,缴费状态\n"
            + "\(id(1)),310,1,甲公司,202610,10,1\n" + "'\(id(2)),110,2,,202610,20,1\n"
            + "\(id(3)),110,1,乙公司,202609,10,1\n" + "\(id(4)),110,1,丙公司,202610,10,0\n"
            + "\(id(4)),110,1,短行\n" + "\(id(999)),110,1,别人,202610,10,1\n",
        "pension.csv": "证件号码,待遇类别,待遇开始年月,发放状态\n\(id(5)),1,202610,1\n\(id(1)),3,202001,1\n",
        "business.csv": "主体名称,证件号码,成立日期,登记状态\n丁商行,\(id(6)),2026-02-01,存续\n戊商行,\(id(7)),2026-02-01,注销\n",
        "lowincome.xml": "<低保名册><家庭 类别=\"支出型困难\"><成员><证件号码>\(id(7))</证件号码></成员></家庭></低保名册>",
    ]

    private static func month() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files { try Files.write(Array(text.utf8), to: folder.path("data/\(name)")) }
        let outcome = try Program.run(
            ["run", pipeline, "--month", "2026-10", "--data", folder.path("data"), "--out", folder.path("out")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    @Test("gives each person the job's status, with evidence and the flag of low income")
    func statuses() throws {
        let folder = try Self.month()
        let ledger = try CSVTable(folder.path("out/2026-10/peers/ledger.csv"))
        #expect(ledger.header == ["registration_number", "id_number", "name", "status", "employer", "low_income"])
        let expected = [
            ["employed", "甲公司", "0"], ["flexible", "", "0"], ["unemployed", "", "0"], ["unemployed", "", "0"],
            ["retired", "", "0"], ["self-employed", "丁商行", "0"], ["unemployed", "", "1"],
        ]
        #expect(ledger.rows.map { Array($0[3...]) } == expected)
        #expect(ledger.rows.map { $0[1] } == (1...7).map { Self.id($0) })
    }

    @Test("counts people by county and status")
    func summary() throws {
        let folder = try Self.month()
        let summary = try CSVTable(folder.path("out/2026-10/peers/summary.csv"))
        #expect(summary.header == ["county_code", "status", "people"])
        let expected = [
            ["440203", "flexible", "1"], ["440203", "self-employed", "1"], ["440203", "unemployed", "1"],
            ["440204", "employed", "1"], ["440204", "retired", "1"], ["440204", "unemployed", "2"],
        ]
        #expect(summary.rows == expected)
    }

    @Test("puts ragged rows aside with their places, and writes nothing that is switched off")
    func outputs() throws {
        let folder = try Self.month()
        let names = try Files.list(folder.path("out")).filter { !$0.hasPrefix(".") }
        #expect(
            names == [
                "2026-10/manifest.json", "2026-10/peers/ledger.csv", "2026-10/peers/summary.csv",
                "2026-10/quarantine/insurance.csv", "2026-10/quarantine/unemployed.csv",
            ])
        let rows = try ["insurance", "unemployed"].map { try CSVTable(folder.path("out/2026-10/quarantine/\($0).csv")) }
        #expect(rows.map { $0.records.map { $0["row"] } } == [["5"], ["8"]])
    }

    @Test(
        "refuses a projection that would stand in for another output, or names no column",
        arguments: [
            ("file: peers/ledger.csv", "file: ledger.csv"), ("file: peers/ledger.csv", "file: ../x/ledger.csv"),
            ("file: peers/ledger.csv", "file: quarantine/ledger.csv"),
            ("file: peers/ledger.csv", "file: peers/summary.csv"),
            ("employer, {", "emploier, {"), ("as: flag", "as: flags"),
        ])
    func projections(_ text: String, _ mistake: String) throws {
        let folder = try TemporaryFolder()
        try Files.copy(Program.root.appending(path: "pipelines/tables").path, to: folder.path("tables"))
        let yaml = try String(contentsOfFile: Self.pipeline, encoding: .utf8)
        try Files.write(Array(yaml.replacing(text, with: mistake).utf8), to: folder.path("benchmark.yaml"))
        let outcome = try Program.run(["check", folder.path("benchmark.yaml")])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains(":\(Self.line(of: mistake, in: yaml.replacing(text, with: mistake))):"))
    }

    private static func line(of text: String, in yaml: String) -> Int {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        // Of two equal file names the second is the mistake.
        return (lines.lastIndex { $0.contains(text) } ?? 0) + 1
    }
}
