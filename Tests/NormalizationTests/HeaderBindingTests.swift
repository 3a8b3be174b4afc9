import Roster
import Testing

@testable import Normalization

@Suite("Headers")
struct HeaderBindingTests {
    static let layout = SourceLayout(
        name: SourceName("death"), kind: .death,
        fields: [
            FieldLayout(field: .idNumber, headings: ["证件号码", "身份证号"], isRequired: true),
            FieldLayout(field: .name, headings: ["姓名"], isRequired: true),
            FieldLayout(field: .diedOn, headings: ["死亡日期"], isKey: true, isRequired: true),
            FieldLayout(field: .origin, headings: ["信息来源"]),
        ])

    @Test("columns are found by any alias, whatever blanks, marks and width surround it")
    func binds() throws {
        let header = ["\u{FEFF}序号", " 姓 名 ", "死亡\n日期", "身份证号\u{3000}"]
        let binding = try HeaderBinding(header: header, layout: Self.layout)
        #expect(binding.columns == [3, 1, 2, nil])
        #expect(binding.remarks == [.unknown(heading: "序号", column: 1)])
        #expect(binding.values(of: ["1", "王伟", "2026-10-01", "X"]) == ["X", "王伟", "2026-10-01", ""])
        #expect(binding.values(of: ["1", "王伟"]) == ["", "王伟", "", ""])
    }

    @Test("all missing required columns are told at once, with the nearest headings")
    func missing() throws {
        let fault = #expect(throws: HeaderFault.self) {
            try HeaderBinding(header: ["证件号", "死亡日", "姓名"], layout: Self.layout)
        }
        #expect(fault?.missing.map(\.field) == [.idNumber, .diedOn])
        #expect(fault?.missing.map(\.nearest) == [["证件号"], ["死亡日"]])
        #expect(fault?.ambiguous.isEmpty == true)
        #expect(fault?.description.contains("「证件号码」或「身份证号」，相近的列名有「证件号」") == true)
    }

    @Test("two columns for one field are an error that names both")
    func ambiguous() {
        let fault = #expect(throws: HeaderFault.self) {
            try HeaderBinding(header: ["证件号码", "姓名", "死亡日期", "身份证号"], layout: Self.layout)
        }
        #expect(fault?.ambiguous.map(\.columns) == [[1, 4]])
        #expect(fault?.ambiguous.map(\.headings) == [["证件号码", "身份证号"]])
        #expect(fault?.missing.isEmpty == true)
    }

    @Test("blank headings are remarked on with their column")
    func blank() throws {
        let binding = try HeaderBinding(header: ["证件号码", "姓名", "死亡日期", "", " "], layout: Self.layout)
        #expect(binding.remarks == [.blank(column: 4), .blank(column: 5)])
        #expect(binding.columnCount == 5)
    }

    @Test("the row that names most fields is the header")
    func recognised() {
        let index = HeadingIndex(Self.layout)
        #expect(index.recognised(in: ["死亡人口名册", ""]) == 0)
        #expect(index.recognised(in: ["证件号码", "身份证号", "姓名"]) == 2)
    }

    @Test("records of documents are bound as they come")
    func identity() {
        let binding = HeaderBinding(identityOf: Self.layout)
        #expect(binding.values(of: ["a", "b", "c", "d"]) == ["a", "b", "c", "d"])
    }
}
