/// Text as workbooks write it.
enum CellText {
    /// Text with `_x000D_` and the like turned into the characters they stand for; `nil` if it holds none.
    static func undoingEscapes(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard var place = nextEscape(in: text) else { return nil }
        var result: [UInt8] = []
        var rest = text
        while true {
            result += rest[..<place]
            result += escaped(text[place...])
            rest = rest[(place + 7)...]
            guard let next = nextEscape(in: rest) else { return result + rest }
            place = next
        }
    }

    /// The number that up to 18 plain digits stand for.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...18).contains(digits.count) else { return nil }
        var number = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    private static func nextEscape(in text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= 7 else { return nil }
        return (text.startIndex...text.endIndex - 7).first { place in
            text[place] == UInt8(ascii: "_") && text[place + 1] == UInt8(ascii: "x")
                && text[place + 6] == UInt8(ascii: "_") && text[place + 2..<place + 6].allSatisfy(isHexadecimal)
        }
    }

    private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let digits = String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self)
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        return Array(String(Character(scalar)).utf8)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }
}
