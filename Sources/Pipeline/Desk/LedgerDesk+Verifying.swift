import Digest
import Ledger
import Roster

extension LedgerDesk {
    /// What a look through the whole ledger found.
    package struct Verdict: Sendable, Codable, Equatable {
        /// Months looked at, and the chain head of the last.
        package var months: Int
        package var head: String
        /// What does not agree; empty if all does.
        package var faults: [Fault]
    }

    /// Something that was changed behind the program's back.
    package struct Fault: Sendable, Codable, Equatable {
        package var month: String
        package var revision: Int
        /// `row`, `table`, `chain`, `previous`, `current`, `intake` or `manifest`.
        package var kind: String
        package var table: String
        package var registrationNumber: String
        /// The row among the person's rows of the table, from 1; 0 where none can be named.
        package var row: Int
    }

    /// Makes all digests again and holds them against those that were kept, and against the chain heads of manifests.
    package func verify(against manifests: [String] = []) throws -> Verdict {
        try with(.readOnly) { ledger in
            var faults = try ledger.faults().map(Fault.init)
            do {
                for path in manifests { faults += try self.faults(in: path, ledger) }
                let revisions = try ledger.months()
                return Verdict(
                    months: revisions.count, head: revisions.last?.chainHead.description ?? "", faults: faults)
            } catch let error as LedgerError where error.kind == .unreadableRow && !faults.isEmpty {
                // A digest that is none any more: its revision is among the faults.
                return Verdict(months: 0, head: "", faults: faults)
            }
        }
    }

    private func faults(in path: String, _ ledger: Ledger) throws -> [Fault] {
        let folder = path.hasSuffix("/manifest.json") ? String(path.dropLast("/manifest.json".count)) : path
        guard let manifest = Manifest.published(in: folder) else {
            throw RunError(
                .inputMissing, code: "E208",
                message: LocalizedText(zh: "不是可读的 manifest.json", en: "no manifest.json that can be read"),
                hint: LocalizedText(
                    zh: "写月份文件夹，或其中的 manifest.json", en: "name a month's folder, or the manifest.json in it"),
                place: path)
        }
        let revision = try Month(manifest.month).flatMap { try ledger.revision(manifest.revision, of: $0) }
        let agrees = revision.map { $0.chainHead.description == manifest.ledger.head } ?? false
        guard !agrees else { return [] }
        return [
            Fault(
                month: manifest.month, revision: manifest.revision, kind: "manifest", table: "",
                registrationNumber: "", row: 0)
        ]
    }
}

extension LedgerDesk.Fault {
    fileprivate init(_ fault: LedgerFault) {
        self.init(
            month: fault.month.description, revision: fault.revision, kind: fault.kind.rawValue, table: fault.table,
            registrationNumber: fault.registrationNumber, row: fault.row)
    }
}
