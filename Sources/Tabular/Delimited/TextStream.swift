/// The text of a file in the encoding in which it is split: the byte order mark taken off, UTF-16 made UTF-8.
final class TextStream {
    /// The encoding of the file.
    let encoding: DetectedEncoding
    /// The first of the text, as much as the encoding was looked for in.
    private(set) var start: [UInt8]
    /// Nothing follows what has been read.
    private(set) var isAtEnd: Bool
    private let stream: any ByteStream
    private var transcoder: Transcoder?

    /// Reads the first 4 MiB and finds the encoding.
    init(_ stream: any ByteStream, declared: TextEncoding?) throws(TabularError) {
        self.stream = stream
        var bytes: [UInt8] = []
        isAtEnd = try !stream.fill(&bytes, to: TextEncoding.trialSize)
        encoding = TextEncoding.detect(bytes, isWhole: isAtEnd, declared: declared)
        let text = bytes[encoding.markLength...]
        switch encoding.encoding {
        case .utf8, .gb18030:
            start = Array(text)
        case .utf16LittleEndian, .utf16BigEndian:
            var transcoder = Transcoder(from: encoding.encoding, keepsFaults: true)
            start = []
            transcoder.append(text, isLast: isAtEnd, to: &start)
            self.transcoder = transcoder
        }
    }

    /// The encoding of the text given out.
    var textEncoding: TextEncoding { transcoder == nil ? encoding.encoding : .utf8 }

    /// Bytes of the file on the disk used up so far.
    var consumedFileBytes: Int { stream.consumedFileBytes }

    /// Appends text behind `start` until `text` holds `count` bytes or more, or all is read; `false` then.
    func fill(_ text: inout [UInt8], to count: Int) throws(TabularError) -> Bool {
        start = []
        while !isAtEnd, text.count < count {
            if transcoder == nil {
                isAtEnd = try !stream.fill(&text, to: count)
            } else {
                var bytes: [UInt8] = []
                isAtEnd = try !stream.fill(&bytes, to: count - text.count)
                transcoder?.append(bytes[...], isLast: isAtEnd, to: &text)
            }
        }
        return !isAtEnd
    }

    /// Length as delivered of text given out.
    func deliveredLength(of text: ArraySlice<UInt8>) -> Int {
        transcoder == nil ? text.count : UTF16Text.deliveredLength(of: text)
    }
}
