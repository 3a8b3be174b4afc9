/// Why a document was refused as a whole, and where. It quotes nothing of the document but the names of its root and its
/// encoding.
package struct XMLError: Error, Hashable {
    package var kind: Kind
    /// Physical line, from 1.
    package var line: Int
    /// Column in characters, from 1.
    package var column: Int

    package init(_ kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// What is wrong with the document.
    package enum Kind: Sendable, Hashable {
        /// It has a document type declaration.
        case documentType
        /// It uses an entity other than the five predefined ones and character references.
        case entity
        /// It exceeds one of `XMLLimits`.
        case limit(Limit, Int)
        /// No record path begins with its root, whose local name is given.
        case wrongRoot(String)
        /// It declares an encoding that is none of ours.
        case unknownEncoding(String)
        /// It ends before its root does, or is empty.
        case truncated
        /// It is not well-formed; `code` is the parser's own number for the fault.
        case malformed(code: Int)
    }

    /// The caps of `XMLLimits`, for naming them.
    package enum Limit: String, Sendable, Hashable {
        case depth, textBytes, attributes, nameBytes
    }
}

extension XMLError: CustomStringConvertible {
    package var description: String { "第 \(line) 行第 \(column) 列：\(reason)" }

    private var reason: String {
        switch kind {
        case .documentType: "含有 DOCTYPE 声明，不予读取；请由来源单位导出不含 DOCTYPE 的文件"
        case .entity: "含有自定义实体引用，不予读取；请由来源单位改为直接写出文字"
        case .limit(let limit, let value): "超过上限 \(limit.rawValue) = \(value)"
        case .wrongRoot(let name): "根元素 <\(name)> 不是已知的名册；请核对来源或在管道文件中补充路径"
        case .unknownEncoding(let name): "声明的编码 \(name) 不受支持；请用 UTF-8 或 GB18030"
        case .truncated: "文件不完整，在根元素结束之前中断；请重新传送"
        case .malformed(let code): "不是合格的 XML（解析器错误 \(code)）；请由来源单位重新导出"
        }
    }
}
