import Roster
import Tabular
import Testing

@testable import Normalization

@Suite("Reasons of the quarantine")
struct QuarantineReasonTests {
    @Test(
        "each defect of a row has its code and says where",
        arguments: [
            (RowDefect.fieldCount(found: 9, expected: 10), FindingCode.fieldCount, "本行有 9 个字段，表头有 10 个"),
            (.nulByte(at: 4), .nulByte, "第 5 字节"), (.unbalancedQuote, .unbalancedQuote, "引号"),
            (.overLong(limit: 65_536), .overLong, "65536"),
            (.undecodable(bytes: [0x0F, 0xFF], at: 0), .undecodable, "第 1 字节起（0x0F 0xFF）"),
            (.formulaWithoutValue(column: 3), .formulaWithoutValue, "第 4 列"),
        ])
    func reasons(defect: RowDefect, code: FindingCode, part: String) {
        let reason = QuarantineReason(defect)
        #expect(reason.code == code)
        #expect(reason.message.contains(part))
        #expect(reason.code.family != nil)
    }
}
