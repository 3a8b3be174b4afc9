@testable import Tabular

extension FuzzTarget {
    /// Streams of gzip members: as they come, or made here from the input and damaged at a known place.
    static let gzip = FuzzTarget(
        "gzip", maximumLength: 4_096, prefix: [0, 7, 200],
        parserFiles: ["Containers/GzipStream.swift", "Containers/Inflater.swift", "Containers/ExpansionLimit.swift"],
        seeds: GzipSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let isMade = input.choice() & 1 == 1
        let blocks = [1 + input.choice(), 1 + input.choice() * 16]
        if isMade { return try GzipSeeds.checkMade(&input, block: blocks[0]) }
        let readings = blocks.map { GzipSeeds.read(input.bytes, block: $0) }
        let judged = GzipSeeds.read(input.bytes, block: blocks[0], library: .judge)
        try expectEqual(readings[0].error?.kind, judged.error?.kind, "every inflater tells the same fault")
        try expectEqual(readings[0].error?.byteOffset, judged.error?.byteOffset, "at the same place")
        try expectEqual(readings[0].error?.kind, readings[1].error?.kind, "blocks of any size end alike")
        for reading in readings where reading.error != nil {
            let place = reading.error?.byteOffset ?? 0
            try expect((0...input.rest.count).contains(place), "a fault lies inside the file")
        }
        if readings[0].error == nil {
            try expectEqual(readings[0].bytes, judged.bytes, "every inflater gives the same bytes")
            try expectEqual(readings[0].bytes, readings[1].bytes, "blocks of any size give the same")
        }
    }
}

/// What the target of gzip streams begins with, and its ways to read and damage them.
enum GzipSeeds {
    static let limit = ExpansionLimit(ratio: 100, grace: 10_000, total: 200_000)

    /// What a stream gave before it ended or failed.
    struct Reading {
        var bytes: [UInt8] = []
        var error: TabularError?
    }

    static let all: [[UInt8]] = {
        let plain = ContainerFiles.deflate(Array("姓名,证件号码\r\n王小明,440201199001011234\r\n".utf8), isGzip: true)
        let stored: [UInt8] = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 1, 0, 254, 255, 0x61, 0x43, 0xbe, 0xb7, 0xe8, 1, 0, 0, 0,
        ]
        let named: [UInt8] = Array(plain[..<3]) + [0x08] + Array(plain[4..<10]) + Array("a.csv\0".utf8) + plain[10...]
        let extra: [UInt8] = Array(plain[..<3]) + [0x04] + Array(plain[4..<10]) + [2, 0, 7, 7] + plain[10...]
        let bomb = ContainerFiles.deflate([UInt8](repeating: 0, count: 100_000), isGzip: true)
        let streams = [plain, plain + stored, named, extra, bomb, plain + Array("GARBAGE".utf8), Array("a,b\n".utf8)]
        return streams.map { [0, 7, 200] + $0 } + [[1, 9, 0, 3, 1, 40, 9] + Array("姓名,证件号码\r\n甲,乙\r\n".utf8)]
    }()

    static func read(_ bytes: [UInt8], block: Int, library: InflaterLibrary = .fastest) -> Reading {
        let stream = GzipStream(.memory(bytes, name: "input"), limit: limit, library: library)
        var reading = Reading()
        do throws(TabularError) {
            while try stream.read(upTo: block, appendingTo: &reading.bytes) > 0 {}
        } catch {
            reading.error = error
        }
        return reading
    }

    /// Members made of the input are read back; cut short, changed or lengthened they are refused.
    static func checkMade(_ input: inout FuzzInput, block: Int) throws(FuzzViolation) {
        let memberLimit = 1 + input.choice()
        let damage = input.choice() % 4
        let (place, value) = (input.choice() + input.choice() * 256, UInt8(1 + input.choice() % 255))
        let payload = input.bytes
        let (whole, borders) = made(of: payload, memberLimit: memberLimit)
        let spot = place % whole.count
        switch damage {
        case 0:
            let reading = read(whole, block: block)
            try expectEqual(reading.error?.kind, nil, "what was compressed can be read")
            try expectEqual(reading.bytes, payload, "what was compressed is read back")
        case 1:
            let reading = read(Array(whole[..<spot]), block: block)
            try expectEqual(reading.error?.kind, fault(ofCutAt: spot, borders: borders), "a cut is told at \(spot)")
            try expect(payload.starts(with: reading.bytes), "nothing is made up before a cut")
        case 2:
            var changed = whole
            changed[spot] ^= value
            let reading = read(changed, block: block)
            try expect(reading.error != nil || reading.bytes == payload, "a changed byte is found or does no harm")
        default:
            let reading = read(whole + [value], block: block)
            try expectEqual(reading.error?.kind, .trailingBytes, "a byte behind the last member is found")
        }
    }

    /// What is wrong with a stream cut short, by where its members end.
    private static func fault(ofCutAt spot: Int, borders: Set<Int>) -> TabularError.Kind? {
        if spot < 2 { return .notGzip }
        if borders.contains(spot) { return nil }
        return borders.contains(spot - 1) ? .trailingBytes : .truncated
    }

    /// A stream of members of at most so many bytes, and where members end.
    private static func made(of payload: [UInt8], memberLimit: Int) -> (bytes: [UInt8], borders: Set<Int>) {
        var (bytes, borders): ([UInt8], Set<Int>) = ([], [])
        var rest = payload[...]
        repeat {
            bytes += ContainerFiles.deflate(Array(rest.prefix(memberLimit)), isGzip: true)
            borders.insert(bytes.count)
            rest = rest.dropFirst(memberLimit)
        } while !rest.isEmpty
        return (bytes, borders)
    }
}
