import Foundation
import Roster
import Tabular

/// Writes one month: all sources side by side while the people pass by once.
struct MonthFolder {
    private let setting: ExportSetting
    private let exports: [any Export]
    private var truth = TruthFile()

    /// Makes the folder and opens all files. Throws if they can't be created.
    init(_ plan: SynthesisPlan, _ world: World, _ month: Month, peopleCount: Int) throws {
        let folder = plan.folder + "/" + month.description
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let setting = ExportSetting(plan, world, month, folder: folder, peopleCount: peopleCount)
        self.setting = setting
        exports = [
            try UnemployedExport(setting), try InsuranceExport(setting), try PensionExport(setting),
            try BenefitExport(setting), try LowIncomeExport(setting), try BusinessExport(setting),
            try DisabilityExport(setting), try DeathExport(setting), try HouseholdExport(setting),
            try StatusExport(setting), try CategoryExport(setting), try CertificateExport(setting),
            try ServiceExport(setting), try LoanExport(setting), try SurveyExport(setting),
            try FlexibleSubsidyExport(setting),
        ]
    }

    /// Writes everything about a person; the status, if the person is in scope.
    mutating func add(_ person: Person) throws -> Status? {
        let view = PersonView(person, in: setting.month, setting.world)
        for export in exports { try export.add(view) }
        return view.isInScope ? truth.add(view) : nil
    }

    /// Completes all files and writes the truth and the counts beside them.
    func close() throws {
        let tallies = try exports.flatMap { try $0.close() }
        try truth.write(into: setting.folder)
        let file = try ExportFile("synth.json", in: setting.folder, encoding: .utf8)
        try file.append(document(tallies).rendered() + "\n")
        try file.close()
    }

    private func document(_ tallies: [FileTally]) -> JSONText {
        let files = tallies.map { tally in
            let faults = Fault.allCases.filter { tally.faults[$0] != nil }
            return JSONText.object([
                ("source", .text(tally.source)), ("name", .text(tally.name)), ("rows", .number(tally.rows)),
                ("quarantined", .object(faults.map { ($0.rawValue, .number(tally.faults[$0] ?? 0)) })),
            ])
        }
        let head = [
            ("month", JSONText.text(setting.month.description)), ("seed", .text(String(setting.plan.seed))),
            ("registered", .number(setting.plan.registered)), ("insurance", .number(setting.plan.insuranceRows)),
            ("mess", .text(String(setting.plan.mess))),
        ]
        return .object(head + [("truth", .object(truth.summary.json)), ("files", .array(files))])
    }
}
