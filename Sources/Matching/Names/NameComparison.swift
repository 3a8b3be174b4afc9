/// Compares two names that are thought to be one person's.
package struct NameComparison: Sendable, Equatable {
    private let tables: NameTables

    package init(tables: NameTables) {
        self.tables = tables
    }

    /// How two names agree: the best level that holds. Symmetric.
    package func compare(_ left: String, _ right: String) -> NameAgreement {
        if left.isEmpty || right.isEmpty { return .missing }
        if left.utf8.elementsEqual(right.utf8) { return .identical }
        let (first, second) = (NameKey(left, tables: tables), NameKey(right, tables: tables))
        if first.scalars.isEmpty || second.scalars.isEmpty { return .missing }
        if first == second || agreesWithDottedGaps(left, right) { return .folded }
        if variantsFolded(first) == variantsFolded(second) { return .variant }
        if lacksDots(first, second) || lacksDots(second, first) { return .lostDot }
        if isUnreadable(first, second) { return .unreadable }
        return isSurnamePair(first, second) ? .surname : .different
    }

    /// The name folded to level N1, for grouping names.
    package func key(_ name: String) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: NameKey(name, tables: tables).scalars)
        return text
    }

    /// The name folded to level N2 without its dots and hyphens, as bytes: names that agree to N2 have equal ones.
    func coarseKey(_ name: String) -> [UInt8] {
        var key: [UInt8] = []
        for scalar in NameKey(name, tables: tables).scalars where scalar != NameKey.dot && scalar != "-" {
            let folded = (tables.variants[scalar] ?? scalar).value
            for shift: UInt32 in [16, 8, 0] { key.append(UInt8(truncatingIfNeeded: folded >> shift)) }
        }
        return key
    }

    private func agreesWithDottedGaps(_ left: String, _ right: String) -> Bool {
        let first = NameKey(left, tables: tables, dottingGaps: true)
        return first == NameKey(right, tables: tables, dottingGaps: true)
    }

    private func variantsFolded(_ key: NameKey) -> [Unicode.Scalar] {
        key.scalars.map { tables.variants[$0] ?? $0 }
    }

    /// Whether the shorter name is the longer one without some of its dots.
    private func lacksDots(_ shorter: NameKey, _ longer: NameKey) -> Bool {
        guard shorter.scalars.count < longer.scalars.count, shorter.withoutDots == longer.withoutDots else {
            return false
        }
        return Set(shorter.dotPlaces).isSubset(of: longer.dotPlaces)
    }

    /// Whether exactly one place differs and one name has a place-holder there.
    private func isUnreadable(_ first: NameKey, _ second: NameKey) -> Bool {
        guard first.scalars.count == second.scalars.count else { return false }
        let differing = zip(first.scalars, second.scalars).filter { $0 != $1 }
        guard differing.count == 1, let (left, right) = differing.first else { return false }
        return tables.placeholders.contains(left) || tables.placeholders.contains(right)
    }

    private func isSurnamePair(_ first: NameKey, _ second: NameKey) -> Bool {
        guard let left = first.scalars.first, let right = second.scalars.first,
            first.scalars.dropFirst() == second.scalars.dropFirst()
        else { return false }
        return tables.surnames.contains {
            ($0.first == left && $0.second == right) || ($0.first == right && $0.second == left)
        }
    }
}
