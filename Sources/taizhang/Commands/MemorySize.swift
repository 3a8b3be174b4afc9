import ArgumentParser

/// A number of bytes as people write it: `2G`, `512M`, `65536`.
struct MemorySize: ExpressibleByArgument, Equatable {
    let bytes: Int

    /// `nil` for anything else, for nothing at all, and for more than can be counted.
    init?(argument: String) {
        let units: [Character: Int] = [
            "K": 1 << 10, "k": 1 << 10, "M": 1 << 20, "m": 1 << 20, "G": 1 << 30, "g": 1 << 30,
        ]
        let unit = argument.last.flatMap { units[$0] }
        let digits = unit == nil ? argument[...] : argument.dropLast()
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(digits) else {
            return nil
        }
        let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: unit ?? 1)
        guard bytes > 0, !isTooMuch else { return nil }
        self.bytes = bytes
    }
}
