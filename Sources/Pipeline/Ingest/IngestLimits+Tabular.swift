import Tabular

// The limits of a pipeline file as the readers of tables take them.
extension IngestLimits {
    /// How far compressed files may grow.
    var expansion: ExpansionLimit {
        ExpansionLimit(ratio: inflationRatio, grace: inflationFreeBytes, total: streamBytes)
    }

    /// How long the records and quoted fields of a text table may be.
    func delimited(_ quotes: QuoteCaps) -> DelimitedLimits {
        DelimitedLimits(quotedLineEnds: quotes.lines, quotedBytes: quotes.bytes, recordBytes: recordBytes)
    }

    /// How deep a document may nest and how long its texts may be.
    var xml: XMLLimits {
        var limits = XMLLimits.standard
        limits.depth = xmlDepth
        limits.textBytes = xmlTextBytes
        return limits
    }

    /// How much of a workbook may be held.
    var workbook: WorkbookLimits {
        var limits = WorkbookLimits.standard
        limits.sharedStringBytes = sharedStringBytes
        return limits
    }

    /// Refuses a header, which stands in a line of the table, with more columns than a table may have.
    func checkColumns(of header: [String], line: Int?, table: String) throws(TabularError) {
        guard header.count > columns else { return }
        var error = TabularError(.tooManyColumns, file: table, cause: .limit(columns))
        error.line = line
        throw error
    }
}
