extension String {
    /// Columns on a terminal: two for CJK and full-width characters.
    var terminalWidth: Int {
        unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }

    /// The text followed by blanks up to a width on a terminal.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - terminalWidth))
    }
}
