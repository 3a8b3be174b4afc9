import Foundation
import Testing

/// Neither command ever shows a number, a name or a telephone, wherever in a file it stands.
@Suite("Discretion", .serialized)
struct DiscretionTests {
    /// Ways to put people's data where none belongs.
    private static func months() -> [CleanMonth] {
        var columns = CleanMonth()
        for row in 1...20 {
            let person = row - 1
            columns.set(CleanMonth.insurance, row: row, column: 4, to: CleanMonth.name(person))
            columns.set(CleanMonth.insurance, row: row, column: 9, to: CleanMonth.id(person))
            columns.set(CleanMonth.pension, row: row, column: 3, to: CleanMonth.phone(person))
            columns.set(CleanMonth.death, row: row, column: 3, to: CleanMonth.name(person))
            columns.set(CleanMonth.roster, row: row, column: 5, to: CleanMonth.id(person))
            columns.set(CleanMonth.roster, row: row, column: 14, to: CleanMonth.phone(person))
            columns.tables[CleanMonth.status]?[row].append(CleanMonth.name(person))
        }
        var headers = CleanMonth()
        for table in [CleanMonth.death, CleanMonth.business] { headers.tables[table]?.removeFirst() }
        headers.set(CleanMonth.pension, row: 0, column: 6, to: CleanMonth.id(3))
        headers.set(CleanMonth.status, row: 0, column: 5, to: CleanMonth.phone(4))
        var once = CleanMonth()
        once.set(CleanMonth.insurance, row: 3, column: 4, to: CleanMonth.name(7))
        once.set(CleanMonth.status, row: 3, column: 3, to: CleanMonth.name(9))
        var slipped = CleanMonth()
        for row in 1...20 {
            slipped.set(CleanMonth.status, row: row, column: 3, to: CleanMonth.name(row % 4))
            slipped.set(CleanMonth.insurance, row: row, column: 4, to: CleanMonth.name(row % 4) + "处办理")
        }
        return [CleanMonth(), columns, headers, once, slipped]
    }

    @Test("nothing that names a person is in any output", arguments: 0..<5)
    func nothingShown(number: Int) throws {
        let folder = try TemporaryFolder()
        let data = folder.path("in")
        try Self.months()[number].write(to: data)
        let files = try Files.list(data).map { "\(data)/\($0)" }
        for language in ["zh", "en"] {
            for more in [[], ["--json"], ["--full"]] {
                let arguments = more + ["--language", language]
                let check = try Program.run(CheckDocument.arguments(data, more: arguments))
                let inspect = try Program.run(["inspect", "--pipeline", Program.pipeline] + files + arguments)
                let text = [check.output, check.errors, inspect.output, inspect.errors].joined()
                #expect(text.count > 1000)
                for secret in CleanMonth.planted where text.contains(secret) {
                    let line = text.split(separator: "\n").first { $0.contains(secret) } ?? ""
                    Issue.record("\(secret) is shown: \(line)")
                }
            }
        }
    }
}
