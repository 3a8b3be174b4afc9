// swift-tools-version: 6.2
import PackageDescription

/// The layers of the program, from the bottom up. A target may use the targets named beside it and no others;
/// `Tests/StructureTests` holds the same table against the `import` lines.
let package = Package(
    name: "taizhang",
    products: [.executable(name: "taizhang", targets: ["taizhang"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // 0: C libraries
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CScan"),
        .target(name: "CInflate"),
        .target(name: "CSystem"),

        // 1: words, digests, files
        .target(name: "Roster"),
        .target(name: "Digest", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Tabular", dependencies: ["CLibXML2", "CZlib", "CInflate", "CXLSXWriter", "CScan"]),

        // 2: the stages
        .target(name: "Normalization", dependencies: ["Roster", "Tabular"]),
        .target(name: "Matching", dependencies: ["Roster", "Tabular"]),
        .target(name: "Decisions", dependencies: ["Roster", "Digest"]),
        .target(
            name: "Ledger",
            dependencies: [
                "Roster", "Digest", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "Reports",
            dependencies: ["Roster", "Tabular", .product(name: "Mustache", package: "swift-mustache")]),

        // 3: wiring
        .target(
            name: "Pipeline",
            dependencies: [
                "CSystem", "Roster", "Digest", "Tabular", "Normalization", "Matching", "Decisions", "Ledger",
                "Reports",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // 4: the door
        .executableTarget(
            name: "taizhang",
            dependencies: [
                "CSystem", "Pipeline", "Roster", "Synthesis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // development
        .target(name: "Synthesis", dependencies: ["Roster", "Tabular"]),
        .executableTarget(
            name: "microbench", dependencies: ["Tabular"], path: "Benchmarks/microbench"),

        .testTarget(name: "RosterTests", dependencies: ["Roster"]),
        .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
        .testTarget(name: "NormalizationTests", dependencies: ["Normalization", "Roster", "Tabular"]),
        .testTarget(name: "MatchingTests", dependencies: ["Matching", "Roster", "Tabular"]),
        .testTarget(name: "DecisionsTests", dependencies: ["Decisions", "Roster"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Roster", "Digest"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Roster", "Tabular"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Pipeline", "Roster", "Tabular", "Normalization", "Matching", "Decisions", "Ledger"]),
        .testTarget(name: "SynthesisTests", dependencies: ["Synthesis", "Roster", "Tabular"]),
        .testTarget(name: "StructureTests"),
        .testTarget(
            name: "GoldenTests", dependencies: ["Roster", "Tabular", "taizhang"],
            exclude: ["Months/count_rows.py", "Malformed/run_corpus.py"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && !["CScan", "CInflate", "CSystem"].contains(target.name) {
    target.swiftSettings = [
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
    // Small functions of one layer are inlined into the next: rows pass through all of them by the million. The flag makes
    // SwiftPM refuse the package as another one's dependency, which a program need not be.
    target.swiftSettings?.append(.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)))
    if Context.environment["CI"] == "true" {
        target.swiftSettings?.append(.treatAllWarnings(as: .error))
    }
}

/// With `FUZZ=1` the package is the fuzzing program of `scripts/fuzz` and what it needs, and nothing else. The flags
/// must not stand in a normal build.
if Context.environment["FUZZ"] == "1" {
    let isCounted = Context.environment["FUZZ_COVERAGE"] == "1"
    // One flag with both names: of two flags the compiler takes the last alone.
    let sanitizers = isCounted ? "fuzzer" : "fuzzer,address"
    let counting = isCounted ? ["-profile-generate", "-profile-coverage-mapping"] : []
    let planting = Context.environment["FUZZ_PLANT"] == "1" ? ["-DFUZZ_PLANT"] : []
    package.products = []
    package.dependencies = []
    package.targets.removeAll { $0.type == .test || !($0.name.hasPrefix("C") || $0.name == "Tabular") }
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Fuzz/CFuzzer"),
        .target(
            name: "Fuzzing", dependencies: ["Tabular"], path: "Tests/TabularTests",
            sources: ["Fuzzing", "ContainerFiles.swift", "DelimitedJudge.swift", "XMLShapes.swift"]),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "Fuzzing"], path: "Fuzz/fuzz",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [
                .unsafeFlags(["-sanitize=\(sanitizers)", "-use-ld=lld"] + (isCounted ? ["-profile-generate"] : []))
            ]),
    ]
    for target in package.targets where target.type != .system {
        if ["Tabular", "Fuzzing"].contains(target.name) {
            target.swiftSettings =
                (target.swiftSettings ?? []) + [.unsafeFlags(["-sanitize=\(sanitizers)"] + counting + planting)]
        } else if target.name.hasPrefix("C") {
            target.cSettings =
                (target.cSettings ?? [])
                + [.unsafeFlags(["-fsanitize=fuzzer-no-link" + (isCounted ? "" : ",address")])]
        }
    }
}
