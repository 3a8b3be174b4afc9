/// What of an identity number's structure is data: the prefixes that exist.
package struct IDRules: Sendable, Equatable {
    private let prefixes: [Bool]
    private let provinces: [Bool]

    /// Rules with these two-digit province codes of resident numbers and prefixes of residence permits (81 Hong Kong,
    /// 82 Macao, 83 Taiwan).
    package init(provinces: [String], permits: [String] = ["81", "82", "83"]) {
        self.provinces = IDRules.table(provinces)
        prefixes = IDRules.table(provinces + permits)
    }

    /// Whether a number may begin with these three digits: a province, a permit, or 9 and a province (the permanent
    /// residence card of 2023).
    func knows(_ first: Int, _ second: Int, _ third: Int) -> Bool {
        first == 9 ? provinces[second * 10 + third] : prefixes[first * 10 + second]
    }

    private static func table(_ codes: [String]) -> [Bool] {
        var table = [Bool](repeating: false, count: 100)
        for code in codes {
            if let number = Int(code), table.indices.contains(number) { table[number] = true }
        }
        return table
    }
}
