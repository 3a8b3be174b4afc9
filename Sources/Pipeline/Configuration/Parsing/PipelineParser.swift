import Decisions
import Roster

/// Reads a document into a pipeline definition. What is wrong goes to the log; the reading goes on with what is left.
struct PipelineParser {
    let document: ConfigurationDocument
    let folder: ConfigurationFolder
    let log: ProblemLog

    /// The definition, which can be used if the log holds no errors; `nil` if the root is no mapping.
    func parse() -> PipelineDefinition? {
        ConfigCursor(root: document.root, log: log).section("pipeline") { definition($0) } ?? nil
    }

    private func definition(_ root: ConfigSection) -> PipelineDefinition? {
        let name = root.require("name")?.text()
        let title = root.optional("title")?.text()
        let (tables, files) = self.tables(root)
        let city = self.city(root, tables)
        let settings = SettingsParser()
        let limits = settings.limits(root.optional("limits"))
        let sources = SourcesParser(quotes: limits.quotes, log: log).sources(root)
        let policy = PolicyParser(tables: tables, city: city, sources: sources, log: log).policy(root)
        return PipelineDefinition(
            name: name ?? "", title: title ?? name ?? "", city: city, limits: limits,
            settling: settings.settling(root.require("files")), marks: settings.marks(root.optional("marks")),
            sources: sources, matching: settings.matching(root.require("matching")), grounds: policy.grounds,
            policy: policy.policy, reports: settings.reports(root.require("reports")),
            outputs: OutputsParser().outputs(root.optional("outputs")), tables: tables, ruleLines: policy.ruleLines,
            texts: ConfigurationTexts(file: document.file, text: document.text, tables: files), warnings: [])
    }

    private func tables(_ root: ConfigSection) -> (PipelineTables, [ConfigurationTexts.Table]) {
        let loader = TableLoader(folder: folder, log: log)
        return root.optional("tables")?.section("tables") { loader.load($0) } ?? (PipelineTables(), [])
    }

    private func city(_ root: ConfigSection, _ tables: PipelineTables) -> City {
        let city = root.require("city")?.section("city") { section in
            let prefix = section.require("regionPrefix")?.digits(in: 2...6) ?? ""
            return City(
                name: section.require("name")?.text() ?? "", regionPrefix: prefix,
                provincePrefix: section.require("provincePrefix")?.digits(in: 2...2) ?? "",
                counties: tables.counties(under: prefix))
        }
        return city ?? City(name: "", regionPrefix: "", provincePrefix: "", counties: [])
    }
}
