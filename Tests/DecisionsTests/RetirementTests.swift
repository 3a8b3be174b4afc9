import Decisions
import Foundation
import Roster
import Testing

@Suite("Statutory retirement age")
struct RetirementTests {
    private static let vectors = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../fixtures/vectors/retirement_vectors.csv")

    @Test("All vectors: age in months and month of retirement by track and birth month")
    func vectors() throws {
        let lines = try String(contentsOf: Self.vectors, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(lines.count == 1056)
        for line in lines {
            let fields = line.split(separator: ",").map(String.init)
            let track = try #require(ShippedPolicy.retirement.first { $0.category == fields[1] })
            let birth = try #require(Month(fields[2]))
            #expect(track.ageInMonths(bornIn: birth) == Int(fields[3]), "\(line)")
            #expect(track.retirementMonth(bornIn: birth) == Month(fields[4]), "\(line)")
        }
    }

    @Test("A man has one month of retirement, a woman two")
    func tracks() {
        #expect(ShippedPolicy.policy.retirementMonths(sex: .male, bornIn: "1965-01") == ["2025-02"])
        #expect(ShippedPolicy.policy.retirementMonths(sex: .female, bornIn: "1975-01") == ["2025-02", "2031-05"])
    }
}
