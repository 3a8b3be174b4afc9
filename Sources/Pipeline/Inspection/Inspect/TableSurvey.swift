import Normalization
import Roster
import Tabular

/// Goes through the rows of a table of which nothing is known, and takes down what its columns are like.
struct TableSurvey {
    private(set) var columns: [ColumnProfile]
    private(set) var rows = 0
    private(set) var putAside: [TableInspection.PutAside] = []
    private(set) var lineEnds = LineEndTally()
    private var tail: (bytes: [UInt8], encoding: TextEncoding)?
    private let reader: ShapeReader
    private let path: String
    private let isNumberedBySheet: Bool

    init(_ looked: LookedTable, context: ParsingContext, path: String) {
        var context = context
        context.acceptsSerials = looked.isWorkbook
        reader = ShapeReader(context)
        columns = Array(repeating: ColumnProfile(), count: looked.header.count)
        self.path = path
        isNumberedBySheet = looked.isWorkbook
    }

    /// Goes through the rows of a stretch.
    mutating func take(_ stretch: Stretch) throws(TabularError) {
        rows += stretch.batch.rows.count
        for row in stretch.batch.rows {
            if let defect = row.defect {
                try note(QuarantineReason(defect).code, row, in: stretch)
            } else {
                for (index, cell) in stretch.batch.values(of: row).prefix(columns.count).enumerated() {
                    columns[index].take(cell, reader)
                }
            }
        }
        lineEnds.add(stretch.text)
        if !stretch.text.isEmpty { tail = (Array(stretch.text.suffix(4096)), stretch.batch.encoding) }
    }

    private mutating func note(_ code: FindingCode, _ row: RowBatch.Row, in stretch: Stretch) throws(TabularError) {
        let index =
            putAside.firstIndex { $0.code == code.rawValue }
            ?? {
                putAside.append(TableInspection.PutAside(code: code.rawValue, count: 0, lines: []))
                return putAside.count - 1
            }()
        putAside[index].count += 1
        guard putAside[index].lines.count < InputProblem.shownPlaces else { return }
        var lines = stretch.position.lines
        if !stretch.isCounted { lines = try TextStretch.lineEnds(path: path, before: stretch.position.bytes) }
        putAside[index].lines.append(row.line + 1 + (isNumberedBySheet ? 0 : lines))
    }

    /// Whether the last line begins with one of some marks.
    func endsInTotal(_ marks: [String]) -> Bool {
        guard let tail else { return false }
        let lines = tail.encoding.decode(tail.bytes[...]).split(whereSeparator: \.isNewline)
        let filled = lines.last { line in line.contains { !$0.isWhitespace && !",;|\t\"".contains($0) } }
        let cell = filled?.filter { !$0.isWhitespace && $0 != "\"" } ?? ""
        return marks.contains { cell.drop { ",;|".contains($0) }.hasPrefix($0) }
    }
}
