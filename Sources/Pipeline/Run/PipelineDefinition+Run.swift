import Decisions
import Ledger
import Matching
import Normalization
import Reports
import Roster
import Tabular

/// The parts of a pipeline in the form in which the stages take them.
extension PipelineDefinition {
    /// How many rules decide.
    package var ruleCount: Int { policy.rules.count }

    /// What parsers need to know in a month.
    func parsingContext(month: Month) -> ParsingContext {
        ParsingContext(month: month, idRules: idRules, regions: regionTable, nullMarks: nullMarks)
    }

    /// What is the same for everybody decided in a month.
    func setting(month: Month, missing: [SourceName], present: Set<SourceName>) -> MonthSetting {
        let presentKinds = Set(sources.filter { present.contains($0.name) }.map(\.kind))
        return MonthSetting(
            month: month, calendar: tables.calendar,
            intermediaries: EmployerList(
                creditCodes: tables.dispatchUnits.map(\.creditCode),
                unitNumbers: tables.dispatchUnits.map(\.unitNumber)),
            missingSources: missing, absentKinds: Set(SourceKind.allCases).subtracting(presentKinds))
    }

    /// What the scan of a month's sources keeps besides the records of registered people.
    func scanOptions(month: Month) -> ScanOptions {
        ScanOptions(
            relatives: policy.services.concernsHouseholds
                ? RelativeRecords(month: month, weighing: policy.weighing) : .none,
            judgesLoans: policy.services.loans != nil)
    }

    /// The words of people's files.
    func reportNames(registrations: some Collection<Registration>) -> ReportNames {
        var towns = TownNames()
        let outputs = outputs
        let areAskedFor =
            outputs.ledgerWorkbook || outputs.workLists || outputs.report || outputs.quality || outputs.ledger
        for registration in registrations.prefix(areAskedFor ? .max : 0) {
            towns.add(townCode: registration.townCode, agencyName: registration.details.agencyName)
        }
        var names = ReportNames(
            place: city.name, statuses: StatusLabels(policy.statuses.map { ($0.code, $0.label) }),
            counties: Dictionary(city.counties.map { ($0.code, $0.name) }) { first, _ in first }, towns: towns)
        let difficulty = policy.services.difficulty
        names.categories = Dictionary(difficulty?.categories.map { ($0.id, $0.title) } ?? []) { first, _ in first }
        names.exitGrounds = Dictionary(difficulty?.exits.map { ($0.id, $0.title) } ?? []) { first, _ in first }
        return names
    }

    /// The files beside the ledger that the policy asks for.
    var serviceParts: ServiceFiles.Parts {
        let services = policy.services
        var parts: ServiceFiles.Parts = []
        guard outputs.services else { return parts }
        if services.eligibility != nil { parts.insert(.eligibility) }
        if services.difficulty != nil { parts.insert(.difficulty) }
        if services.help != nil { parts.insert(.help) }
        if services.deadlines != nil { parts.insert(.deadlines) }
        if services.allowance != nil { parts.insert(.allowance) }
        if services.loans != nil { parts.insert(.loans) }
        return parts
    }

    /// The answers that work lists offer: the words of the survey source's own code lists.
    var surveyChoices: SurveyChoices {
        let fields = source(of: .survey)?.layout.fields ?? []
        func words(_ name: FieldName) -> [String] {
            fields.first { $0.field == name }?.choices ?? []
        }
        return SurveyChoices(methods: words(.surveyMethod), outcomes: words(.outcome))
    }
}

extension ConfigurationTexts {
    /// The tables and models as the ledger keeps them with a revision.
    var keptFiles: [KeptFile] {
        tables.map { KeptFile(name: $0.name, path: $0.path, text: String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
