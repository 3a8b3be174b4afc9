import Roster
import Testing

@Suite("Identity numbers")
struct IDNumberTests {
    @Test(
        "folding keeps all 18 characters, birth date and sex", arguments: ["44020119700110001X", "440201199912310026"])
    func folding(prefix: String) throws {
        let digits = Array(prefix.utf8.prefix(17))
        let check = IDNumber.checkCharacter(of: digits[0..<17])
        let text = String(decoding: digits + [check], as: UTF8.self)
        let number = try #require(IDNumber(checking: text))
        #expect(number.text == text)
        #expect(number.birthDate?.description.replacing("-", with: "") == String(text.dropFirst(6).prefix(8)))
        #expect(number.sex == (digits[16] % 2 == 1 ? .male : .female))
    }

    @Test("one wrong digit, wherever it is, is found by the check character")
    func everySingleError() throws {
        var digits = Array("44020119850615123".utf8)
        digits.append(IDNumber.checkCharacter(of: digits[0..<17]))
        for position in 0..<17 {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[position] {
                var wrong = digits
                wrong[position] = digit
                #expect(IDNumber(checking: String(decoding: wrong, as: UTF8.self)) == nil)
            }
        }
    }

    @Test("what is shown outside officers' files hides the birth date, the name and the middle of the phone")
    func masking() {
        #expect(Masking.idNumber("440201198506151234") == "4402**********1234")
        #expect(Masking.name("王小明") == "王*")
        #expect(Masking.phone("13800005678") == "138****5678")
        #expect(Masking.idNumber("12345") == "*****")
    }
}
