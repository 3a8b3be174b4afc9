import Reports
import Testing

struct WorkListFilesTests {
    @Test("A work list is named by town code and town name")
    func fileName() {
        let files = WorkListFiles(towns: ["440204002", "440203001"], names: Samples.names.towns)
        #expect(files.names.map(\.town) == ["440203001", "440204002"])
        #expect(files.names.map(\.file) == ["440203001_新华街道公共服务中心.xlsx", "440204002.xlsx"])
    }

    @Test("Towns whose names come out equal get a number, and a missing code a word")
    func clashes() {
        let files = WorkListFiles(towns: ["4/1", "4:1", ""], names: TownNames())
        #expect(files.names.map(\.file) == ["未填镇街.xlsx", "4_1.xlsx", "4_1_2.xlsx"])
    }

    @Test(
        "No forbidden character stays in a file name",
        arguments: [
            ("a/b\\c", "a_b_c"), ("..\u{202E}x.", "_x"), ("a:*?\"<>|b", "a_______b"), ("甲\n乙\u{0}", "甲_乙_"),
            (" 甲 乙 ", "甲 乙"),
            ("...", ""), ("", ""), (String(repeating: "镇", count: 80), String(repeating: "镇", count: 60)),
        ])
    func cleaning(name: String, cleaned: String) {
        #expect(WorkListFiles.cleaned(name) == cleaned)
    }
}

struct RowChecksumTests {
    private static let number = "440203202608001234"

    @Test("Any changed digit changes the check code", arguments: 0..<18)
    func changedDigit(position: Int) {
        let code = RowChecksum.code(of: Self.number)
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
            var bytes = Array(Self.number.utf8)
            guard bytes[position] != digit else { continue }
            bytes[position] = digit
            #expect(!RowChecksum.matches(code, registrationNumber: String(decoding: bytes, as: UTF8.self)))
        }
    }

    @Test("Any swap of neighbours changes the check code", arguments: 0..<17)
    func swappedNeighbours(position: Int) {
        var bytes = Array(Self.number.utf8)
        guard bytes[position] != bytes[position + 1] else { return }
        bytes.swapAt(position, position + 1)
        let code = RowChecksum.code(of: Self.number)
        #expect(!RowChecksum.matches(code, registrationNumber: String(decoding: bytes, as: UTF8.self)))
    }

    @Test("The code is the CRC-16 of its published check value, in letters")
    func checkValue() {
        // 0x29B1 for "123456789".
        #expect(RowChecksum.code(of: "123456789") == "DMPC")
    }

    @Test("A code matches in lower case and with spaces, and as no other")
    func matching() {
        let code = RowChecksum.code(of: Self.number)
        #expect(RowChecksum.matches(" \(code.lowercased()) ", registrationNumber: Self.number))
        #expect(!RowChecksum.matches("", registrationNumber: Self.number))
        #expect(!RowChecksum.matches(code + "A", registrationNumber: Self.number))
    }
}
