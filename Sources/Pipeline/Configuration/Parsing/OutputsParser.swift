import Reports

/// Reads the section `outputs`.
struct OutputsParser {
    /// What is written of a month.
    func outputs(_ cursor: ConfigCursor?) -> OutputSwitches {
        var outputs = OutputSwitches.all
        _ = cursor?.section("outputs") { section in
            section.read("people", into: &outputs.people) { $0.flag() }
            section.read("evidence", into: &outputs.evidence) { $0.flag() }
            section.read("changes", into: &outputs.changes) { $0.flag() }
            section.read("ledgerWorkbook", into: &outputs.ledgerWorkbook) { $0.flag() }
            section.read("workLists", into: &outputs.workLists) { $0.flag() }
            section.read("quarantineWorkbooks", into: &outputs.quarantineWorkbooks) { $0.flag() }
            section.read("report", into: &outputs.report) { $0.flag() }
            section.read("quality", into: &outputs.quality) { $0.flag() }
            section.read("services", into: &outputs.services) { $0.flag() }
            section.read("serviceWorkbook", into: &outputs.serviceWorkbook) { $0.flag() }
            section.read("ledger", into: &outputs.ledger) { $0.flag() }
            section.read("inputDigests", into: &outputs.inputDigests) { $0.flag() }
            section.read("projections", into: &outputs.projections) { projections($0) }
        }
        return outputs
    }

    private func projections(_ cursor: ConfigCursor) -> [LedgerProjection] {
        var files: [String: ConfigPlace] = [:]
        return cursor.items().compactMap { item in
            item.section("projection") { section in
                let file = section.require("file")
                if let file, let first = files.updateValue(file.node.place, forKey: file.scalar) {
                    file.report(.duplicateName(.outputFile, first: first))
                }
                return LedgerProjection(
                    file: file?.outputFile() ?? "",
                    columns: section.require("columns")?.items().compactMap { column($0) } ?? [],
                    countHeading: section.optional("count")?.text())
            }
        }
    }

    /// A column by name, or `{column: low_income, as: flag}`.
    private func column(_ cursor: ConfigCursor) -> LedgerProjection.Column? {
        guard case .mapping = cursor.node.content else {
            return cursor.columnName().map { LedgerProjection.Column($0) }
        }
        let column = cursor.section("projectedColumn") { section -> LedgerProjection.Column? in
            let name = section.require("column")?.columnName()
            let form = section.require("as")?.name(.columnForm, among: ["flag"])
            return name.map { LedgerProjection.Column($0, isFlag: form != nil) }
        }
        return column ?? nil
    }
}

extension ConfigCursor {
    /// A column of the ledger's table.
    fileprivate func columnName() -> ColumnName? {
        name(.column, among: LedgerProjection.columnNames.map(\.rawValue)).flatMap { ColumnName(rawValue: $0) }
    }
}

extension ConfigCursor {
    /// A path below the month's folder, in a folder of its own so that it can't stand in for another output.
    fileprivate func outputFile() -> String? {
        guard let text = text() else { return nil }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = steps.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
        let isOwn = steps.count == 2 && !["quarantine", "worklists", "tables"].contains(String(steps[0]))
        if isPlain, isOwn, text.hasSuffix(".csv") { return text }
        report(.badOutputFile)
        return nil
    }
}
