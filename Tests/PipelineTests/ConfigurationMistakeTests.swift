import Pipeline
import Testing

@Suite("Mistakes in a pipeline file")
struct ConfigurationMistakeTests {
    static let yaml: [SeededMistake] = [
        .init("an unknown key at the root", "outputs:\n", "▸output:\n", "E104", nearest: "outputs"),
        .init(
            "an unknown key in a field", "personNumber: [个人编号, 个人社保号, 人员编号]",
            "personNumber: {headings: [个人编号], ▸requird: yes}", "E104", nearest: "required"),
        .init(
            "a misspelt key of a source", "    title: 残疾人证名册", "    title: 残疾人证名册\n    ▸requred: yes", "E104",
            nearest: "required"),
        .init("a duplicate key in a mapping", "  watch: 2s\n", "  watch: 2s\n  ▸watch: 3s\n", "E105"),
        .init("a quoted key repeated", "  X12: 登记有效期满未续登", "  X12: 登记有效期满未续登\n  ▸\"X12\": 到期", "E105"),
        .init("a source declared twice", "  # 8\n  death:", "  # 8\n  ▸insurance: {title: x}\n  death:", "E105"),
        .init("an alias", "  watch: 2s", "  watch: ▸*quiet", "E106"),
        .init("an anchor", "  watch: 2s", "  watch: ▸&wait 2s", "E106"),
        .init("a tag", "  watch: 2s", "  watch: ▸!!str 2s", "E106"),
        .init("a merge key", "contact:\n", "contact:\n  ▸<<: {lostAfterMonths: 6}\n", "E104"),
        .init(
            "a glob that YAML takes for an alias",
            "    files: \"残疾人证名册*.{csv,csv.gz,txt,txt.gz,tsv,tsv.gz,xml,xml.gz,xlsx,zip}\"", "    files: ▸*.csv", "E106"
        ),
        .init("a second document", "\noutputs:", "\n▸---\noutputs:", "E107"),
        .init("a tab in the indentation", "\n  watch: 2s", "\n▸\twatch: 2s", "E109"),
        .init(
            "a bracket that is not closed", "ageBands: [16, 25, 30, 40, 50, 60]",
            "ageBands: [16, 25\n  durationBand▸: 3", "E103"),
        .init(
            "nesting without end", "  watch: 2s",
            "  watch: " + String(repeating: "[", count: 22) + "▸[[[1" + String(repeating: "]", count: 25), "E108"),
    ]

    static let values: [SeededMistake] = [
        .init("a word where a number belongs", "  dueDay: 22", "  dueDay: ▸月底", "E111"),
        .init("a number beyond its range", "  dueDay: 22", "  dueDay: ▸31", "E112"),
        .init("a share above one", "  sampleRate: 2%", "  sampleRate: ▸120%", "E112"),
        .init("neither yes nor no", "  ownInsuranceIsBusiness: yes", "  ownInsuranceIsBusiness: ▸maybe", "E111"),
        .init("a duration without a unit", "  watch: 2s", "  watch: ▸2", "E111"),
        .init("a size with a wrong unit", "  blockBytes: 1MiB", "  blockBytes: ▸1MB", "E111"),
        .init(
            "a mapping where a list belongs", "  ageBands: [16, 25, 30, 40, 50, 60]", "  ageBands: ▸{from: 16}",
            "E111"),
        .init("bands out of order", "  durationBands: [0, 3, 6, 12, 24]", "  durationBands: [0, 6, ▸3]", "E112"),
        .init("a key of policy left out", "contact:\n  missedAnswers: [lost_contact]\n", "▸contact:\n", "E110"),
        .init("a section left out", "lowIncome:\n  grades: [A, B, D]\n", "", "E110"),
        .init(
            "contact lost before it is due", "contact:\n  missedAnswers: [lost_contact]\n  lostAfterMonths: 6",
            "▸contact:\n  missedAnswers: [lost_contact]\n  lostAfterMonths: 2", "E123"),
    ]

