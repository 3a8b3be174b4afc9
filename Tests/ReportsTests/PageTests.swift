import Foundation
import Reports
import Roster
import Testing

struct PageTests {
    private static func report(names: ReportNames = Samples.names) throws -> String {
        var summary = MonthSummary(month: Samples.month)
        summary.add(Samples.row("SG77001", name: "赵钱孙"))
        summary.add(Samples.fullRow("SG77002"))
        summary.add(Samples.row("SG77003", status: "employed", town: "440299001"))
        return try ReportPage(summary: summary, names: names).html()
    }

    private static func quality() throws -> String {
        var source = SourceSummary(source: SourceName("insurance"), title: "社会保险缴费明细", isRequired: true)
        var file = FileSummary(name: "<b>&\"社保.csv", sha256: "00", bytes: 1_234_567, encoding: "GB18030")
        (file.rows, file.records) = (1_000, 998)
        file.quarantined = Tally([.fieldCount: 1, .undecodable: 1])
        file.remarks = Tally([.idInvalid: 3])
        source.files = [file]
        source.registeredLinks = Tally([.a: 40, .c: 2])
        source.gates = [GateOutcome(.tooFewRows(1_000, least: 2_000), verdict: .warned)]
        let missing = SourceSummary(source: SourceName("death"), title: "死亡人口名册", isRequired: true)
        return try QualityPage(month: Samples.month, sources: [source, missing], names: Samples.names).html()
    }

    @Test("Pages forbid everything but their own style, name their language and load nothing")
    func policy() throws {
        for html in [try Self.report(), try Self.quality()] {
            #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
            #expect(html.contains("<html lang=\"zh-CN\">"))
            for word in ["<script", "http://", "https://", "<img", "<link", "@import", "url("] {
                #expect(!html.contains(word), "\(word)")
            }
        }
    }

    @Test("Pages are well-formed: every element is closed and every text escaped")
    func wellFormed() throws {
        for html in [try Self.report(), try Self.quality()] {
            #expect(isWellFormed(html))
        }
    }

    @Test(
        "The check of pages finds what is not closed or not escaped",
        arguments: ["<html><p></html>", "<html>", "<html>a & b</html>", "<html>a < b</html>", "</html>"])
    func malformed(html: String) {
        #expect(!isWellFormed(html))
    }

    @Test("Every table has a caption, and headings for its columns and rows")
    func tables() throws {
        for html in [try Self.report(), try Self.quality()] {
            let tables = html.components(separatedBy: "<table>").dropFirst()
            #expect(tables.count >= 6)
            for table in tables {
                let table = table.components(separatedBy: "</table>")[0]
                #expect(table.contains("<caption>"))
                #expect(table.contains("<th scope=\"col\" class=\"t\">"))
                let header = table.components(separatedBy: "</thead>")[0].components(separatedBy: "<th scope").count - 1
                for row in table.components(separatedBy: "<tr><th scope=\"row\">").dropFirst() {
                    #expect(row.components(separatedBy: "<td class=").count == header)
                }
            }
        }
    }

    @Test("The report shows the month's counts")
    func figures() throws {
        let html = try Self.report()
        #expect(html.contains("2026年10月在册登记失业人员 3 人，已跟踪 1 人，覆盖率 33.3%。"))
        #expect(html.contains("<tr><th scope=\"row\">武江区</th><td class=\"n\">2</td>"))
        #expect(html.contains("<tr><th scope=\"row\">440299</th><td class=\"n\">1</td>"))
        #expect(html.contains("<tr><th scope=\"row\">新华街道公共服务中心</th><td class=\"n\">2</td>"))
        #expect(html.contains("内部使用"))
    }

    @Test("No person is in the report")
    func noPerson() throws {
        let html = try Self.report()
        for word in ["SG77001", "赵钱孙", "张三", "440201199001011234", "李四"] {
            #expect(!html.contains(word), "\(word)")
        }
    }

    @Test("Names from outside are escaped")
    func escaping() throws {
        var names = Samples.names
        names.place = "<i>\"韶关\"&'市'"
        let html = try Self.report(names: names)
        #expect(!html.contains("<i>"))
        #expect(html.contains("&lt;i&gt;&quot;韶关&quot;&amp;&#39;市&#39;登记失业人员跟踪月报"))
        #expect(try Self.quality().contains("&lt;b&gt;&amp;&quot;社保.csv"))
    }

