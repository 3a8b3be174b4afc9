import Digest
import Foundation
import Matching
import Normalization
import Reports
import Roster
import Tabular

/// `taizhang match`: two lists in, who is in both out.
package struct LinkageRun: Sendable {
    private let request: LinkageRequest
    private let window: OrderedWindow

    package init(_ request: LinkageRequest) {
        self.request = request
        window = OrderedWindow(width: request.jobs)
    }

    /// Compares the lists and publishes the folder. A `RunError` tells the exit code of anything that goes wrong;
    /// `ConfigurationErrors` list what is wrong with a model file.
    package func execute() async throws -> LinkageReport {
        do {
            let whole = try definition()
            let target = try LinkageFolder(request.output)
            let (left, right, definition, dropped) = try await read(whole)
            let engine = LinkageEngine(definition: definition, window: window)
            let table = try await engine.table(left.rows, right?.rows)
            var lists = (left: left, right: right)
            lists.left.rows = []
            lists.right?.rows = []
            let result = try await engine.run(table)
            let answers = try AnswerBook(files: request.answers)
            let outcome = LinkageOutcome(
                definition: definition, lists: LinkedLists(left: lists.left, right: lists.right),
                isOneList: right == nil, result: result, answers: answers, droppedFields: dropped)
            return try await outcome.publish(in: target, window)
        } catch let error as ConfigurationErrors {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            throw RunError(describing: error)
        }
    }

    private func definition() throws -> LinkageDefinition {
        guard let model = request.model else {
            return try LinkageGuess(left: request.left, right: request.right).definition()
        }
        var definition = try LinkageDefinition.load(model)
        if let weights = request.weights { try definition.pin(weightsOf: weights) }
        return definition
    }

    /// The lists, and the model without the fields that one of them lacks.
    private func read(
        _ definition: LinkageDefinition
    ) async throws -> (left: ReadList, right: ReadList?, definition: LinkageDefinition, dropped: [String]) {
        let headings = Set(definition.columns.flatMap(\.headings) + definition.key)
        let left = try ListTable(path: request.left, headings: headings, marks: definition.marks)
        let right = try request.right.map { try ListTable(path: $0, headings: headings, marks: definition.marks) }
        let places = [left.header, right?.header ?? left.header].map { header in
            definition.columns.map { ListColumns(header).place(of: $0.headings) }
        }
        let kept = definition.columns.indices.filter { places[0][$0] != nil && places[1][$0] != nil }
        guard let used = definition.keeping(fields: kept) else {
            throw RunError(noColumnsOf: definition, in: left, right)
        }
        let dropped = definition.model.fields.indices.filter { !kept.contains($0) }.map {
            definition.model.fields[$0].name
        }
        let reading = used.reading(window: window)
        let first = try await reading.read(
            left, columns: kept.map { places[0][$0] }, keyColumn: ListColumns(left.header).place(of: used.key))
        var second: ReadList?
        if let right {
            second = try await reading.read(
                right, columns: kept.map { places[1][$0] }, keyColumn: ListColumns(right.header).place(of: used.key))
        }
        return (first, second, used, dropped)
    }
}

extension LinkageDefinition {
    /// How the rows of a list are normalised.
    fileprivate func reading(window: OrderedWindow) -> ListReading {
        let names = NameComparison(tables: linkageTables.names)
        let rules = tables.idPrefixes.isEmpty ? IDRules.anyPrefix : tables.idRules
        let marks = NullMarks(marks.null)
        func reader(_ kinds: [ListValueKind], birth: Int?) -> ListRowReader {
            ListRowReader(
                kinds: kinds, birthColumn: birth, rules: rules, nullMarks: marks, asOf: LinkageDefinition.latestBirth,
                foldName: { names.key($0) })
        }
        return ListReading(
            fields: reader(columns.map(\.kind), birth: birthColumn), key: reader([.key], birth: nil), window: window)
    }

    /// A list has no month, and the clock is not asked: later birth dates in ID numbers are taken for damage.
    private static let latestBirth = Month(index: 2100 * 12).firstDay
}

extension RunError {
    /// Exit 65: a model's columns stand in neither list, or in one only.
    fileprivate init(noColumnsOf definition: LinkageDefinition, in left: ListTable, _ right: ListTable?) {
        let wanted = definition.columns.compactMap(\.headings.first).joined(separator: "、")
        self.init(
            .inputRefused, code: "E223",
            message: LocalizedText(
                zh: "名单缺少模型所需的列（\(wanted)），剩下的不足以比对",
                en: "the lists lack columns of the model (\(wanted)); too few are left"),
            hint: LocalizedText(
                zh: "在模型 fields 的 headings 中写上名单里的列名", en: "add the lists' headings to the model's fields"),
            place: right?.path ?? left.path)
    }
}