    static let names: [SeededMistake] = [
        .init("an unknown field", "      personNumber: [", "      ▸personNumbr: [", "E113", nearest: "personNumber"),
        .init("a field of another kind", "      personNumber: [", "      ▸diedOn: [日期]\n      personNumber: [", "E118"),
        .init(
            "an unknown code word", "          work_injury: [\"410\"", "          ▸work_injry: [\"410\"", "E113",
            nearest: "work_injury"),
        .init("a spelling under two words", "maternity: [\"510\"", "maternity: [▸\"410\", \"510\"", "E120"),
        .init("a heading for two fields", "      unitName: [单位名称, ", "      unitName: [单位名称, ▸单位编号, ", "E117"),
        .init("an unknown kind of source", "  # 8\n  death:", "  # 8\n  ▸deaths:", "E113", nearest: "death"),
        .init("a gate action that is none", "      period: stop", "      period: ▸stopp", "E113", nearest: "stop"),
        .init(
            "an unknown status", "status: public_post, action", "status: ▸public_pst, action", "E113",
            nearest: "public_post"),
        .init("an unknown claim", "{evidence: [employer]", "{evidence: [▸employr]", "E113", nearest: "employer"),
        .init("an unknown ground", "ground: X09", "ground: ▸X90", "E113", nearest: "X09"),
        .init("an unknown condition", "{when: noContact,", "{when: ▸noContct,", "E113", nearest: "noContact"),
        .init(
            "an unknown proviso",
            "directEmployer]\n      claim: employer\n      weight: strong\n",
            "▸directEmployr]\n      claim: employer\n      weight: strong\n", "E113", nearest: "directEmployer"),
        .init(
            "a weight that is none", "{states: [active], weight: strong}", "{states: [active], weight: ▸stron}", "E113",
            nearest: "strong"),
        .init(
            "an unknown reason for a work list", "contact_due, expiring", "contact_due, ▸expirng", "E113",
            nearest: "expiring"),
        .init("a rule's id twice", "  - id: R06", "  - id: ▸R05", "E114"),
        .init(
            "two predicates in one condition", "{when: {evidence: [flexible_subsidy], weights: [strong]}",
            "{when: ▸{evidence: [flexible_subsidy], weights: [strong], told: [flexible]}", "E111"),
        .init(
            "a last rule that is not for everyone",
            ShippedPassage.lastRule,
            "▸id: R14\n    title: x\n    holdsWhen: x\n    legalBasis: x\n    outcomes:\n      - {when: comparable,",
            "E123"),
        .init(
            "a status no rule gives", "  unverified: {label",
            "  ▸lost: {label: 失去, standing: ended}\n  unverified: {label", "E123"),
    ]

    static let files: [SeededMistake] = [
        .init(
            "a brace left open", ShippedPassage.serviceFiles,
            "▸\"服务记录*.{csv,csv.gz\"", "E115"),
        .init(
            "a glob out of the folder", ShippedPassage.serviceFiles,
            "▸\"../服务记录*.csv\"", "E115"),
        .init(
            "files that two sources claim", ShippedPassage.serviceFiles,
            "▸\"*记录*.csv\"", "E116"),
        .init("a path to an attribute in mid-way", "paths: 主体/主体名称", "paths: ▸\"@主体/主体名称\"", "E119"),
        .init(
            "a table that is not there", "  calendar: tables/workdays.csv", "  calendar: ▸tables/workday.csv", "E121"),
        .init(
            "the roster's gate only warns",
            "    gates:\n      rows: {least: 1, action: stop}\n      quarantine: {most: 10%, action: stop}\n"
                + "      repeatedFile: stop\n",
            "    ▸gates: {missing: warn}\n", "E123"),
        .init(
            "a source without its key field",
            ShippedPassage.deathFields,
            "    ▸fields:\n      name: [姓名]\n", "E123"),
    ]

    @Test("are named with code, line, column and nearest name", arguments: yaml + values + names + files)
    func named(_ mistake: SeededMistake) throws {
        let text = try ConfigurationSamples.shippedText()
        let planted = try #require(mistake.plant(in: text), "the sample must stand in the shipped file once")
        let problems = ConfigurationSamples.problems(in: planted.text)
        let found = problems.map { "\($0.code) \($0.place)" }
        let problem = try #require(problems.first { $0.code == mistake.code && $0.place == planted.place }, "\(found)")
        if let nearest = mistake.nearest { #expect(problem.nearest == nearest) }
    }
}
