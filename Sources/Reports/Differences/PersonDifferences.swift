package import Roster

extension LedgerRow {
    /// The columns in which the same person's line differs.
    package static func differences(_ now: LedgerRow?, _ then: LedgerRow?) -> [LineDifference] {
        guard now != then, let number = (now ?? then)?.registrationNumber else { return [] }
        return table.differences(now, then, of: number, in: "ledger")
    }
}

extension PersonServices {
    /// The lines of the files beside the ledger that differ, line by line and column by column. That a category would have
    /// been met since another day is no difference: the person belongs to it either way.
    package static func differences(
        _ now: PersonServices, _ then: PersonServices, of number: String, in month: Month
    ) -> [LineDifference] {
        guard now != then else { return [] }
        let comparison = ServiceComparison(number: number, month: month)
        return comparison.lines("eligibility", now.eligibility, then.eligibility, ServiceLine.table) {
            $0.condition.rawValue
        }
            + comparison.lines("difficulty", now.difficulty, then.difficulty, ServiceLine.table) { $0.category }
            .filter { $0.column != ColumnName.since.rawValue || $0.now.isEmpty || $0.then.isEmpty }
            + comparison.lines("help", now.help, then.help, ServiceLine.table) {
                "\($0.level.rawValue) \($0.item.rawValue)"
            }
            + comparison.lines("deadlines", now.deadlines, then.deadlines, ServiceLine.table) {
                "\($0.act.rawValue) \($0.reference)"
            } + comparison.lines("subsidy", now.allowance, then.allowance, ServiceLine.table) { "\($0.year)" }
    }
}

extension LoanRow {
    /// The columns in which two judgements of one application differ.
    package static func differences(_ now: LoanRow?, _ then: LoanRow?) -> [LineDifference] {
        guard let number = (now ?? then)?.judgement.applicationNumber else { return [] }
        return table.differences(now, then, of: number, in: "loans")
    }
}

/// Compares the lines of one person in one file.
private struct ServiceComparison {
    let number: String
    let month: Month

    /// Lines with one key are one line; where a file has several of a key, they are compared in their order.
    func lines<Finding: Hashable & Sendable>(
        _ file: String, _ now: [Finding], _ then: [Finding], _ table: MachineTable<ServiceLine<Finding>>,
        key: (Finding) -> String
    ) -> [LineDifference] where Finding: Sendable {
        guard now != then else { return [] }
        let (first, second) = (numbered(now, key), numbered(then, key))
        let keys = first.map(\.key) + second.map(\.key).filter { key in !first.contains { $0.key == key } }
        return keys.flatMap { key in
            table.differences(
                line(first, key), line(second, key), of: number, in: file, line: key
            ).filter { $0.column != ColumnName.month.rawValue && $0.column != ColumnName.registrationNumber.rawValue }
        }
    }

    private func line<Finding: Sendable>(
        _ lines: [(key: String, finding: Finding)], _ key: String
    ) -> ServiceLine<Finding>? {
        lines.first { $0.key == key }.map {
            ServiceLine(month: month, registrationNumber: number, finding: $0.finding)
        }
    }

    private func numbered<Finding>(
        _ findings: [Finding], _ key: (Finding) -> String
    ) -> [(key: String, finding: Finding)] {
        var counts: [String: Int] = [:]
        return findings.map { finding in
            let name = key(finding)
            counts[name, default: 0] += 1
            let count = counts[name] ?? 1
            return (count == 1 ? name : "\(name) (\(count))", finding)
        }
    }
}
