/// How much of each table is looked at.
package struct SampleSize: Sendable, Equatable {
    /// Bytes of the head; a table that is not much longer is read whole.
    let headBytes: Int
    /// Bytes out of the middle, and of the end, of a plain text file.
    let stretchBytes: Int
    /// Rows of a sheet.
    let sheetRows: Int

    /// Enough to know a layout, little enough to take no time.
    package static let usual = SampleSize(headBytes: 2 << 20, stretchBytes: 512 << 10, sheetRows: 20_000)
    /// All of it.
    package static let everything = SampleSize(headBytes: .max, stretchBytes: 0, sheetRows: .max)

    /// Bytes pulled at once: no more than a fraction of a bounded head.
    func pieceBytes(_ usual: Int) -> Int {
        min(usual, max(1 << 16, headBytes / 8))
    }
}
