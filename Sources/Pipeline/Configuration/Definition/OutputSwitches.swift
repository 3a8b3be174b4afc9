package import Reports

/// Which outputs of a month are written beside quarantine and manifest, which always are.
package struct OutputSwitches: Sendable, Equatable {
    /// ledger.csv.
    package var people: Bool
    /// evidence.csv.
    package var evidence: Bool
    /// changes.csv.
    package var changes: Bool
    /// 台账.xlsx.
    package var ledgerWorkbook: Bool
    /// One workbook a town.
    package var workLists: Bool
    /// Quarantine as workbooks, beside its CSV.
    package var quarantineWorkbooks: Bool
    /// report.html.
    package var report: Bool
    /// quality.html.
    package var quality: Bool
    /// eligibility, difficulty, help, deadlines, subsidy and loans, as far as the pipeline has rules for them.
    package var services: Bool
    /// The same as a workbook.
    package var serviceWorkbook: Bool
    /// Whether months go to a ledger file.
    package var ledger: Bool
    /// Whether input files are digested.
    package var inputDigests: Bool
    /// Tables drawn from the ledger's rows.
    package var projections: [LedgerProjection]

    /// Everything is written.
    package static let all = OutputSwitches(
        people: true, evidence: true, changes: true, ledgerWorkbook: true, workLists: true, quarantineWorkbooks: true,
        report: true, quality: true, services: true, serviceWorkbook: true, ledger: true, inputDigests: true,
        projections: [])
}

/// What the reports show and hide.
package struct ReportSettings: Sendable, Equatable {
    /// Counts from 1 to one less are suppressed in everything for statisticians.
    package var smallestShownCount: Int
    /// First ages of the age bands.
    package var ageBands: [Int]
    /// First months of the bands of unemployment, in months.
    package var durationBands: [Int]
}
