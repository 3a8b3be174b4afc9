import Normalization
import Roster
import Tabular

/// What was seen of one file of a source.
struct FileCheck: Sendable {
    let item: InputItem
    var problems: [InputProblem] = []
    var files: [CheckedFile] = []
    /// The tables as the gates take them.
    var tables: [TableOutcome] = []
    /// The file can be read: a run would get past it.
    var isReadable = true
    /// Rows were left out.
    var isSampled: Bool { files.contains(where: \.sampled) }
}

/// Looks at one file of a source: container, encoding, header, and the fields of the rows that are looked at.
struct TableCheck: Sendable {
    let source: SourceDefinition
    let opening: TableOpening
    let context: ParsingContext

    /// Everything that is wrong with a file.
    func check(_ item: InputItem) -> FileCheck {
        var check = FileCheck(item: item)
        do {
            for table in try InputFile.tables(at: item.path, limit: opening.limits.expansion) {
                let name = table.member.map { "\(item.name)!\($0)" } ?? item.name
                self.check(table, name: name, into: &check)
            }
        } catch {
            refuse(error, name: item.name, in: &check)
        }
        return check
    }

    private func check(_ table: TableSource, name: String, into check: inout FileCheck) {
        do {
            for looked in try opening.open(table, name: name, as: TableExpectation(source)) {
                try self.check(looked, of: table, into: &check)
            }
        } catch {
            refuse(error, name: name, in: &check)
        }
    }

    private func check(
        _ looked: LookedTable, of table: TableSource, into check: inout FileCheck
    ) throws(TabularError) {
        if looked.kind != .xml {
            try opening.limits.checkColumns(of: looked.header, line: looked.headerLine, table: looked.name)
        }
        guard let bound = bind(looked, into: &check) else { return }
        var audit = RowAudit(
            bound.table, source: source, context: bound.context, hasColumns: looked.kind != .xml, path: table.path)
        while let stretch = try looked.supply.next() { try audit.take(stretch) }
        if let text = looked.supply as? TextSupply, text.isMisread {
            return try checkAgain(looked.name, of: table, into: &check)
        }
        check.problems += bound.remarks
        check.problems += audit.findings.problems(
            source: source, file: looked.name, isWorkbook: looked.isWorkbook, filled: audit.filled)
        var file = checkedFile(looked, check.item)
        file.count(audit.yield)
        file.sampled = !looked.supply.isWhole
        check.files.append(file)
        check.tables.append(
            TableOutcome(
                name: looked.name, encoding: looked.encoding, header: looked.header,
                missingHeadings: bound.table.missingHeadings, yield: audit.yield))
    }

    /// A text guessed to be UTF-8 that is none is looked at again as GB18030, as a run would read it.
    private func checkAgain(
        _ name: String, of table: TableSource, into check: inout FileCheck
    ) throws(TabularError) {
        var expected = TableExpectation(source)
        expected.encoding = .gb18030
        for looked in try opening.open(table, name: name, as: expected) {
            try self.check(looked, of: table, into: &check)
        }
    }

    /// A table whose header can be used, with what is to be remarked on it.
    private struct Bound {
        let table: BoundTable
        let context: ParsingContext
        let remarks: [InputProblem]
    }

    private func bind(_ looked: LookedTable, into check: inout FileCheck) -> Bound? {
        var context = context
        context.acceptsSerials = looked.isWorkbook
        let header = HeaderProblems(source: source.name, file: looked.name, line: looked.headerLine)
        let origin = RecordOrigin(source: source.name, file: looked.name)
        do {
            let isXML = looked.kind == .xml
            let binding =
                isXML
                ? HeaderBinding(identityOf: source.layout)
                : try HeaderBinding(header: looked.header, layout: source.layout)
            let table = BoundTable(
                layout: source.layout, origin: origin, binding: binding, header: looked.header, context: context)
            return Bound(table: table, context: context, remarks: isXML ? [] : header.remarks(table, binding))
        } catch {
            check.problems += header.problems(error)
            check.files.append(checkedFile(looked, check.item))
            check.isReadable = false
            return nil
        }
    }

    private func checkedFile(_ looked: LookedTable, _ item: InputItem) -> CheckedFile {
        var file = CheckedFile(source: source.name, name: looked.name, bytes: item.size, encoding: looked.encoding)
        file.delimiter = looked.delimiter.map { String(UnicodeScalar($0)) }
        return file
    }

    private func refuse(_ error: TabularError, name: String, in check: inout FileCheck) {
        check.isReadable = false
        check.problems.append(InputProblem(error, source: source.name, file: error.place(in: name)))
    }
}

extension TabularError {
    /// The member of a file that the fault lies in, or the file.
    func place(in file: String) -> String {
        guard !file.contains("!"), let mark = self.file.firstIndex(of: "!") else { return file }
        return file + self.file[mark...]
    }
}

extension InputProblem {
    /// A file that can't be read, with the byte or line where it broke.
    init(_ error: TabularError, source: SourceName?, file: String) {
        let hasPlace = error.line != nil || error.byteOffset != nil
        let place = Place(line: error.line, column: error.column, byte: error.byteOffset)
        self.init(RunError(error), source: source, file: file, place: hasPlace ? place : nil)
    }
}