    @Test("A character that another one is joined to is escaped all the same")
    func escapingOfJoinedCharacters() throws {
        var names = Samples.names
        names.place = "\u{600}<b>\u{301}\"\u{200D}市"
        let html = try Self.report(names: names)
        #expect(html.contains("\u{600}&lt;b&gt;\u{301}&quot;\u{200D}市"))
        #expect(!html.unicodeScalars.split(separator: "\u{600}").dropFirst().contains { $0.first == "<" })
    }

    @Test("The quality page counts masked records and links that changed, where there are any")
    func qualityOfLinks() throws {
        var source = SourceSummary(source: SourceName("insurance"), title: "参保", isRequired: true)
        let bare = try QualityPage(month: Samples.month, sources: [source], names: Samples.names).html()
        #expect(!bare.contains("唯一相符") && !bare.contains("等级变动"))
        source.damagedIDs = Tally(["linked": 3, "ambiguous": 2, "unlinked": 41])
        source.linkChanges = Tally([.new: 7, .moved: 5])
        source.registeredLinks = Tally([.a: 9])
        source.overusedIDs = 6
        let html = try QualityPage(month: Samples.month, sources: [source], names: Samples.names).html()
        #expect(html.contains("参保</th><td class=\"n\">3</td><td class=\"n\">2</td><td class=\"n\">41</td>"))
        #expect(html.contains("参保</th><td class=\"n\">7</td><td class=\"n\">0</td><td class=\"n\">5</td>"))
        #expect(html.contains("姓名过多、不作依据的证件号码：参保 6 个"))
    }

    @Test("The quality page counts rows, names reasons and lists what is missing")
    func quality() throws {
        let html = try Self.quality()
        #expect(html.contains("收到 1 个来源、1 个文件，共 1,000 行；其中 2 行（0.2%）未能使用，已隔离。"))
        #expect(html.contains("缺少必需来源：死亡人口名册。"))
        #expect(html.contains("<th scope=\"col\" class=\"n\">列数不符</th><th scope=\"col\" class=\"n\">字符无法识别</th>"))
        #expect(html.contains("<td class=\"t\">GB18030</td><td class=\"n\">1,234,567</td>"))
        #expect(html.contains("! 警告"))
    }

    @Test("Answers about links are shown with their intervals, where anybody answered")
    func answers() throws {
        let share = AnswerSummary.Share(value: 0.8, low: 0.49016, high: 0.94333)
        let group = AnswerSummary.Group(label: "D 级", pairs: 20, yes: 8, no: 2, unsure: 1, precision: share)
        var silent = group
        (silent.yes, silent.no, silent.unsure, silent.precision) = (0, 0, 0, nil)
        let summary = AnswerSummary(grades: [group], bands: [silent], precision: share, recall: nil)
        #expect(!summary.isEmpty && AnswerSummary(grades: [silent], bands: [], precision: nil, recall: nil).isEmpty)
        let page = QualityPage(month: Samples.month, sources: [], names: Samples.names, answers: summary)
        let html = try page.html()
        #expect(isWellFormed(html))
        #expect(html.contains("D 级</th><td class=\"n\">20</td><td class=\"n\">8</td><td class=\"n\">2</td>"))
        #expect(html.contains("80.0%（49.0%–94.3%）"))
        #expect(html.contains("召回率（只就列出的配对而言）：有的概率段还没有答复"))
        #expect(!(try Self.quality().contains("复核答复")))
    }

    @Test("A month without anybody has pages too")
    func emptyMonth() throws {
        let summary = MonthSummary(month: Samples.month)
        let html = try ReportPage(summary: summary, names: Samples.names).html()
        #expect(html.contains("在册登记失业人员 0 人，已跟踪 0 人，覆盖率 —"))
        #expect(isWellFormed(html))
        #expect(isWellFormed(try QualityPage(month: Samples.month, sources: [], names: Samples.names).html()))
    }

    /// Whether tags are nested and closed, and nothing outside them would have to be escaped.
    private func isWellFormed(_ html: String) -> Bool {
        let tag = /<(?<close>\/?)(?<name>[a-z0-9]+)[^<>]*>/
        var open: [Substring] = []
        let body = html.replacing("<!DOCTYPE html>", with: "")
        for match in body.matches(of: tag) where match.output.name != "meta" {
            if match.output.close.isEmpty {
                open.append(match.output.name)
            } else if open.popLast() != match.output.name {
                return false
            }
        }
        let text = body.replacing(tag, with: "").replacing(/&(lt|gt|amp|quot|#39);/, with: "")
        return open.isEmpty && !text.contains(/[<>&]/)
    }
}
