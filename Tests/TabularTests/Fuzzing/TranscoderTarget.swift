@testable import Tabular

extension FuzzTarget {
    /// The two transcoders, of texts and of documents, in pieces cut anywhere, against decoding at one go.
    static let transcoders = FuzzTarget(
        "transcoder", maximumLength: 1_024, prefix: [0, 0, 8, 30, 201],
        parserFiles: [
            "Encoding/Transcoder.swift", "Encoding/GB18030.swift", "Encoding/UTF16Text.swift",
            "Encoding/UTF8Writer.swift", "Encoding/TextEncoding+Decoding.swift", "XML/XMLTranscoder.swift",
            "XML/XMLTextIndex.swift", "XML/XMLPrologue.swift",
        ],
        seeds: TranscoderSeeds.all
    ) { (input) throws(FuzzViolation) in
        var input = input
        let encoding = input.choice(of: TextEncoding.allCases)
        let isDocument = input.choice() & 1 == 1
        let cuts = input.cuts(3, upTo: max(0, input.rest.count - 3))
        let bytes = input.bytes
        if isDocument {
            try TranscoderSeeds.checkDocument(bytes, encoding, cuts)
        } else {
            try TranscoderSeeds.checkText(bytes, encoding, cuts)
        }
    }
}

/// What the target of transcoders begins with, and what they promise.
enum TranscoderSeeds {
    static let all: [[UInt8]] = TextEncoding.allCases.indices.flatMap { place in
        let encoding = TextEncoding.allCases[place]
        let text = (encoding.encode("<甲>王\u{20ac}棔𠮷\r\n</甲>") ?? []) + [0xff, 0x81, 0x30, 0xd8, 0x00]
        let declared = "<?xml version=\"1.0\" encoding='\(encoding == .gb18030 ? "GBK" : "utf-8")'?>\n<a>乙</a>"
        return [
            [UInt8(place), 0, 8, 30, 201] + text, [UInt8(place), 1, 8, 30, 201] + text,
            [0, 1, 8, 30, 201] + (encoding == .gb18030 ? [] : encoding.byteOrderMark)
                + (encoding.encode(declared) ?? []),
        ]
    }

    /// Pieces give what the whole gives, which is what `decode` gives; the first fault is where the checker sees it.
    static func checkText(_ bytes: [UInt8], _ encoding: TextEncoding, _ cuts: [Int]) throws(FuzzViolation) {
        var (text, transcoder): ([UInt8], Transcoder) = ([], Transcoder(from: encoding))
        let pieces = bytes.pieces(at: cuts)
        for (place, piece) in pieces.enumerated() {
            transcoder.append(piece[...], isLast: place == pieces.count - 1, to: &text)
        }
        let whole = encoding.decode(bytes[...])
        try expectEqual(String(decoding: text, as: UTF8.self), whole, "pieces decode like the whole, cut at \(cuts)")
        try expect(TextEncoding.utf8.firstUndecodable(in: text[...]) == nil, "what comes out is UTF-8")
        let fault = encoding.firstUndecodable(in: bytes[...])
        try expectEqual(transcoder.firstUndecodable, fault, "the first fault is told, cut at \(cuts)")
        guard let strict = encoding.decodeStrictly(bytes[...]) else { return }
        let again = encoding.encode(strict).map { encoding.decode($0[...]) }
        try expect(again == nil || again == strict, "encoding undoes decoding")
    }

    /// Pieces of a document give what the whole gives, with the same places of faults, all in UTF-8.
    static func checkDocument(_ bytes: [UInt8], _ encoding: TextEncoding, _ cuts: [Int]) throws(FuzzViolation) {
        let whole = document([bytes], encoding)
        let cut = document(bytes.pieces(at: cuts), encoding)
        try expectEqual(cut, whole, "pieces of a document decode like the whole, cut at \(cuts)")
        guard let whole else { return }
        try expect(TextEncoding.utf8.firstUndecodable(in: whole.text[...]) == nil, "what comes out is UTF-8")
        let text = bytes.dropFirst(whole.markLength)
        try expectEqual(
            whole.faults.first?.byteOffset, whole.encoding.firstUndecodable(in: text), "the first fault is told")
        let plain = Array(whole.encoding.decode(text).utf8)
        if !plain.starts(with: Array("<?xml".utf8)) {
            try expectEqual(whole.text, plain, "a document decodes like a text")
        }
        for spot in whole.faults {
            try expect(spot.byteOffset < bytes.count && spot.textOffset < whole.text.count, "faults lie inside")
            try expect(bytes[spot.byteOffset...].starts(with: spot.bytes), "faults quote the bytes at their place")
        }
    }

    /// A document decoded.
    struct Document: Equatable {
        var encoding = TextEncoding.utf8
        var markLength = 0
        var text: [UInt8] = []
        var faults: [Fault] = []
    }

    /// A place that did not decode.
    struct Fault: Equatable {
        var textOffset: Int
        var byteOffset: Int
        var bytes: [UInt8]
    }

    private static func document(_ pieces: [[UInt8]], _ encoding: TextEncoding) -> Document? {
        var transcoder = XMLTranscoder(fallback: encoding)
        var document = Document()
        do throws(XMLFault) {
            for piece in pieces { document.text += try transcoder.decode(piece, isLast: false) }
            document.text += try transcoder.decode([], isLast: true)
        } catch {
            return nil
        }
        document.encoding = transcoder.encoding ?? encoding
        let mark = document.encoding.byteOrderMark
        let isMarked = document.encoding != .gb18030 && pieces.joined().starts(with: mark)
        document.markLength = isMarked ? mark.count : 0
        document.faults = transcoder.badSpots.map {
            Fault(textOffset: $0.textOffset, byteOffset: $0.byteOffset, bytes: $0.bytes)
        }
        return document
    }
}
