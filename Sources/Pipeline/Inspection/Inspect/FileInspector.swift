import Normalization
package import Roster
import Tabular

/// Looks into files of which nothing is known: what they are, and which layout of a pipeline they fit best.
package struct FileInspector: Sendable {
    private let definition: PipelineDefinition
    private let opening: TableOpening
    private let context: ParsingContext
    /// Every heading of the pipeline's sources, folded, and the field that it most likely stands for.
    private let fields: [String: FieldLayout]
    private let headings: Set<String>
    private let vocabulary: Set<String>

    /// - Parameter month: nobody is born after it.
    package init(_ definition: PipelineDefinition, month: Month, size: SampleSize = .usual) {
        self.definition = definition
        context = definition.parsingContext(month: month)
        opening = TableOpening(limits: definition.limits, totalMarks: definition.marks.total, size: size)
        let layouts = definition.sources.flatMap(\.layout.fields)
        headings = Set(layouts.flatMap(\.headings))
        fields = Dictionary(
            layouts.flatMap { field in field.headings.map { (HeadingText.folded($0), field) } }
        ) { first, _ in first }
        vocabulary = Set(layouts.flatMap { Array($0.codes.keys) + Array($0.codes.values) })
    }

    /// What a file is. What can't be read stands among its problems.
    package func inspect(_ path: String) -> FileInspection {
        var file = FileInspection(path)
        do {
            guard Folder.exists(path) else { throw RunError(missingFile: path) }
            file.bytes = try FileStatus(of: path).size
            for table in try InputFile.tables(at: path, limit: opening.limits.expansion) {
                inspect(table, name: table.name, in: &file)
            }
        } catch {
            file.problems.append(problem(error, file: path))
        }
        return file
    }

    private func problem(_ error: any Error, file: String) -> InputProblem {
        if let error = error as? TabularError {
            return InputProblem(error, source: nil, file: error.place(in: file))
        }
        let error = RunError(describing: error)
        var problem = InputProblem(error, source: nil, file: file)
        if !Folder.exists(file) { problem.exit = .inputMissing }
        return problem
    }

    private func inspect(_ table: TableSource, name: String, in file: inout FileInspection) {
        do {
            switch table.kind {
            case .delimited: file.tables.append(try inspectText(table, name: name))
            case .xml: file.tables.append(try inspectXML(table, name: name))
            case .workbook: try inspectWorkbook(table, name: name, in: &file)
            }
        } catch {
            file.problems.append(problem(error, file: file.file))
        }
    }
}

extension FileInspector {
    private var quotes: QuoteCaps { definition.limits.quotes }

    private func inspectText(
        _ table: TableSource, name: String, encoding: TextEncoding? = nil
    ) throws(TabularError) -> TableInspection {
        let looked = try openText(table, name: name, encoding: encoding)
        var survey = TableSurvey(looked, context: context, path: table.path)
        while let stretch = try looked.supply.next() { try survey.take(stretch) }
        if let text = looked.supply as? TextSupply, text.isMisread, encoding == nil {
            return try inspectText(table, name: name, encoding: .gb18030)
        }
        var result = self.result(looked, survey, LayoutFit.Columns(headings: looked.header), file: table.path)
        let ends = survey.lineEnds
        result.lineEnds = TableInspection.LineEnds(lf: ends.feeds, crlf: ends.pairs, cr: ends.returns)
        let sawEnd = looked.supply.isWhole || table.member == nil && !table.path.lowercased().hasSuffix(".gz")
        result.hasTotalLine = sawEnd ? survey.endsInTotal(definition.marks.total) : nil
        result.titleLines = max(0, looked.headerLine - 1)
        return result
    }

    /// The table by headings that the pipeline knows, else by a guess at its header.
    private func openText(
        _ table: TableSource, name: String, encoding: TextEncoding?
    ) throws(TabularError) -> LookedTable {
        var expected = TableExpectation(headings: headings, quotes: quotes)
        expected.encoding = encoding
        do throws(TabularError) {
            let tables = try opening.open(table, name: name, as: expected)
            if let found = tables.first, known(found.header) >= min(2, found.header.count) { return found }
        } catch {
            guard error.kind == .headerNotFound else { throw error }
        }
        guard let guess = try HeaderGuess(table, encoding: encoding) else {
            throw TabularError(.headerNotFound, file: name)
        }
        expected.headings = Set(guess.cells.filter { !$0.isEmpty })
        guard let found = try opening.open(table, name: name, as: expected).first else {
            throw TabularError(.headerNotFound, file: name)
        }
        return found
    }

    private func known(_ header: [String]) -> Int {
        header.count { fields[HeadingText.folded($0)] != nil }
    }

