import Roster

/// File names of work lists, one a town: `440203001_XX街道.xlsx`.
package struct WorkListFiles: Sendable {
    /// Town codes, bytewise, with their file names.
    package let names: [(town: String, file: String)]

    /// Names for these towns. Two towns whose names come out equal are told apart by a number.
    package init(towns: some Sequence<String>, names: TownNames) {
        var taken: Set<String> = []
        self.names = towns.sorted(by: precedesBytewise).map { town in
            let stem = WorkListFiles.stem(town: town, name: names.name(of: town))
            var (file, number) = (stem, 2)
            while !taken.insert(file).inserted {
                file = "\(stem)_\(number)"
                number += 1
            }
            return (town, file + ".xlsx")
        }
    }

    private static func stem(town: String, name: String) -> String {
        let code = cleaned(town)
        let suffix = cleaned(name)
        let first = code.isEmpty ? "未填镇街" : code
        return suffix.isEmpty ? first : "\(first)_\(suffix)"
    }

    /// A text fit for a file name on any system: forbidden and invisible characters become `_`, dots and spaces at the
    /// ends go, at most 60 characters are kept.
    package static func cleaned(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { isForbidden($0) ? "_" : Character($0) }
        let trimmed = String(scalars).drop(while: isEdge)
        let kept = trimmed.prefix(60)
        let end = kept.lastIndex { !isEdge($0) }.map(kept.index(after:)) ?? kept.startIndex
        return String(kept[..<end])
    }

    private static func isEdge(_ character: Character) -> Bool {
        character == "." || character.isWhitespace
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: "/\\:*?\"<>|".unicodeScalars.contains(scalar)
        }
    }
}
