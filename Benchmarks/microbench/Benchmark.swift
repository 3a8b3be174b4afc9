import Tabular

/// One kernel to be timed, as the arguments name it.
enum Benchmark {
    case split(file: String)
    case scan(roster: String, insurance: String)
    case inflate(file: String)
    case xml(file: String)
    case xmlPieces(file: String)
    case readWorkbook(file: String)
    case writeWorkbook(file: String, rows: Int)

    /// `nil`, with a line of help printed, for arguments that name none.
    init?(_ arguments: [String]) {
        switch (arguments.first, arguments.count) {
        case ("split", 2): self = .split(file: arguments[1])
        case ("scan", 3): self = .scan(roster: arguments[1], insurance: arguments[2])
        case ("inflate", 2): self = .inflate(file: arguments[1])
        case ("xml", 2): self = .xml(file: arguments[1])
        case ("xml-pieces", 2): self = .xmlPieces(file: arguments[1])
        case ("xlsx-read", 2): self = .readWorkbook(file: arguments[1])
        case ("xlsx-write", 3): self = .writeWorkbook(file: arguments[1], rows: Int(arguments[2]) ?? 200_000)
        default:
            print("microbench split FILE | scan ROSTER INSURANCE | inflate FILE.gz")
            print("         | xml FILE | xml-pieces FILE | xlsx-read FILE | xlsx-write FILE ROWS")
            return nil
        }
    }

    /// Runs it and prints rows and milliseconds.
    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let rows =
            switch self {
            case .split(let file): try TextBenchmark.split(file)
            case .scan(let roster, let file): try await TextBenchmark.scan(roster: roster, insurance: file)
            case .inflate(let file): try TextBenchmark.inflate(file)
            case .xml(let file): try DocumentBenchmark.readXML(file)
            case .xmlPieces(let file): try await DocumentBenchmark.readXMLPieces(file)
            case .readWorkbook(let file): try DocumentBenchmark.readWorkbook(file)
            case .writeWorkbook(let file, let rows): try DocumentBenchmark.writeWorkbook(file, rows: rows)
            }
        let elapsed = (clock.now - start) / .milliseconds(1)
        print("\(rows) rows \(Int(elapsed.rounded())) ms")
    }
}
