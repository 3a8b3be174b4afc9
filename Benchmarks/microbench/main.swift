import Tabular

// Times one kernel of the ingest; without arguments it names them.

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    try await Benchmark(arguments)?.run()
} catch {
    print("microbench: \(error)")
}
