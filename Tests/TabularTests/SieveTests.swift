import Testing

@testable import Tabular

/// A sieve against what `probe` says of rows that were all stored.
@Suite("The sieve of rows")
struct SieveTests {
    private static let index: KeyIndex = {
        var index = KeyIndex()
        index.insert(44_020_119_900_101_123 * 11 + 5, slot: 7)
        return index
    }()

    /// What is left of a row, whichever way it came.
    private struct Kept: Equatable {
        let number: Int
        let line: Int
        let byteOffset: Int
        let values: [String]
        let defect: RowDefect?

        init(_ row: RowBatch.Row, in batch: RowBatch) {
            (number, line, byteOffset, defect) = (row.number, row.line, row.byteOffset, row.defect)
            values = batch.values(of: row)
        }
    }

    @Test("keeps the rows that a probe would name and those put aside, and counts the others", arguments: 0..<120)
    func sifting(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let encoding: TextEncoding = seed % 2 == 0 ? .utf8 : .gb18030
        let format = DelimitedDifferentialTests.format(encoding, delimiter: seed % 5 < 3 ? "," : "|")
        let bytes = random.table(in: encoding, delimiter: format.delimiter, mess: seed % 4)
        let cut = random.below(bytes.count + 1)
        for column in 0...3 { check(bytes, cut: cut, format, column: column, Self.index, "seed \(seed)") }
    }

    @Test(
        "of many plain rows with keys those that the index holds stay, in order and place",
        arguments: [15, 16, 17, 33, 300])
    func manyKeys(count: Int) {
        let ids = (0..<count).map { "44020119900101\(1000 + $0)" }
        var index = KeyIndex()
        for (slot, id) in ids.enumerated() where slot % 3 == 1 {
            if let key = DigitKey.fold(Array(id.utf8), 0..<18) { index.insert(key, slot: Int32(slot)) }
        }
        for end in ["\n", "\r\n", "\r"] {
            for filling in ["x", String(repeating: "y", count: 150), "甲\"乙"] {
                let text = Array(ids.map { "a,\($0),\(filling)\(end)" }.joined().utf8)
                for cut in [0, text.count / 2, text.count - 1] {
                    let kept = check(text, cut: cut, DelimitedDifferentialTests.format(), column: 1, index, filling)
                    #expect(kept == ids.indices.count { $0 % 3 == 1 })
                }
            }
        }
    }

    /// Holds sifted rows of a text in two pieces against those that were all stored; tells how many stayed.
    @discardableResult
    private func check(
        _ bytes: [UInt8], cut: Int, _ format: DelimitedFormat, column: Int, _ index: KeyIndex, _ comment: String
    ) -> Int {
        let pieces = [
            TextPiece(bytes: Array(bytes[..<cut]), ordinal: 0, isLast: false),
            TextPiece(bytes: Array(bytes[cut...]), ordinal: 1, isLast: true),
        ]
        let splitter = PieceSplitter(format)
        let sieve = KeySieve(column: column, index: index)
        var (whole, sifted, kept) = (UnfinishedRecord(), UnfinishedRecord(), 0)
        for piece in pieces {
            let full = splitter.split(piece, after: whole)
            let few = splitter.split(piece, after: sifted, sieve: sieve)
            let named = Set(probe(full.batch, column: column, using: index).map(\.rowIndex))
            let expected = full.batch.rows.indices.filter {
                full.batch.rows[$0].defect != nil || named.contains($0)
            }
            #expect(
                few.batch.rows.map { Kept($0, in: few.batch) }
                    == expected.map { Kept(full.batch.rows[$0], in: full.batch) }, "\(comment)")
            #expect(few.rowCount == full.rowCount && few.batch.passedOver == full.rowCount - expected.count)
            #expect(few.batch.lineCount == full.batch.lineCount && few.unfinished == full.unfinished)
            #expect(few.nonASCIIRows == full.nonASCIIRows && few.undecodableRows == full.undecodableRows)
            (whole, sifted) = (full.unfinished, few.unfinished)
            kept += few.batch.rows.count
        }
        return kept
    }

    @Test("passes over strangers and empty fields, keeps hits, what needs care, and what is put aside")
    func kinds() {
        let text =
            "a,440201199001011234,\nb,440201199001011242,\nc,,\nd,'440201199001011234,\ne,44020119900101123x,\nf,1\n"
        let format = DelimitedDifferentialTests.format()
        var index = KeyIndex()
        index.insert(44_020_119_900_101_123 * 11 + 11, slot: 1)
        let split = PieceSplitter(format).split(
            TextPiece(bytes: Array(text.utf8), ordinal: 0, isLast: true), sieve: KeySieve(column: 1, index: index))
        #expect(split.batch.rows.map { split.batch.value(0, of: $0) } == ["d", "e", "f"])
        #expect(split.batch.rows.map(\.number) == [3, 4, 5])
        #expect(split.batch.passedOver == 3 && split.rowCount == 6)
    }
}
