/// Numbers as they would be read off a sheet.
enum NumberText {
    /// Digits that a number of a sheet holds for sure.
    static let exactDigits = 15

    /// A number's plain decimal text: no exponent, at most 15 significant digits behind a point.
    ///
    /// What can't be had without making up digits stays as written: `4.40203E+17` has lost them, and whoever needs them
    /// has to see that. So has a whole number of more than 15 digits, even if all of them are written; it is given with
    /// an exponent, `4.40203198701011234E+17`.
    static func plain(_ written: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if written.allSatisfy(isDigit) {
            let digits = written.drop { $0 == 0x30 }
            return digits.count > exactDigits ? scientific(digits) : written
        }
        guard let number = Parts(written), let text = number.text else { return written }
        return Array(text.utf8)[...]
    }

    /// Whether a number as written is its own plain text: digits of which none is lost.
    @inline(__always)
    static func isPlain(_ written: ArraySlice<UInt8>) -> Bool {
        written.count <= exactDigits && written.allSatisfy(isDigit)
    }

    private static func scientific(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        digits.prefix(1) + [0x2E] + digits.dropFirst() + Array("E+\(digits.count - 1)".utf8)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// `0.digits × 10^point`.
    private struct Parts {
        var isNegative = false
        var digits: [UInt8] = []
        var point = 0

        init?(_ written: ArraySlice<UInt8>) {
            var rest = written
            isNegative = rest.first == UInt8(ascii: "-")
            if isNegative { rest.removeFirst() }
            let mantissa = rest.prefix { $0 != UInt8(ascii: "E") && $0 != UInt8(ascii: "e") }
            let exponent = rest.dropFirst(mantissa.count + 1)
            guard exponent.isEmpty == (mantissa.count == rest.count) else { return nil }
            let sides = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard sides.count <= 2, mantissa.count > 0 else { return nil }
            digits = sides.flatMap { $0 }
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }), !digits.isEmpty else { return nil }
            guard let shift = exponent.isEmpty ? 0 : Int(String(decoding: exponent, as: UTF8.self)) else { return nil }
            guard abs(shift) < 400 else { return nil }
            point = sides[0].count + shift
            normalise()
        }

        /// The plain text; `nil` if it would need digits that are not there.
        var text: String? {
            guard point <= NumberText.exactDigits, point > -NumberText.exactDigits else { return nil }
            let leading = Array(repeating: UInt8(ascii: "0"), count: max(0, -point))
            let all = leading + digits + Array(repeating: UInt8(ascii: "0"), count: max(0, point - digits.count))
            let whole = String(decoding: all.prefix(max(0, point)), as: UTF8.self)
            let fraction = String(decoding: all.dropFirst(max(0, point)), as: UTF8.self)
            let sign = isNegative && !digits.isEmpty ? "-" : ""
            return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
        }

        /// No zeros at either end, and 15 digits at most, rounded half up.
        private mutating func normalise() {
            let zeros = digits.prefix { $0 == 0x30 }.count
            digits.removeFirst(zeros)
            point -= zeros
            if digits.count > NumberText.exactDigits { round() }
            while digits.last == 0x30 { digits.removeLast() }
            if digits.isEmpty { point = 0 }
        }

        private mutating func round() {
            let goesUp = digits[NumberText.exactDigits] >= 0x35
            digits.removeSubrange(NumberText.exactDigits...)
            guard goesUp else { return }
            while digits.last == 0x39 { digits.removeLast() }
            if let last = digits.popLast() {
                digits.append(last + 1)
            } else {
                digits = [0x31]
                point += 1
            }
        }
    }
}
