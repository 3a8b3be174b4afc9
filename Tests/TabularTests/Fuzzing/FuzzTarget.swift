/// One parser as a fuzzer sees it: any bytes in, no crash and no broken promise out.
package struct FuzzTarget: Sendable {
    /// Name on the command line, and of the folder of its kept finds.
    package let name: String
    /// Longest input worth trying, in bytes.
    package let maximumLength: Int
    /// Bytes that choose a plain variant, to be put before the bytes of a file.
    package let prefix: [UInt8]
    /// The files of the parser, below `Sources/Tabular`; coverage is counted in them.
    package let parserFiles: [String]
    /// Inputs to begin with, prefix included.
    package let seeds: [[UInt8]]
    private let body: @Sendable (FuzzInput) throws(FuzzViolation) -> Void

    init(
        _ name: String, maximumLength: Int, prefix: [UInt8], parserFiles: [String], seeds: [[UInt8]],
        body: @escaping @Sendable (FuzzInput) throws(FuzzViolation) -> Void
    ) {
        self.name = name
        self.maximumLength = maximumLength
        self.prefix = prefix
        self.parserFiles = parserFiles
        self.seeds = seeds
        self.body = body
    }

    /// Runs the parser on an input; what it broke, if anything.
    package func check(_ input: [UInt8]) -> FuzzViolation? {
        do throws(FuzzViolation) {
            try body(FuzzInput(input))
            return nil
        } catch {
            return error
        }
    }

    /// All targets.
    package static var all: [FuzzTarget] {
        [.delimited, .header, .gzip, .archives, .sheet, .sharedStrings, .records, .transcoders]
    }

    /// The target of this name.
    package static func named(_ name: String) -> FuzzTarget? {
        all.first { $0.name == name }
    }
}

/// A promise of a parser that an input broke.
package struct FuzzViolation: Error, CustomStringConvertible {
    /// The promise, and what was found instead.
    package let description: String
}

/// Fails the target unless `holds`.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws(FuzzViolation) {
    if !holds { throw FuzzViolation(description: promise()) }
}

/// Fails the target unless both sides are equal.
func expectEqual<Value: Equatable>(
    _ found: Value, _ expected: Value, _ promise: @autoclosure () -> String
) throws(FuzzViolation) {
    if found != expected { throw FuzzViolation(description: "\(promise()):\n\(found)\nis not\n\(expected)") }
}

/// The bytes of an input: some choose among variants, the rest is what the parser reads.
struct FuzzInput {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// The rest as an array.
    var bytes: [UInt8] { Array(rest) }

    /// A number from the next byte; 0 beyond the end.
    mutating func choice() -> Int {
        Int(rest.popFirst() ?? 0)
    }

    /// One of several.
    mutating func choice<Value>(of values: [Value]) -> Value {
        values[choice() % values.count]
    }

    /// Up to `count` places in `0...end`, in order: each from a byte, taken as a place near the start or as a share.
    mutating func cuts(_ count: Int, upTo end: Int) -> [Int] {
        let places = (0..<count).map { _ in
            let byte = choice()
            return byte & 1 == 0 ? byte / 2 : byte / 2 * end / 127
        }
        return places.map { min($0, end) }.sorted()
    }
}
