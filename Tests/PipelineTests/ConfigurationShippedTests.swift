import Decisions
import Matching
import Normalization
import Pipeline
import Roster
import Testing

@Suite("The shipped pipeline file")
struct ConfigurationShippedTests {
    private let definition: PipelineDefinition

    init() throws {
        definition = try PipelineDefinition.load(ConfigurationSamples.shippedFile)
    }

    @Test("loads without a problem and holds the rules R01 to R14 in order")
    func rulesInOrder() {
        #expect(definition.warnings.isEmpty)
        #expect(definition.policy.faults().isEmpty)
        let expected = (1...14).map { $0 < 10 ? "R0\($0)" : "R\($0)" }
        #expect(definition.policy.rules.map(\.id) == expected)
        #expect(definition.grounds.map(\.id) == (1...12).map { $0 < 10 ? "X0\($0)" : "X\($0)" })
    }

    @Test("requires the six sources without which nobody is comparable, and stops without the roster")
    func requiredSources() {
        let required = definition.sources.filter(\.isRequired).map(\.kind)
        #expect(Set(required) == [.unemployed, .insurance, .pension, .business, .death, .status])
        #expect(definition.policy.requiredSources == definition.sources.filter(\.isRequired).map(\.name))
        #expect(definition.source(of: .unemployed)?.gates.missing == .stop)
        #expect(definition.source(of: .loan)?.gates.missing == .ignore)
    }

    @Test(
        "puts a row aside for want of exactly its key fields",
        arguments: [
            (.unemployed, ["registrationNumber", "registeredOn"]), (.insurance, ["scheme", "period"]),
            (.pension, ["pensionKind", "startMonth", "pensionState"]), (.unemploymentBenefit, ["period"]),
            (.lowIncome, []), (.business, ["foundedOn", "businessState"]), (.disability, ["certificateNumber"]),
            (.death, ["diedOn"]), (.household, []), (.status, ["spellKind", "startedOn"]), (.category, ["category"]),
            (.certificate, ["certificateNumber", "issuedOn"]), (.service, ["serviceKind"]),
            (.loan, ["applicationNumber", "appliedOn"]), (.survey, ["answeredOn", "outcome"]),
            (.flexibleSubsidy, ["period"]),
        ] as [(SourceKind, [String])])
    func keyFields(_ kind: SourceKind, _ expected: [String]) throws {
        let source = try #require(definition.source(of: kind))
        #expect(source.layout.fields.filter(\.isKey).map(\.field.rawValue) == expected)
        #expect(Set(source.layout.fields.map(\.field)) == Set(kind.fields))
    }

    @Test("reads codes as numbers and as offices' own words")
    func codes() throws {
        let insurance = try #require(definition.source(of: .insurance))
        let scheme = try #require(insurance.layout.fields.first { $0.field == .scheme })
        #expect(scheme.codes["110"] == "employee_pension")
        #expect(scheme.codes["企业职工基本养老保险"] == "employee_pension")
        #expect(scheme.headings.first == "险种类型")
    }

    @Test("brings its tables: counties, working days, retirement ages, rates, names")
    func tables() throws {
        #expect(definition.city.counties.count == 10)
        #expect(definition.city.counties.contains(County(code: "440232", name: "乳源瑶族自治县")))
        #expect(!definition.city.counties.contains { $0.code == "440201" })
        #expect(definition.tables.coveredRegionPrefixes == ["4402", "4426"])
        #expect(definition.tables.calendar?.lastDay == Day(year: 2026, month: 12, day: 31))
        #expect(definition.policy.retirement.map(\.capMonths) == [36, 36, 60])
        #expect(definition.tables.lendingRates.last?.basisPoints == 300)
        #expect(definition.tables.dispatchUnits.count == 12)
        let variants: [Unicode.Scalar: Unicode.Scalar] = [
            "呂": "吕", "黃": "黄", "戶": "户", "吳": "吴", "峯": "峰", "羣": "群", "溫": "温", "晉": "晋",
        ]
        #expect(definition.nameTables.variants == variants)
        #expect(definition.nameTables.surnames.count == 6)
        #expect(definition.nameTables.privateUse["\u{E863}"] == "\u{4DAE}")
        #expect(definition.nameTables.dotsBetweenHan == ["\u{3002}", "\u{FF61}"])
    }
}
