import Digest
import Foundation
import Matching
import Reports
import Roster
import Tabular

/// A finished comparison, to be written out.
struct LinkageOutcome {
    let definition: LinkageDefinition
    let lists: LinkedLists
    let isOneList: Bool
    let result: LinkageEngine.Result
    let pairs: [JudgedPair]
    let digest: ContentDigest
    let droppedFields: [String]
    /// What the answers tell; nothing if there are none.
    let quality: AnswerQuality
    private let modelText: String
    private let answersApplied: Int
    private let answersUnused: Int

    init(
        definition: LinkageDefinition, lists: LinkedLists, isOneList: Bool, result: LinkageEngine.Result,
        answers: AnswerBook, droppedFields: [String]
    ) {
        (self.definition, self.lists, self.isOneList) = (definition, lists, isOneList)
        (self.result, self.droppedFields) = (result, droppedFields)
        modelText = TrainedModelText(definition: definition, weights: result.scorer.weights).text
        digest = definition.digest(of: modelText)
        let judge = PairJudge(definition, result.scorer.comparison.table, answers)
        let judged = result.pairs.map(judge.judge)
        quality = AnswerQuality(judged.map { $0.answered(definition.model) })
        pairs = judged.filter { $0.answer?.decision != .no }
        answersApplied = judged.count { $0.answer != nil }
        answersUnused = answers.count - answersApplied
    }

    private var table: LinkageTable { result.scorer.comparison.table }

    /// Writes all files and puts the folder in its place.
    func publish(in folder: LinkageFolder, _ window: OrderedWindow) async throws -> LinkageReport {
        do {
            let report = try await write(to: folder.path, window)
            try folder.publish()
            return report
        } catch {
            folder.discard()
            throw error
        }
    }

    private func write(to path: String, _ window: OrderedWindow) async throws -> LinkageReport {
        let digest = String("\(digest)".prefix(16))
        try PairTable(definition: definition, lists: lists, digest: digest).write(pairs, to: "\(path)/pairs.csv")
        var report = try await report(digest, window)
        if !isOneList {
            report.left.only = try await leftovers(.left, digest).write(to: "\(path)/only_left.csv", window)
            report.right?.only = try await leftovers(.right, digest).write(to: "\(path)/only_right.csv", window)
        }
        try writeModel(to: path)
        try writeQuarantine(to: path)
        try ReviewFile(outcome: self).write(to: "\(path)/review.xlsx")
        let summary = LinkageSummaryMaker(outcome: self, report: report).summary
        try OutputFile.write(Array(try LinkagePage(summary).html().utf8), to: "\(path)/summary.html")
        return report
    }

    private func leftovers(_ side: LinkedLists.Side, _ digest: String) -> LeftoverTable {
        LeftoverTable(
            side, lists, pairs, count: side == .left ? table.leftCount : table.rightCount, digest: digest)
    }

    private func writeModel(to path: String) throws {
        try OutputFile.write(Array(modelText.utf8), to: "\(path)/model.yaml")
        guard !definition.texts.isEmpty else { return }
        try Folder.create("\(path)/tables")
        for table in definition.texts {
            try OutputFile.write(table.bytes, to: "\(path)/tables/\(TrainedModelText.fileName(table))")
        }
    }

    private func writeQuarantine(to path: String) throws {
        let sides = [("left", lists.left)] + (isOneList ? [] : [("right", lists.right)])
        for (name, list) in sides where !list.quarantined.isEmpty {
            try Folder.createIfAbsent("\(path)/quarantine")
            var file = try MachineFile(creating: "\(path)/quarantine/\(name).csv", table: QuarantinedRow.table)
            for row in list.quarantined { try file.append(row) }
            _ = try file.finish()
        }
    }

    private func report(_ digest: String, _ window: OrderedWindow) async throws -> LinkageReport {
        let engine = LinkageEngine(definition: definition, window: window)
        let unlinkable = try await engine.unlinkable(result.scorer)
        let links = pairs.filter(\.isLink)
        return LinkageReport(
            model: definition.model.name, digest: digest, isGuessed: definition.isGuessed,
            droppedFields: droppedFields,
            left: list(lists.left, unlinkable.left, result.overused.left),
            right: isOneList ? nil : list(lists.right, unlinkable.right, result.overused.right),
            comparedPairs: result.histogram.counts.reduce(0, +),
            skippedBlocks: result.blocks.reduce(0) { $0 + $1.skippedBlocks }, links: links.count,
            reviews: pairs.count - links.count, vetoed: pairs.count { $0.pair.isVetoed },
            linksByGrade: Dictionary(grouping: links, by: \.grade.rawValue).mapValues(\.count),
            answersApplied: answersApplied, answersUnused: answersUnused, quality: AnswerFigures(quality))
    }

    private func list(_ list: ReadList, _ unlinkable: Int, _ overused: Int) -> LinkageReport.List {
        LinkageReport.List(
            file: list.path.split(separator: "/").last.map(String.init) ?? list.path, rows: list.rowCount,
            records: list.numbers.count, quarantined: list.quarantined.count, only: 0, unlinkable: unlinkable,
            overusedIDs: overused)
    }
}

/// Decides what becomes of a pair: its grade, whether it is a link, what people have said.
struct PairJudge: Sendable {
    private let model: LinkageModel
    private let table: LinkageTable
    private let grades: PairGrade
    private let answers: AnswerBook

    init(_ definition: LinkageDefinition, _ table: LinkageTable, _ answers: AnswerBook) {
        (model, self.table, self.answers) = (definition.model, table, answers)
        grades = PairGrade(definition)
    }

    /// An answer of yes makes a link, whatever the weight; one of no is told by the pair's absence.
    func judge(_ pair: ScoredPair) -> JudgedPair {
        let isSure = pair.isLink(model)
        let grade = grades.grade(of: pair, in: table)
        // A link by a whole number is in no workbook unless somebody put it there.
        let fingerprint = isSure && grade <= .c && answers.count == 0 ? "" : fingerprint(of: pair)
        let answer = answers.answer(for: fingerprint)
        let isLink = answer?.decision == .yes || (answer == nil && isSure)
        return JudgedPair(
            pair: pair, grade: grade, isLink: isLink, answer: answer,
            fingerprint: fingerprint)
    }

    /// The values of both rows, field by field; of one list, the bytewise smaller row first, so that the order of the
    /// rows does not matter.
    private func fingerprint(of pair: ScoredPair) -> String {
        var sides = [
            values(table.columns.map { $0.left[Int(pair.left)] }),
            values(table.columns.map { $0.right[Int(pair.right)] }),
        ]
        if table.isOneList { sides.sort(by: precedesBytewise) }
        return String("\(ContentDigest(of: sides.joined(separator: "\u{1E}")))".prefix(16))
    }

    private func values(_ numbers: [Int32]) -> String {
        zip(table.columns, numbers).map { column, number in
            "\(column.field.name)\u{1F}\(number < 0 ? "" : column.values.text(Int(number)))"
        }.joined(separator: "\u{1F}")
    }
}