    private func inspectXML(_ table: TableSource, name: String) throws(TabularError) -> TableInspection {
        let outline = try XMLOutline(table)
        let candidates = outline.recordCandidates
        let declared = Set(definition.sources.flatMap(\.layout.recordPaths))
        let record = candidates.first { declared.contains($0) } ?? candidates.first
        let root = outline.elements.first.map { [$0.path] } ?? []
        let paths = record.map(outline.columns) ?? []
        var expected = TableExpectation(headings: [], quotes: quotes)
        expected.layout = XMLLayout(recordPaths: record.map { [$0] } ?? root, columns: paths.map { [$0] })
        expected.columnNames = paths.map { path in
            let last = path.split(separator: "/").last.map(String.init) ?? path
            return last.hasPrefix("@") ? String(last.dropFirst()) : last
        }
        guard let looked = try opening.open(table, name: name, as: expected).first else {
            throw TabularError(.noTable, file: name)
        }
        var survey = TableSurvey(looked, context: context, path: table.path)
        while let stretch = try looked.supply.next() { try survey.take(stretch) }
        guard record != nil else { throw TabularError(.noTable, file: name) }
        let columns = LayoutFit.Columns(headings: looked.header, paths: paths, record: record ?? [])
        var result = result(looked, survey, columns, file: table.path, told: outline.encodingSource)
        result.document = document(outline, candidates)
        return result
    }

    private func document(_ outline: XMLOutline, _ candidates: [[String]]) -> TableInspection.Document {
        let records = candidates.prefix(5).compactMap { path in outline.elements.first { $0.path == path } }
        return TableInspection.Document(
            records: records.map {
                TableInspection.Document.Record(
                    path: $0.path.joined(separator: "/"), count: $0.count, attributes: $0.attributes)
            },
            prefixes: outline.prefixes, namespaces: outline.namespaces)
    }

    private func inspectWorkbook(
        _ table: TableSource, name: String, in file: inout FileInspection
    ) throws(TabularError) {
        let reader = try WorkbookReader(table, limits: definition.limits.workbook)
        for (index, sheet) in reader.sheets.enumerated() {
            let found = try self.table(onSheet: index, of: reader)
            file.sheets.append(
                FileInspection.Sheet(name: sheet.name, isHidden: !sheet.isVisible, hasTable: found != nil))
            guard let found, sheet.isVisible else { continue }
            let looked = opening.looked(found, name: reader.sheets.count == 1 ? name : "\(name)!\(sheet.name)")
            var survey = TableSurvey(looked, context: context, path: table.path)
            while let stretch = try looked.supply.next() { try survey.take(stretch) }
            var result = result(looked, survey, LayoutFit.Columns(headings: looked.header), file: table.path)
            result.titleLines = max(0, looked.headerLine - 1)
            file.tables.append(result)
        }
        if file.tables.isEmpty { throw TabularError(.headerNotFound, file: name) }
    }

    /// The table on a sheet by known headings, else by a guess at its header.
    private func table(onSheet sheet: Int, of reader: WorkbookReader) throws(TabularError) -> SheetTable? {
        let rows = try reader.firstRows(ofSheet: sheet)
        let isKnown = rows.contains { known($0) >= 2 }
        let guess = isKnown ? headings : Set((HeaderGuess.header(among: rows) ?? []).filter { !$0.isEmpty })
        guard guess.count > 1 else { return nil }
        let options = SheetOptions(
            headings: guess.union(guess.map { $0.filter { !$0.isWhitespace } }), sheetName: reader.sheets[sheet].name,
            totalMarks: definition.marks.total)
        do throws(TabularError) {
            return try reader.tables(options).first
        } catch {
            guard error.kind == .headerNotFound else { throw error }
            return nil
        }
    }

    private func result(
        _ looked: LookedTable, _ survey: TableSurvey, _ table: LayoutFit.Columns, file: String,
        told: XMLOutline.EncodingSource? = nil
    ) -> TableInspection {
        var result = TableInspection(looked, told: told)
        (result.rows, result.isSampled, result.putAside) = (survey.rows, !looked.supply.isWhole, survey.putAside)
        result.undecodableRows = survey.putAside.first { $0.code == FindingCode.undecodable.rawValue }?.count ?? 0
        let hasHeader = !looked.header.contains(where: ShownValue.hasNumber)
        if !hasHeader { result.headerLine = 0 }
        result.columns = zip(survey.columns, looked.header).enumerated().map { index, column in
            var shown = ColumnInspection(
                column.0, column: index + 1, heading: hasHeader ? ShownValue.heading(column.1) : "",
                field: fields[HeadingText.folded(column.1)], vocabulary: vocabulary)
            if table.paths.indices.contains(index) { shown.path = table.paths[index] }
            return shown
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let fits = LayoutFit.ranked(definition, table, file: name)
        guard let best = fits.first, best.score >= FileInspector.leastScore else { return result }
        result.fit = FitReport(fits, columns: result.columns)
        result.block = SourceBlock(best, columns: result.columns, table: table, file: name).text
        return result
    }

    /// Below this no layout is said to fit.
    private static let leastScore = 20
}
