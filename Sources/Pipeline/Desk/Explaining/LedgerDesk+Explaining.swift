import Ledger
import Normalization
import Reports
package import Roster

extension LedgerDesk {
    /// Explains a person's status in a month, by default the latest that holds them. `person` is a registration number or
    /// an ID number. Exit 66 if the ledger does not know the person, or not in that month.
    ///
    /// - Parameter isMasked: without masks the look is kept in the audit, so that the ledger has to be writable.
    package func explain(
        _ person: String, month: Month?, revision: Int? = nil, isMasked: Bool, in language: Language
    ) throws -> PersonExplanation {
        let explanation = try with(.readOnly) { ledger in
            let named = FilledCell.identifier(person).uppercased()
            guard !named.isEmpty, let number = try ledger.registrations(named: named).last,
                let latest = try latestMonth(of: number, ledger)
            else { throw RunError(unknownPerson: path) }
            let month = month ?? latest
            guard let trail = try ledger.trail(of: number, in: month, revision: revision) else {
                if let revision, try ledger.revision(revision, of: month) == nil {
                    throw LedgerError(.noSuchMonth, path: path, detail: "\(month) r\(revision)")
                }
                throw RunError(personNotIn: month, latest: latest, in: path)
            }
            return try ExplanationMaker(
                ledger: ledger, definition: try ledger.definition(of: month, revision: trail.revision.number),
                language: language, isMasked: isMasked, trail: trail
            ).make()
        }
        if !isMasked {
            try audit("explain \(explanation.person.registrationNumber) \(explanation.decision.month) --unmasked")
        }
        return explanation
    }

    /// The latest month that holds somebody; of those whom superseded revisions alone hold the latest of these.
    private func latestMonth(of number: String, _ ledger: Ledger) throws -> Month? {
        let months = try ledger.months(of: number)
        return (months.last(where: \.isCurrent) ?? months.last)?.month
    }
}

extension RunError {
    /// Exit 66: nobody of this number.
    fileprivate init(unknownPerson ledger: String) {
        self.init(
            .inputMissing, code: "E233",
            message: LocalizedText(zh: "台账库里没有这个登记编号或证件号码", en: "the ledger knows no such registration or ID number"),
            hint: LocalizedText(zh: "请核对号码", en: "check the number"), place: ledger)
    }

    /// Exit 66: the person is known, but not in the month.
    fileprivate init(personNotIn month: Month, latest: Month, in ledger: String) {
        self.init(
            .inputMissing, code: "E234",
            message: LocalizedText(
                zh: "\(month) 的台账里没有此人，最近一次在 \(latest)",
                en: "the person is not in the ledger of \(month); last in that of \(latest)"),
            hint: LocalizedText(zh: "用 --month \(latest)", en: "use --month \(latest)"), place: ledger)
    }
}
