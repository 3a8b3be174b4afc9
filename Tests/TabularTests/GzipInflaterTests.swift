import CZlib
import Testing

@testable import Tabular

/// What came of reading a gzip file: its bytes, or why it was refused.
enum GzipOutcome: Hashable {
    case bytes([UInt8])
    case error(TabularError)

    /// Reads a file of these bytes in steps of sizes that `step` gives.
    init(
        _ bytes: [UInt8], in folder: TemporaryFolder, _ library: InflaterLibrary, limit: ExpansionLimit = .init(),
        step: () -> Int = { 1 << 20 }
    ) throws {
        let path = try folder.write(bytes, as: "a.csv.gz")
        var read: [UInt8] = []
        let error = tabularError {
            let stream = GzipStream(try RegularFile(path: path), limit: limit, library: library)
            while try stream.read(upTo: step(), appendingTo: &read) > 0 {}
        }
        self = error.map(GzipOutcome.error) ?? .bytes(read)
    }
}

/// Whichever library inflates, the same bytes come out and the same words are said of damage. Empty where there is only
/// one library.
@Suite(.enabled(if: InflaterLibrary.fastest != .judge))
struct GzipInflaterTests {
    /// About half made-up rows, half noise; `seed` makes them differ.
    static func text(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        var bytes: [UInt8] = []
        while bytes.count < count {
            bytes += Array("4402011990\(random.below(10_000)),王小明,企业职工基本养老保险,\(random.below(99))\n".utf8)
            if random.below(4) == 0 { bytes += (0..<40).map { _ in UInt8(truncatingIfNeeded: random.next()) } }
        }
        return Array(bytes[..<count])
    }

    static func compare(
        _ bytes: [UInt8], in folder: TemporaryFolder, limit: ExpansionLimit = .init(), _ comment: String,
        step: () -> Int = { 1 << 20 }
    ) throws -> GzipOutcome {
        let judged = try GzipOutcome(bytes, in: folder, .judge, limit: limit, step: step)
        let fast = try GzipOutcome(bytes, in: folder, .fastest, limit: limit, step: step)
        #expect(fast == judged, "\(comment)")
        return judged
    }

    @Test("members of every kind of block come out the same in steps of any size", arguments: 1...12)
    func good(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        var (text, file): ([UInt8], [UInt8]) = ([], [])
        for _ in 0...random.below(4) {
            let part = GzipInflaterTests.text(random.below(700_000), seed: random.next())
            let strategy = [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE][random.below(4)]
            file += ContainerFiles.gzip(part, level: Int32(random.below(10)), strategy: strategy)
            text += part
        }
        let longest = [100, 5_000, 70_000, 3_000_000][random.below(4)]
        let outcome = try GzipInflaterTests.compare(file, in: folder, "seed \(seed)") {
            1 + random.below(longest)
        }
        #expect(outcome == .bytes(text))
    }

