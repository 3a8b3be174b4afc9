import Tabular

// Times one kernel of the ingest on one file: `microbench xml FILE`, `xlsx-read FILE`, `xlsx-write FILE ROWS`.

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    try await Benchmark(arguments)?.run()
} catch {
    print("microbench: \(error)")
}
