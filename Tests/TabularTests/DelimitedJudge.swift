@testable import Tabular

/// The splitter told once more, plainly and slowly: the judge of the fast one.
struct DelimitedJudge {
    /// A row as the judge sees it: cells without quotes undone, place, and the name of its defect.
    struct Row: Equatable, CustomStringConvertible {
        var cells: [String]
        var line: Int
        var offset: Int
        var defect: String
        var description: String { "\(line)@\(offset) \(cells) \(defect)" }
    }

    let text: [UInt8]
    let format: DelimitedFormat
    private var rows: [Row] = []
    private(set) var lines = 0

    static func rows(_ text: [UInt8], _ format: DelimitedFormat) -> (rows: [Row], lines: Int) {
        var judge = DelimitedJudge(text: text, format: format)
        var start = 0
        while start < text.count { start = judge.takeRecord(from: start) }
        return (judge.rows, judge.lines)
    }

    private init(text: [UInt8], format: DelimitedFormat) {
        (self.text, self.format) = (text, format)
    }

    /// Takes the record at `start` and returns where the next begins.
    private mutating func takeRecord(from start: Int) -> Int {
        let limits = format.limits
        var (cells, place, lineEnds, isStray): ([Range<Int>], Int, Int, Bool) = ([], start, 0, false)
        fields: while true {
            var (cell, quoteEnd): (Int, Int?) = (place, nil)
            if at(place) == 0x22 {
                if place - start >= limits.recordBytes { return takeLines(start, through: place) }
                var (content, ends) = (place + 1, 0)
                while true {
                    guard let byte = at(content) else { return takeLines(start, through: text.count - 1) }
                    let isDoubled = byte == 0x22 && at(content + 1) == 0x22
                    if byte == 0x22, !isDoubled, content - start < limits.recordBytes { break }
                    let isTooFar = content - place > limits.quotedBytes && (byte != 0x22 || isDoubled)
                    if isTooFar || content - start >= limits.recordBytes { return takeLines(start, through: content) }
                    if isLineEnd(content) {
                        ends += 1
                        if ends > limits.quotedLineEnds { return takeLines(start, through: content) }
                        content = after(content)
                    } else {
                        content += isDoubled ? 2 : 1
                    }
                }
                lineEnds += ends
                quoteEnd = content
                place = content + 1
                if at(place) != nil, at(place) != format.delimiter, !isLineEnd(place) {
                    (isStray, quoteEnd) = (true, nil)
                } else {
                    cell += 1
                }
            }
            while let byte = at(place), quoteEnd == nil, byte != format.delimiter, !isLineEnd(place) {
                place += width(place)
            }
            cells.append(cell..<(quoteEnd ?? place))
            if place - start > limits.recordBytes
                || at(place) == format.delimiter && place - start == limits.recordBytes
            {
                return takeLines(start, through: start + limits.recordBytes)
            }
            if at(place) != format.delimiter { break fields }
            place += 1
        }
        if lineEnds > 0, isStray || cells.count != format.header.count { return takeLines(start, through: place - 1) }
        add(cells, start..<place, isStray ? "quote" : nil)
        lines += lineEnds + 1
        return place == text.count ? place : after(place)
    }

    /// Takes each physical line from `start` to the one that holds `last` as a row.
    private mutating func takeLines(_ start: Int, through last: Int) -> Int {
        var start = start
        while start <= last {
            var end = start
            while at(end) != nil, !isLineEnd(end) { end += 1 }
            takeLine(start..<end)
            lines += 1
            start = end == text.count ? end : after(end)
        }
        return start
    }

    private mutating func takeLine(_ line: Range<Int>) {
        let isLong = line.count > format.limits.recordBytes
        let kept = isLong ? line.prefix(format.limits.keptBytes) : line
        var (cells, place, fault): ([Range<Int>], Int, String?) = ([], kept.lowerBound, nil)
        while true {
            var (cell, end): (Int, Int?) = (place, nil)
            if place < kept.upperBound, text[place] == 0x22 {
                place += 1
                while place < kept.upperBound {
                    if text[place] != 0x22 {
                        place += 1
                    } else if place + 1 < kept.upperBound, text[place + 1] == 0x22 {
                        place += 2
                    } else {
                        break
                    }
                }
                if place >= kept.upperBound {
                    (cell, end, place, fault) = (cell + 1, kept.upperBound, kept.upperBound, fault ?? "open")
                } else if place + 1 == kept.upperBound || text[place + 1] == format.delimiter {
                    (cell, end, place) = (cell + 1, place, place + 1)
                } else {
                    fault = "quote"
                    place += 1
                }
            }
            while end == nil, place < kept.upperBound, text[place] != format.delimiter { place += width(place) }
            place = min(place, kept.upperBound)
            cells.append(cell..<(end ?? place))
            if place == kept.upperBound { break }
            place += 1
        }
        if fault == "open" { fault = cells.count == format.header.count ? nil : "quote" }
        add(cells, kept, isLong ? "long" : fault)
    }

