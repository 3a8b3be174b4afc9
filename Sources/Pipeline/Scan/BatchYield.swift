package import Matching
package import Roster
package import Tabular

/// What one piece of input gave: evidence or registrations, rows put aside, and the counts that must add up.
///
/// Row numbers, lines and bytes are those of the piece until `shift(by:)` makes them those of the file.
package struct BatchYield: Sendable {
    /// Rows that the splitter ended.
    package var rows = 0
    /// Rows handed on as records, whether they belong to anybody or not.
    package var records = 0
    package var evidence = Chunked<Evidence>()
    /// Pieces of evidence by the grade of their link.
    package var links: [MatchGrade: Int] = [:]
    /// Records linked to members of households who are not registered, by grade.
    package var relativeLinks: [MatchGrade: Int] = [:]
    /// Entries of household books that are asked for.
    package var bookEntries = Chunked<BookEntry>()
    /// Applications for loans, whoever makes them.
    package var loans = Chunked<PlacedLoan>()
    /// Names under which the ID numbers of people come, beside their own.
    package var otherNames = OverusedNumbers()
    /// Rows with a masked or damaged ID number, and whom they fit.
    package var damaged: [PlacedTrace] = []
    /// Rows of which the tiers leave open whose they are; kept only where they are compared with everybody afterwards.
    package var unsettled = Chunked<UnsettledRecord>()
    /// What rows of known people say of them, for training.
    package var sample: Set<PersonTraits> = []
    package var roster = Chunked<RosterRow>()
    package var quarantined: [QuarantinedRow] = []
    /// Remarks about fields of rows that were kept, by code.
    package var remarks: [FindingCode: Int] = [:]
    /// Rows by the month they speak of, where the source has such a field and the row was read.
    package var periods: [Month: Int] = [:]
    /// Rows whose ID number was read, and those of them that can be matched.
    package var idsRead = 0
    package var idsUsable = 0

    package init() {}

    /// Adds what came before the piece to all row numbers, lines and byte offsets.
    package mutating func shift(by position: StreamPosition) {
        guard position != StreamPosition() else { return }
        evidence.shift(by: position)
        unsettled.shift(by: position)
        bookEntries.shift(by: position)
        loans.shift(by: position)
        roster.shift(by: position)
        for index in quarantined.indices { quarantined[index].place.shift(by: position) }
        for index in damaged.indices { damaged[index].row += position.rows }
    }

    /// Takes in what the next piece of the same file gave.
    package mutating func append(_ next: BatchYield) {
        rows += next.rows
        records += next.records
        evidence.append(next.evidence)
        links.merge(next.links) { $0 + $1 }
        relativeLinks.merge(next.relativeLinks) { $0 + $1 }
        bookEntries.append(next.bookEntries)
        loans.append(next.loans)
        unsettled.append(next.unsettled)
        sample.formUnion(next.sample)
        otherNames.merge(next.otherNames)
        roster.append(next.roster)
        quarantined += next.quarantined
        damaged += next.damaged
        remarks.merge(next.remarks) { $0 + $1 }
        periods.merge(next.periods) { $0 + $1 }
        idsRead += next.idsRead
        idsUsable += next.idsUsable
    }

    mutating func remark(_ findings: [FieldFinding]) {
        for finding in findings { remarks[finding.code, default: 0] += 1 }
    }
}

extension RowPlace {
    mutating func shift(by position: StreamPosition) {
        row += position.rows
        line += position.lines
        byteOffset += position.bytes
    }
}