    @Test("a small file cut anywhere, or with any bit flipped, is refused in the same words")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let file =
            ContainerFiles.gzip(GzipInflaterTests.text(500, seed: 3)) + ContainerFiles.gzip([])
            + ContainerFiles.gzip(GzipInflaterTests.text(90, seed: 4), strategy: Z_FIXED)
        var refused = 0
        for cut in 0..<file.count {
            _ = try GzipInflaterTests.compare(Array(file[..<cut]), in: folder, "cut at \(cut)", step: { 64 })
        }
        for bit in 0..<file.count * 8 {
            var bytes = file
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let outcome = try GzipInflaterTests.compare(bytes, in: folder, "bit \(bit)", step: { 177 })
            if case .error = outcome { refused += 1 }
        }
        // Times, systems, flags that say nothing and the padding of three last bytes are no damage.
        #expect(refused > file.count * 8 - 3 * 64)
    }

    @Test("damage behind the first blocks is found at the same byte", arguments: 1...10)
    func damagedLate(seed: Int) throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: UInt64(seed))
        var file = ContainerFiles.gzip(GzipInflaterTests.text(3_000_000, seed: UInt64(seed)), level: 1)
        let place = random.below(file.count)
        if seed % 2 == 0 { file[place] ^= 0x40 } else { file.removeSubrange(place...) }
        let outcome = try GzipInflaterTests.compare(file, in: folder, "seed \(seed)", step: { 100_000 })
        guard case .error = outcome else { return #expect(Bool(false), "not found") }
    }

    @Test("growth close to a limit is judged the same", arguments: 60...75)
    func limits(ratio: Int) throws {
        let folder = try TemporaryFolder()
        let file = ContainerFiles.gzip([UInt8](repeating: 0x61, count: 5_000_000), level: 1)
        let exact = 5_000_000 / file.count
        let limit = ExpansionLimit(ratio: exact + ratio - 67, grace: 1_000_000)
        _ = try GzipInflaterTests.compare(file, in: folder, limit: limit, "\(limit.ratio)", step: { 70_000 })
        let small = ExpansionLimit(ratio: 10_000, total: 4_000_000 + ratio)
        let outcome = try GzipInflaterTests.compare(file, in: folder, limit: small, "total")
        guard case .error(let error) = outcome else { return #expect(Bool(false), "not stopped") }
        #expect(error.kind == .sizeLimit)
    }

    @Test("both make the same checksum, from any start")
    func checksums() {
        var random = SeededRandom(seed: 9)
        var (judged, fast): (UInt32, UInt32) = (0, 0)
        for count in [0, 1, 7, 64, 0, 1_000, 65_537] {
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            judged = InflaterLibrary.judge.checksum(of: bytes[...], after: judged)
            fast = InflaterLibrary.fastest.checksum(of: bytes[...], after: fast)
            #expect(fast == judged)
        }
        #expect(InflaterLibrary.fastest.checksum(of: Array("123456789".utf8)[...], after: 0) == 0xcbf4_3926)
    }
}

/// The header before a member, read by ourselves.
struct GzipHeaderTests {
    static let text = Array("姓名,证件号码\n".utf8)

    /// The member of `text` with another header.
    static func member(_ header: [UInt8]) -> [UInt8] {
        header + ContainerFiles.gzip(text)[10...]
    }

    @Test("extra fields, names, comments and a header's own checksum are passed over")
    func variants() throws {
        let folder = try TemporaryFolder()
        var header: [UInt8] = [0x1f, 0x8b, 8, 0x1e, 1, 2, 3, 4, 0, 3, 3, 0, 0x61, 0, 0x62]
        header += Array("表.csv\0备注\0".utf8)
        let checksum = InflaterLibrary.judge.checksum(of: header[...], after: 0)
        header += [UInt8(truncatingIfNeeded: checksum), UInt8(truncatingIfNeeded: checksum >> 8)]
        let file = GzipHeaderTests.member(header)
        for library in [InflaterLibrary.judge, .fastest] {
            #expect(try GzipOutcome(file + file, in: folder, library) == .bytes(GzipHeaderTests.text * 2))
        }
        for cut in 1..<header.count {
            let outcome = try GzipOutcome(Array(file[..<cut]), in: folder, .fastest)
            let kind: TabularError.Kind = cut == 1 ? .notGzip : .truncated
            #expect(outcome == .error(TabularError(kind, file: "a.csv.gz", byteOffset: cut == 1 ? 0 : cut)))
        }
        var wrong = file
        wrong[header.count - 1] ^= 1
        let outcome = try GzipOutcome(wrong, in: folder, .fastest)
        #expect(outcome == .error(TabularError(.notGzip, file: "a.csv.gz", byteOffset: header.count - 2)))
    }

    @Test(
        "what no header can be is refused at its byte, in the second member too",
        arguments: [(2, UInt8(7)), (3, 0x20), (3, 0x80)])
    func refused(place: Int, value: UInt8) throws {
        let folder = try TemporaryFolder()
        let good = ContainerFiles.gzip(GzipHeaderTests.text)
        var bad = good
        bad[place] = value
        for (file, start) in [(bad, 0), (good + bad, good.count)] {
            let outcome = try GzipOutcome(file, in: folder, .fastest)
            #expect(outcome == .error(TabularError(.notGzip, file: "a.csv.gz", byteOffset: start + place)))
        }
    }

    @Test("a name without an end is no name")
    func endlessName() throws {
        let file = [0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0x61, count: 1 << 20)
        let outcome = try GzipOutcome(file, in: TemporaryFolder(), .fastest)
        #expect(outcome == .error(TabularError(.notGzip, file: "a.csv.gz", byteOffset: 10 + (1 << 16) - 1)))
    }
}

private func * (bytes: [UInt8], times: Int) -> [UInt8] {
    (0..<times).flatMap { _ in bytes }
}