    private mutating func add(_ cells: [Range<Int>], _ row: Range<Int>, _ fault: String?) {
        let texts = cells.map { format.encoding.decode(text[$0]) }
        let trimmed = texts.map { $0.trimming { " \t\u{3000}".contains($0) } }
        if fault != "long" {
            if trimmed.allSatisfy(\.isEmpty) || isHeader(trimmed) { return }
            let first = texts.map { $0.filter { !" \t\u{3000}".contains($0) } }.first { !$0.isEmpty } ?? ""
            if format.totalMarks.contains(first.droppingLast { ":：".contains($0) }) { return }
        }
        let bytes = text[row]
        var defect = fault ?? (cells.count == format.header.count ? "" : "count")
        if fault != "long" {
            if bytes.contains(0) { defect = "nul" }
            if format.encoding.decodeStrictly(bytes) == nil { defect = "bytes" }
        }
        rows.append(Row(cells: texts, line: lines, offset: row.lowerBound, defect: defect))
    }

    private func isHeader(_ cells: [String]) -> Bool {
        cells == format.header || cells == ["\u{feff}" + format.header[0]] + format.header.dropFirst()
    }

    private func at(_ place: Int) -> UInt8? { text.indices.contains(place) ? text[place] : nil }

    private func isLineEnd(_ place: Int) -> Bool { at(place) == 0x0a || at(place) == 0x0d }

    private func after(_ place: Int) -> Int { place + (text[place] == 0x0d && at(place + 1) == 0x0a ? 2 : 1) }

    /// Two for the start of a character whose second byte could be taken for a delimiter.
    private func width(_ place: Int) -> Int {
        guard format.encoding == .gb18030, format.delimiter == 0x7c, 0x81...0xfe ~= text[place],
            let next = at(place + 1)
        else { return 1 }
        return next >= 0x40 && next != 0x7f && next != 0xff ? 2 : 1
    }
}

extension String {
    fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, isDropped(first) { rest.removeFirst() }
        return String(rest).droppingLast(isDropped)
    }

    fileprivate func droppingLast(_ isDropped: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return String(rest)
    }
}

extension DelimitedJudge.Row {
    /// A row of the splitter in the judge's words.
    init(_ row: RowBatch.Row, of batch: RowBatch, lines: Int, bytes: Int) {
        let cells = (0..<Int(row.fieldCount)).compactMap { batch.bounds($0, of: row) }
        let name =
            switch row.defect {
            case nil: ""
            case .fieldCount: "count"
            case .nulByte: "nul"
            case .unbalancedQuote: "quote"
            case .overLong: "long"
            case .undecodable: "bytes"
            case .formulaWithoutValue: "impossible"
            }
        self.init(
            cells: cells.map { batch.encoding.decode(batch.text[Int($0.start)..<Int($0.end)]) },
            line: lines + row.line, offset: bytes + row.byteOffset, defect: name)
    }
}

/// Splits a whole text in pieces that end at `cuts`, as a run would: guessing first, repairing where needed.
func splitInPieces(
    _ text: [UInt8], at cuts: [Int], _ format: DelimitedFormat, sieve: KeySieve? = nil
) -> (rows: [DelimitedJudge.Row], position: StreamPosition, unfinished: UnfinishedRecord) {
    let splitter = PieceSplitter(format)
    var (rows, position, unfinished): ([DelimitedJudge.Row], StreamPosition, UnfinishedRecord) = ([], .init(), .init())
    let bounds = [0] + cuts + [text.count]
    for (ordinal, (start, end)) in zip(bounds, bounds.dropFirst()).enumerated() {
        let piece = TextPiece(bytes: Array(text[start..<end]), ordinal: ordinal, isLast: ordinal == cuts.count)
        var split = splitter.split(piece, sieve: sieve)
        if !unfinished.isEmpty { split = splitter.split(piece, after: unfinished, sieve: sieve) }
        rows += split.batch.rows.map {
            DelimitedJudge.Row($0, of: split.batch, lines: position.lines, bytes: position.bytes)
        }
        position.advance(past: split)
        unfinished = split.unfinished
    }
    return (rows, position, unfinished)
}
