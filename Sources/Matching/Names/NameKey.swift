import Foundation

/// A name folded for comparison: private-use characters made standard, compatibility forms and case folded, blanks
/// and variation selectors taken out, dots made U+00B7.
struct NameKey: Equatable {
    /// The folded characters.
    let scalars: [Unicode.Scalar]

    /// Folds a name. With `dottingGaps`, blanks and hyphens inside it count as dots.
    init(_ name: String, tables: NameTables, dottingGaps: Bool = false) {
        let standard = name.unicodeScalars.map { tables.privateUse[$0] ?? $0 }
        let compatible = NameKey.compatible(standard)
        scalars = NameKey.folded(compatible, tables: tables, dottingGaps: dottingGaps)
    }

    /// The key without dots.
    var withoutDots: [Unicode.Scalar] { scalars.filter { $0 != NameKey.dot } }

    /// Numbers of characters that stand before each dot, dots not counted.
    var dotPlaces: [Int] {
        var places: [Int] = []
        for (index, scalar) in scalars.enumerated() where scalar == NameKey.dot {
            places.append(index - places.count)
        }
        return places
    }

    /// The dot of minority names.
    static let dot: Unicode.Scalar = "\u{00B7}"

    /// NFKC, which plain Han and ASCII do not need.
    private static func compatible(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        if scalars.allSatisfy(isStable) { return scalars }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return Array(text.precomposedStringWithCompatibilityMapping.unicodeScalars)
    }

    /// Whether NFKC leaves the character alone, whatever stands beside it.
    private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x7F, 0xB7, 0x3400...0x9FFF, 0xE000...0xF8FF, 0x20000...0x2F7FF, 0x30000...0x3FFFF: true
        default: false
        }
    }

    private static func folded(
        _ scalars: [Unicode.Scalar], tables: NameTables, dottingGaps: Bool
    ) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for (index, scalar) in scalars.enumerated() where !isVariationSelector(scalar) {
            if isBlank(scalar) || scalar == "-" {
                let isGap = dottingGaps && !result.isEmpty && result.last != dot
                if isGap { result.append(dot) } else if scalar == "-", !dottingGaps { result.append(scalar) }
            } else if tables.dots.contains(scalar) || isHanDot(scalars, at: index, tables) {
                if !dottingGaps || result.last != dot { result.append(dot) }
            } else {
                appendLowered(scalar, to: &result)
            }
        }
        if dottingGaps, result.last == dot { result.removeLast() }
        return result
    }

    private static func isHanDot(_ scalars: [Unicode.Scalar], at index: Int, _ tables: NameTables) -> Bool {
        guard tables.dotsBetweenHan.contains(scalars[index]), index > 0, index + 1 < scalars.count else { return false }
        return isHan(scalars[index - 1]) && isHan(scalars[index + 1])
    }

    private static func appendLowered(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
        switch scalar.value {
        case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
        case 0x00...0x7F, 0x3400...0x9FFF: result.append(scalar)
        default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic
    }

    /// White space and characters without width.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: scalar.properties.isWhitespace
        }
    }

    private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    }
}
