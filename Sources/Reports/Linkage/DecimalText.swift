/// Fractions as pages show them: fixed decimals, half away from zero, without locale.
enum DecimalText {
    /// `-3.21`; a dash for what is no number or too large to have decimals.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.magnitude < 1e12 else { return "—" }
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((value.magnitude * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(scaled) }
        let rest = String(scaled % scale)
        return sign + String(scaled / scale) + "." + String(repeating: "0", count: decimals - rest.count) + rest
    }

    /// A weight: `+6.64`, `-3.21`, `0.00`.
    static func bits(_ value: Double) -> String {
        let text = fixed(value, decimals: 2)
        return value >= 0.005 && text != "—" ? "+" + text : text
    }

    /// A probability: `0.9321`, `3.2×10⁻⁹` where four decimals would say nothing, `＞0.9999` where they would say certain.
    static func probability(_ value: Double) -> String {
        if value > 0, value < 0.0001 { return scientific(value) }
        if value < 1, value >= 0.99995 { return "＞0.9999" }
        return fixed(value, decimals: 4)
    }

    /// `12.5%` of a share from 0 to 1.
    static func percent(_ share: Double) -> String {
        let text = fixed(share * 100, decimals: 1)
        return text == "—" ? text : text + "%"
    }

    private static func scientific(_ value: Double) -> String {
        var (mantissa, exponent) = (value, 0)
        while mantissa < 1 {
            mantissa *= 10
            exponent += 1
        }
        if mantissa >= 9.95 { (mantissa, exponent) = (1, exponent - 1) }
        return fixed(mantissa, decimals: 1) + "×10⁻" + superscript(exponent)
    }

    private static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
    }
}
