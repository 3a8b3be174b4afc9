import Normalization
import Roster

/// Reads the fields of a source.
struct FieldsParser {
    let kind: SourceKind

    /// The fields in the order of the file.
    func fields(_ cursor: ConfigCursor) -> [FieldLayout] {
        let entries = cursor.entries()
        let fields = entries.compactMap { field($0) }
        reportSharedHeadings(entries)
        let present = Set(fields.map(\.field))
        for field in kind.indispensableFields where !present.contains(field) && fields.count == entries.count {
            cursor.reportKey(.contradiction(.fieldMissing), found: field.rawValue)
        }
        return fields
    }

    private func field(_ cursor: ConfigCursor) -> FieldLayout? {
        let names = kind.fields.map(\.rawValue)
        guard let field = kind.fields.first(where: { $0.rawValue == cursor.name }) else {
            let isKnown = FieldName(rawValue: cursor.name) != nil
            cursor.reportKey(
                isKnown ? .fieldNotInSource(kind: kind.rawValue) : .unknownWord(.field), candidates: names)
            return nil
        }
        if case .list = cursor.node.content { return FieldLayout(field: field, headings: headings(cursor)) }
        return cursor.section("field") { section in
            let list = section.optional("codes").map { CodesParser(field: field).codes($0) }
            return FieldLayout(
                field: field, headings: section.require("headings").map { headings($0) } ?? [],
                paths: section.optional("paths")?.itemsOrOne().compactMap { $0.valuePath() } ?? [],
                isKey: section.optional("key")?.flag() ?? false,
                isRequired: section.optional("required")?.flag() ?? false,
                codes: list?.codes ?? [:], choices: list?.choices ?? [])
        }
    }

    private func headings(_ cursor: ConfigCursor) -> [String] {
        cursor.itemsOrOne().compactMap { $0.text() }
    }

    /// Within a source a heading belongs to one field.
    private func reportSharedHeadings(_ entries: [ConfigCursor]) {
        var owners: [String: (field: String, place: ConfigPlace)] = [:]
        for entry in entries {
            for heading in entry.headingCursors() {
                if let owner = owners[heading.scalar] {
                    heading.report(.headingTwice(other: owner.field, first: owner.place))
                } else {
                    owners[heading.scalar] = (entry.name, heading.node.place)
                }
            }
        }
    }
}

extension ConfigCursor {
    /// The headings of a field, in its short or its long form; faults of their shape are reported elsewhere.
    fileprivate func headingCursors() -> [ConfigCursor] {
        switch node.content {
        case .list(let items): items.map { ConfigCursor(node: $0, keyPlace: $0.place, path: path, log: log) }
        case .mapping(let entries):
            entries.first { $0.key == "headings" }.map { cursor(to: $0).headingCursors() } ?? []
        case .scalar: node.isEmptyScalar ? [] : [self]
        case .refused: []
        }
    }
}

extension SourceKind {
    /// The fields without which no record of the kind can be made.
    fileprivate var indispensableFields: [FieldName] {
        switch self {
        case .unemployed: [.registrationNumber, .registeredOn]
        case .insurance: [.scheme, .period]
        case .pension: [.pensionKind, .startMonth, .pensionState]
        case .unemploymentBenefit, .flexibleSubsidy: [.period]
        case .lowIncome: [.familyKind]
        case .business: [.businessState, .foundedOn]
        case .disability: [.certificateNumber]
        case .death: [.diedOn]
        case .household: [.householdNumber]
        case .status: [.spellKind, .startedOn]
        case .category: [.category]
        case .certificate: [.certificateNumber, .issuedOn]
        case .service: [.serviceKind]
        case .loan: [.applicationNumber, .appliedOn]
        case .survey: [.answeredOn, .outcome]
        }
    }
}
