/// In which column of a file each field of a layout stands.
package struct HeaderBinding: Sendable, Equatable {
    /// For each field of the layout the index of its column, or `nil` if the file lacks it.
    package let columns: [Int?]
    /// Columns of the file.
    package let columnCount: Int
    /// Remarks about columns that no field claims, in the file's order.
    package let remarks: [Remark]

    /// A column that is not used.
    package enum Remark: Sendable, Equatable {
        /// The heading belongs to no field; columns count from 1.
        case unknown(heading: String, column: Int)
        /// The column has no heading; columns count from 1.
        case blank(column: Int)
    }

    /// Binds the header of a text table or sheet.
    package init(header: [String], layout: SourceLayout) throws(HeaderFault) {
        let index = HeadingIndex(layout)
        var claims = [[Int]](repeating: [], count: layout.fields.count)
        var remarks: [Remark] = []
        for (column, heading) in header.enumerated() {
            if let field = index.field(of: heading) {
                claims[field].append(column)
            } else {
                remarks.append(Remark(heading, column: column))
            }
        }
        try HeaderBinding.check(claims, header: header, remarks: remarks, layout: layout)
        columns = claims.map(\.first)
        columnCount = header.count
        self.remarks = remarks
    }

    /// The binding of records whose values already come in the layout's order, as XML is read.
    package init(identityOf layout: SourceLayout) {
        columns = Array(layout.fields.indices)
        columnCount = layout.fields.count
        remarks = []
    }

    /// The values of a row in the layout's order; empty where the file lacks the column.
    package func values(of row: [String]) -> [String] {
        columns.map { column in
            guard let column, column < row.count else { return "" }
            return row[column]
        }
    }

    private static func check(
        _ claims: [[Int]], header: [String], remarks: [Remark], layout: SourceLayout
    ) throws(HeaderFault) {
        let unused = remarks.compactMap(\.heading)
        var fault = HeaderFault(missing: [], ambiguous: [])
        for (field, columns) in zip(layout.fields, claims) {
            if columns.isEmpty, field.isRequired {
                let nearest = nearest(to: field.headings, among: unused)
                fault.missing.append(.init(field: field.field, headings: field.headings, nearest: nearest))
            } else if columns.count > 1 {
                let headings = columns.map { header[$0] }
                fault.ambiguous.append(.init(field: field.field, headings: headings, columns: columns.map { $0 + 1 }))
            }
        }
        if !fault.missing.isEmpty || !fault.ambiguous.isEmpty { throw fault }
    }

    /// At most two headings that differ from one of the wanted in half of its characters or less.
    package static func nearest(to wanted: [String], among headings: [String]) -> [String] {
        let targets = wanted.map(HeadingText.folded)
        let near = headings.compactMap { heading -> (heading: String, distance: Int)? in
            let folded = HeadingText.folded(heading)
            let distances = targets.map { ($0.count, HeadingText.distance($0, folded)) }
            return distances.filter { $0.1 * 2 <= $0.0 }.map(\.1).min().map { (heading, $0) }
        }
        let sorted = near.enumerated().sorted {
            ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
        }
        return sorted.prefix(2).map(\.element.heading)
    }
}

extension HeaderBinding.Remark {
    fileprivate init(_ heading: String, column: Int) {
        let trimmed = CellText.trimmed(heading)
        self = trimmed.isEmpty ? .blank(column: column + 1) : .unknown(heading: trimmed, column: column + 1)
    }

    fileprivate var heading: String? {
        if case .unknown(let heading, _) = self { heading } else { nil }
    }
}
