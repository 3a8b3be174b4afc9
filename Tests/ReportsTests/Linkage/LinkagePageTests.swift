import Testing

@testable import Reports

@Suite("The page of a linkage")
struct LinkagePageTests {
    private static func html(of summary: LinkageSummary) throws -> String { try LinkagePage(summary).html() }

    @Test("says first what was compared, what came of it and what cannot be linked")
    func findings() throws {
        let html = try Self.html(of: LinkageSamples.full)
        for sentence in [
            "“甲.csv” 1,000 行与“乙.csv” 900 行相比：2 条阻断规则共选出 15,200 对记录，合并后比较 12,000 对。",
            "判为匹配 812 对，待复核 35 对，因互相矛盾被否决 4 对；“甲.csv”中 188 行、“乙.csv”中 88 行没有配对。",
            "无法匹配：“甲.csv”中 12 行（1.2%）、“乙.csv”中 3 行（0.3%）信息太少，即使与自身相比也达不到匹配阈值。",
            "注意：2 个分块超过上限被跳过，涉及 250,000 对记录；请收紧相应的阻断规则或提高上限。",
            "注意：1 个水平在训练中没有出现过，图表中以＊标出。",
        ] {
            #expect(html.contains("<p>\(sentence)</p>"))
        }
        #expect(!html.contains("没有给定模型") && !html.contains("仍未收敛"))
    }

    @Test("shows the numbers of every chart in its table")
    func numbers() throws {
        let html = try Self.html(of: LinkageSamples.full)
        for cells in [
            ["出生日期", "日月颠倒＊", "未训练", "+11.61"], ["姓名", "不同", "已训练", "-5.05"], ["起始权重", "先验", "", "-10.11"],
            ["出生日期", "日月颠倒＊", "0.0001", "3.2×10⁻⁸"], ["电话", "不同", "0.3400", "0.9999"],
            ["3 至 4", "待复核", "4", "0.0%", "812"], ["4 至 5", "达到匹配阈值", "6", "0.1%", "808"],
            ["电话", "不同", "138****0001", "139****0002", "-1.58", "+12.61"],
            ["电话", "14,000", "2", "250,000"], ["乙.csv", "900", "88", "9.8%", "3", "0.3%"],
            ["模型", "名册查重"], ["模型摘要", "sha256:5f2c"], ["训练轮数", "17（已收敛）"], ["预计匹配占较小名单", "90.2%"],
            ["匹配阈值", "0.9412（+4.00 比特）"], ["复核阈值", "0.5000（0.00 比特）"],
        ] {
            #expect(PageText.rows(of: html).contains(cells), "\(cells)")
        }
    }

    @Test("has a title and a description in every chart, and its table after it")
    func charts() throws {
        let html = try Self.html(of: LinkageSamples.full)
        let sections = html.split(separator: "<section id=").filter { $0.contains("<svg") }
        #expect(sections.count == 4)
        for section in sections {
            #expect(section.firstRange(of: "<title id=") != nil && section.firstRange(of: "<desc id=") != nil)
            let (chart, table) = (section.firstRange(of: "<svg role=\"img\""), section.firstRange(of: "<table>"))
            #expect(try #require(chart).lowerBound < #require(table).lowerBound)
        }
    }

    @Test("forbids everything but its own style, names its language and loads nothing")
    func policy() throws {
        let html = try Self.html(of: LinkageSamples.full)
        #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        for word in ["<script", "http:", "https:", "<img", "<link", "@import", "url(", "xlink", "style="] {
            #expect(!html.contains(word), "\(word)")
        }
    }

    @Test("is well-formed, full or empty, and the same each time")
    func wellFormed() throws {
        for summary in [LinkageSamples.full, LinkageSamples.empty, LinkageSamples.broken, LinkageSamples.hostile("甲")] {
            let html = try Self.html(of: summary)
            #expect(PageText.isWellFormed(html))
            #expect(try Self.html(of: summary) == html)
        }
    }

    @Test(
        "shows text from outside as text",
        arguments: [
            "<script>alert(1)</script>", "\" onload=\"x", "</text></svg><b>", "{{title}}{{{title}}}", "&lt;'",
            "\u{600}<script>", "\"\u{301} onfocus=x ", "<\u{200D}b>", "&\u{FE0F}amp;",
        ])
    func escaping(text: String) throws {
        let (plain, html) = (
            try Self.html(of: LinkageSamples.hostile("甲")), try Self.html(of: LinkageSamples.hostile(text))
        )
        #expect(PageText.isWellFormed(html))
        #expect(PageText.tagNames(of: html) == PageText.tagNames(of: plain))
        #expect(PageText.attributeNames(of: html) == PageText.attributeNames(of: plain))
    }

    @Test("shows a mark for control characters")
    func controls() throws {
        let html = try Self.html(of: LinkageSamples.hostile("甲\u{0}乙\u{1B}\u{85}"))
        #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(html.contains("甲\u{FFFD}乙\u{FFFD}\u{FFFD}"))
    }

    @Test("is made of empty lists too")
    func empty() throws {
        let html = try Self.html(of: LinkageSamples.empty)
        #expect(html.contains("“空.csv” 0 行自身查重：0 条阻断规则共选出 0 对记录，合并后比较 0 对。"))
        #expect(html.contains("没有比较过任何记录对。"))
        #expect(html.contains("没有给定模型") && html.contains("训练 0 轮后仍未收敛"))
        #expect(!html.contains("<svg"))
    }

    @Test("says that pinned weights were not trained, and does not ask them to converge")
    func pinned() throws {
        var summary = LinkageSamples.full
        summary.training.isPinned = true
        summary.training.hasConverged = false
        let html = try Self.html(of: summary)
        #expect(PageText.rows(of: html).contains(["权重来源", "权重文件（固定，本次未训练）"]))
        #expect(PageText.rows(of: html).contains(["训练轮数", "—"]))
        #expect(!html.contains("仍未收敛"))
    }

    @Test("names the rows of one list by their order")
    func oneList() throws {
        var summary = LinkageSamples.full
        summary.right = nil
        let html = try Self.html(of: summary)
        #expect(html.contains("“甲.csv” 1,000 行自身查重："))
        #expect(html.contains("前一行的值") && !html.contains("左表的值") && !html.contains("乙.csv"))
    }

    @Test(
        "is checked by what finds tags not closed and text not escaped",
        arguments: [
            "<html><p></html>", "<html>", "<html>a & b</html>", "<html>a < b</html>", "</html>", "<b>\u{600}<</b>",
        ])
    func malformed(html: String) {
        #expect(!PageText.isWellFormed(html))
    }
}
