import Digest
import Foundation
import Reports

/// An HTML page that tells by its last line whether it is still as the program wrote it: a digest over what the page is of,
/// and over all before.
struct MarkedPage {
    /// The page and its last line.
    let html: String
    private let subject: String

    /// - Parameter subject: what the page is of; two pages of the same may take each other's place.
    init(_ html: String, of subject: String) {
        self.html = html + MarkedPage.line(Array(html.utf8), subject)
        self.subject = subject
    }

    /// Whether a file is a page of the same subject that nobody edited.
    func mayReplace(_ path: String) throws -> Bool {
        guard !Folder.isFolder(path) else { return false }
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { file.closeFile() }
        // A file of another kind may be large.
        let beginning = Data("<!DOCTYPE html>".utf8)
        guard try file.read(upToCount: beginning.count) == beginning else { return false }
        let bytes = try Array(beginning + (file.readToEnd() ?? Data()))
        let page = bytes.dropLast(MarkedPage.line([], subject).utf8.count)
        return bytes.suffix(from: page.endIndex).elementsEqual(MarkedPage.line(Array(page), subject).utf8)
    }

    private static func line(_ page: [UInt8], _ subject: String) -> String {
        var parts = DigestParts("taizhang page")
        parts.add("subject", subject)
        parts.add("page", page)
        return "<!-- \(parts.finalize()) -->\n"
    }
}

extension MarkedPage {
    /// A month's `report.html`.
    init(report summary: MonthSummary, _ names: ReportNames) throws {
        self.init(try ReportPage(summary: summary, names: names).html(), of: "report \(summary.month)")
    }
}
