/// Why the header of a file can't be used: everything that is wrong with it at once.
package struct HeaderFault: Error, Sendable, Equatable {
    /// Required columns that the file lacks, in the layout's order.
    package var missing: [Missing]
    /// Fields for which the file has several columns, in the layout's order.
    package var ambiguous: [Ambiguous]

    /// A required column that is not there.
    package struct Missing: Sendable, Equatable {
        package var field: FieldName
        /// Headings under which it would be found.
        package var headings: [String]
        /// Headings of the file that come near, nearest first.
        package var nearest: [String]
    }

    /// A field that several columns claim.
    package struct Ambiguous: Sendable, Equatable {
        package var field: FieldName
        /// The headings of the file, in its order.
        package var headings: [String]
        /// Their columns, from 1.
        package var columns: [Int]
    }
}

extension HeaderFault: CustomStringConvertible {
    /// In Chinese: what is wrong with the header, and what to do.
    package var description: String {
        (missing.map(\.sentence) + ambiguous.map(\.sentence)).joined(separator: "；")
    }

    /// The same in English.
    package var english: String {
        (missing.map(\.englishSentence) + ambiguous.map(\.englishSentence)).joined(separator: "; ")
    }
}

extension HeaderFault.Missing {
    fileprivate var sentence: String {
        let names = headings.map { "「\($0)」" }.joined(separator: "或")
        let hint = nearest.isEmpty ? "" : "，相近的列名有" + nearest.map { "「\($0)」" }.joined(separator: "、")
        return "表头缺少必需的列\(names)\(hint)；请补上该列，或在流程文件中登记新的列名"
    }

    fileprivate var englishSentence: String {
        let names = headings.map { "'\($0)'" }.joined(separator: " or ")
        let hint = nearest.isEmpty ? "" : ", near it are " + nearest.map { "'\($0)'" }.joined(separator: ", ")
        return "the header lacks the required column \(names)\(hint): "
            + "add it, or list the new heading in the pipeline file"
    }
}

extension HeaderFault.Ambiguous {
    fileprivate var sentence: String {
        let places = zip(columns, headings).map { "第 \($0) 列「\($1)」" }.joined(separator: "、")
        return "\(places)都对应字段 \(field.rawValue)；请只保留一列"
    }

    fileprivate var englishSentence: String {
        let places = zip(columns, headings).map { "\($0) '\($1)'" }.joined(separator: ", ")
        return "the columns \(places) all stand for the field \(field.rawValue): keep one of them"
    }
}
