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
        /// Empty where the fault is of no month.
        package var month = ""
        /// 0 where the fault is of no revision.
        package var revision = 0
        package var kind: Kind
        /// A table; of kind `schema` also a view, an index or a trigger.
        package var table = ""
        package var registrationNumber = ""
        /// The row among the person's rows of the table, from 1; of kind `intake` the intake's number; 0 where none can be
        /// named.
        package var row = 0
        /// The manifest, as it was named.
        package var path = ""

        /// As `LedgerFault.Kind`; two are of manifests.
        package enum Kind: String, Sendable, Codable {
            case row, table, chain, previous, intake, current, gap, schema
            /// The manifest has another chain head than the ledger.
            case manifest
            /// The ledger lacks the manifest's revision.
            case missing
        }
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
        guard revision?.chainHead.description != manifest.ledger.head else { return [] }
        let kind: Fault.Kind = revision == nil ? .missing : .manifest
        return [Fault(month: manifest.month, revision: manifest.revision, kind: kind, path: path)]
    }
}

extension LedgerDesk.Fault {
    fileprivate init(_ fault: LedgerFault) {
        self.init(
            month: fault.month?.description ?? "", revision: fault.revision, kind: Kind(fault.kind),
            table: fault.table,
            registrationNumber: fault.registrationNumber, row: fault.row)
    }
}

extension LedgerDesk.Fault.Kind {
    fileprivate init(_ kind: LedgerFault.Kind) {
        self =
            switch kind {
            case .row: .row
            case .table: .table
            case .chain: .chain
            case .previous: .previous
            case .intake: .intake
            case .current: .current
            case .gap: .gap
            case .schema: .schema
            }
    }
}
