package import Roster

/// The best grade by which the records of each source were linked to each person in a month, in a few bytes a person.
package struct LinkGrades: Sendable {
    private let sources: [SourceName]
    private let packed: [String: UInt64]

    fileprivate init(sources: [SourceName], packed: [String: UInt64]) {
        (self.sources, self.packed) = (sources, packed)
    }

    /// The grades of some people by source, of 21 sources at most.
    package init(_ grades: [String: [SourceName: MatchGrade]]) {
        sources = Set(grades.values.flatMap(\.keys)).sorted()
        precondition(sources.count <= LinkGrades.mostSources)
        let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0) })
        packed = grades.mapValues { links in
            links.reduce(0) { $0 | LinkGrades.bits($1.value, at: places[$1.key] ?? 0) }
        }
    }

    /// Sources that fit into a word.
    static let mostSources = 21

    fileprivate static func bits(_ grade: MatchGrade, at place: Int) -> UInt64 {
        UInt64((MatchGrade.allCases.firstIndex(of: grade) ?? 0) + 1) << UInt64(place * 3)
    }

    /// The grades of a person, in the order of the sources' names.
    package func of(_ registrationNumber: String) -> [(source: SourceName, grade: MatchGrade)] {
        guard let bits = packed[registrationNumber] else { return [] }
        return sources.indices.compactMap { index in
            let place = Int(bits >> UInt64(index * 3) & 7)
            return place == 0 ? nil : (sources[index], MatchGrade.allCases[place - 1])
        }
    }
}

extension Ledger {
    /// The links of a month's current revision; `nil` if the month is not in the ledger, or holds more sources than can
    /// be told apart.
    package func linkGrades(of month: Month) throws -> LinkGrades? {
        guard try currentRevision(of: month) != nil else { return nil }
        return try connection.read { session in
            let sources = try session.all("SELECT DISTINCT name FROM sources ORDER BY name") { SourceName($0.text(0)) }
            guard sources.count <= LinkGrades.mostSources else { return nil }
            let places = Dictionary(sources.enumerated().map { ($1, $0) }) { first, _ in first }
            var packed: [String: UInt64] = [:]
            let query = """
                SELECT r.number, o.name, min(c.grade)
                FROM months m CROSS JOIN evidence e ON e.revision = m.revision
                CROSS JOIN records c ON c.registration = e.registration AND c.fingerprint = e.record
                CROSS JOIN registrations r ON r.id = e.registration
                CROSS JOIN files f ON f.id = e.file CROSS JOIN sources o ON o.id = f.source
                WHERE m.month = ? GROUP BY e.registration, o.id
                """
            try session.forEach(query, [Cell(month.index)]) { row in
                let grade: MatchGrade = try StoredWord.value(row.text(2), column: "grade")
                guard let place = places[SourceName(row.text(1))] else { return }
                packed[row.text(0), default: 0] |= LinkGrades.bits(grade, at: place)
            }
            return LinkGrades(sources: sources, packed: packed)
        }
    }
}
