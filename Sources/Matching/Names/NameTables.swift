/// The tables by which names are compared; data of the pipeline, not knowledge of the program.
package struct NameTables: Sendable, Equatable {
    /// Private-use characters and the standard ones they stand for.
    package var privateUse: [Unicode.Scalar: Unicode.Scalar]
    /// Variant characters and the ones they are folded to, in that direction only.
    package var variants: [Unicode.Scalar: Unicode.Scalar]
    /// Surnames of which the second is the simplified writing of the first, or the other way round.
    package var surnames: [SurnamePair]
    /// Characters that look like the dot of minority names (U+00B7).
    package var dots: Set<Unicode.Scalar>
    /// Characters that are such a dot between Han characters only.
    package var dotsBetweenHan: Set<Unicode.Scalar>
    /// Characters that stand for one that a system could not write.
    package var placeholders: Set<Unicode.Scalar>

    /// Two writings of one surname.
    package struct SurnamePair: Sendable, Equatable {
        package var first: Unicode.Scalar
        package var second: Unicode.Scalar

        package init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
            self.first = first
            self.second = second
        }
    }

    /// Tables with the dot look-alikes and place-holders of every office; the rest is given.
    package init(
        privateUse: [Unicode.Scalar: Unicode.Scalar] = [:], variants: [Unicode.Scalar: Unicode.Scalar] = [:],
        surnames: [SurnamePair] = []
    ) {
        self.privateUse = privateUse
        self.variants = variants
        self.surnames = surnames
        dots = [
            "\u{00B7}", "\u{30FB}", "\u{2022}", "\u{2027}", "\u{2219}", "\u{22C5}", "\u{2E31}", "\u{2E33}", "\u{FF65}",
            "\u{0387}", "\u{16EB}", "\u{FF0E}", "\u{002E}", "\u{FE52}",
        ]
        dotsBetweenHan = ["\u{3002}", "\u{FF61}"]
        placeholders = ["?", "\u{25A1}", "*", "\u{3013}"]
    }
}
