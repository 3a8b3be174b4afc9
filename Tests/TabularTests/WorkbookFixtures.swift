import Foundation

@testable import Tabular

/// A folder of its own for one test, gone with it.
final class WorkFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Workbooks made by hand, stored without compression.
enum HandMade {
    /// The bytes of a zip archive of stored members.
    static func zip(_ members: [(name: String, text: String)]) -> [UInt8] {
        zip(members.map { ($0.name, Array($0.text.utf8)) })
    }

    /// The same for members of any bytes.
    static func zip(_ members: [(name: String, data: [UInt8])]) -> [UInt8] {
        var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
        for member in members {
            let (name, data) = (Array(member.name.utf8), member.data)
            let common: [UInt8] =
                little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(33, 2)
                + little(Int(checksum(data)), 4) + little(data.count, 4) + little(data.count, 4)
                + little(name.count, 2) + little(0, 2)
            directory +=
                little(0x0201_4b50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
                + little(0, 4) + little(bytes.count, 4) + name
            bytes += little(0x0403_4b50, 4) + common + name + data
        }
        let end =
            little(0x0605_4b50, 4) + little(0, 4) + little(members.count, 2) + little(members.count, 2)
            + little(directory.count, 4) + little(bytes.count, 4) + little(0, 2)
        return bytes + directory + end
    }

    /// A workbook with the given sheets and, if any, other parts in place of the usual ones.
    static func workbook(
        sheets: [(name: String, state: String, data: String)], strings: String = "<sst/>",
        styles: String = "<styleSheet/>",
        properties: String = "", namespace: String = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ) throws -> WorkbookReader {
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let list = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
        }
        let relations = sheets.indices.map { index in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
        }
        var members = [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(relation)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relation)\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships>\(relations.joined())<Relationship Id=\"s\" Type=\"\(relation)/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"\(relation)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", strings), ("xl/styles.xml", styles),
        ]
        for (index, sheet) in sheets.enumerated() {
            members.append(("xl/worksheets/sheet\(index + 1).xml", sheet.data))
        }
        return try WorkbookReader(
            ZipArchive(.memory(zip(members.map { (name: $0.0, data: Array($0.1.utf8)) }), name: "调查.xlsx")))
    }

    /// A sheet whose first row is the header 甲, 乙, 丙 and whose others are given.
    static func sheet(_ rows: String, before: String = "") -> String {
        let header = ["甲", "乙", "丙"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        return "<worksheet>\(before)<sheetData><row r=\"1\">\(header)</row>\(rows)</sheetData></worksheet>"
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
        }
        return ~register
    }
}

extension WorkbookReader {
    /// All rows of all tables with their row numbers and defects.
    func rows(_ options: SheetOptions = SheetOptions(headings: ["甲", "乙"])) throws -> [ReadRow] {
        var found: [ReadRow] = []
        for table in try tables(options) {
            while let batch = try table.nextBatch() {
                found += batch.rows.map {
                    ReadRow(table: table.name, number: $0.number, values: batch.values(of: $0), defect: $0.defect)
                }
            }
        }
        return found
    }
}

/// A row as a test sees it.
struct ReadRow: Equatable {
    var table = "调查.xlsx"
    var number: Int
    var values: [String]
    var defect: RowDefect?
}
