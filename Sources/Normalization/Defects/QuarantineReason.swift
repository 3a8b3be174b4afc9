package import Roster
package import Tabular

/// Why a row that could not be split or decoded is put aside, for the quarantine file.
package struct QuarantineReason: Sendable, Hashable {
    package let code: FindingCode
    /// In Chinese: what is wrong, where, what to do.
    package let message: String

    /// The reason for a defect of a row. Its offsets and columns count from 0, the message's from 1.
    package init(_ defect: RowDefect) {
        switch defect {
        case .fieldCount(let found, let expected):
            code = .fieldCount
            message = "本行有 \(found) 个字段，表头有 \(expected) 个；请检查多余或缺少的分隔符和引号"
        case .nulByte(let offset):
            code = .nulByte
            message = "第 \(offset + 1) 字节是空字符（NUL）；请重新导出"
        case .unbalancedQuote:
            code = .unbalancedQuote
            message = "引号没有成对；请检查本行的引号"
        case .overLong(let limit):
            code = .overLong
            message = "本行超过 \(limit) 字节；请检查是否缺少换行或引号"
        case .undecodable(let bytes, let offset):
            code = .undecodable
            message = "第 \(offset + 1) 字节起（\(QuarantineReason.hex(bytes))）不能按文件编码解读；请用正确的编码重新导出"
        case .formulaWithoutValue(let column):
            code = .formulaWithoutValue
            message = "第 \(column + 1) 列是没有计算结果的公式；请改为数值后保存"
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "0x" + (byte < 16 ? "0" : "") + digits
        }.joined(separator: " ")
    }
}
