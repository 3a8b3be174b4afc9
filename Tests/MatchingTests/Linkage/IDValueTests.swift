import Testing

@testable import Matching

@Suite("ID numbers place by place")
struct IDValueTests {
    static func value(_ text: String) -> IDValue { IDValue(Array(text.utf8)[...]) }

    /// A valid number and another one made of it by some edits.
    static func edited(_ numbers: inout SeededNumbers) -> (id: String, edited: String) {
        let id = numbers.id()
        var edited = id
        for _ in 0..<numbers.below(4) {
            switch numbers.below(5) {
            case 0, 1: edited = MadeUpID.swapping(numbers.below(17), of: edited)
            case 2 where !edited.contains("*"), 3 where !edited.contains("*"):
                edited = MadeUpID.replacing(numbers.place(), by: 1 + numbers.below(9), of: edited)
            default: edited = MadeUpID.hiding([numbers.place()], of: edited)
            }
        }
        return (numbers.chance(20) ? MadeUpID.hiding([numbers.place(), numbers.place()], of: id) : id, edited)
    }

    @Test("the state and the visible places are those of the characters", arguments: 0..<10)
    func states(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<300 {
            let text = Self.edited(&numbers).edited
            let value = Self.value(text)
            #expect(value.state == NaiveID.state(text), "seed \(seed): \(text)")
            for (place, isShown) in NaiveID.shown(text).enumerated() {
                #expect((value.visible >> UInt32(place) & 1 == 1) == isShown, "seed \(seed): \(text)")
                #expect(value.character(place) == Array(text.utf8)[place], "seed \(seed): \(text)")
            }
            #expect(value.visible <= IDValue.allPlaces)
        }
    }

    @Test(
        "what has no 18 characters, or no 17 digits, is told apart",
        arguments: [
            ("", IDValue.State.other), ("44020319900101001", .other), ("4402031990010100111", .other),
            ("H12345678", .other), ("440203900101001", .other), ("******************", .masked),
            ("44020319900101001*", .masked), ("91440200MA4UT0QT2D", .damaged), ("44020319900101001x", .damaged),
            ("44020319900101001X", .valid), ("440203199001010011", .damaged),
        ])
    func shapes(text: String, state: IDValue.State) {
        #expect(Self.value(text).state == state)
        #expect(NaiveID.state(text) == state)
    }

    @Test("only the right check character makes a number valid", arguments: 0..<5)
    func checkCharacters(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<50 {
            let id = numbers.id()
            for last in "0123456789X" {
                let text = String(id.dropLast()) + String(last)
                #expect(Self.value(text).state == (text == id ? .valid : .damaged), "seed \(seed): \(text)")
            }
        }
    }

    @Test("two numbers fit if they agree wherever both are to be seen", arguments: 0..<10)
    func fits(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<500 {
            let (one, two) = Self.edited(&numbers)
            let expected = NaiveID.fits(one, two)
            #expect(Self.value(one).fits(Self.value(two)) == expected, "seed \(seed): \(one) and \(two)")
            #expect(Self.value(two).fits(Self.value(one)) == expected, "seed \(seed): \(one) and \(two)")
        }
    }

    @Test("one edit is one character, or two neighbours swapped", arguments: 0..<10)
    func oneEdit(seed: Int) {
        var (numbers, found) = (SeededNumbers(seed: UInt64(seed)), [0, 0])
        for _ in 0..<600 {
            let (one, two) = Self.edited(&numbers)
            if one == two { continue }
            let expected = NaiveID.isOneEdit(one, two)
            found[expected ? 1 : 0] += 1
            #expect(Self.value(one).isOneEdit(from: Self.value(two)) == expected, "seed \(seed): \(one) and \(two)")
            #expect(Self.value(two).isOneEdit(from: Self.value(one)) == expected, "seed \(seed): \(one) and \(two)")
        }
        #expect(found.allSatisfy { $0 > 100 }, "seed \(seed): \(found)")
    }

    @Test("every place can be the edited one, and every two neighbours the swapped ones", arguments: 0..<18)
    func everyPlace(place: Int) {
        let id = "123456789012345678"
        for step in 1...9 {
            let other = MadeUpID.replacing(place, by: step, of: id)
            #expect(Self.value(id).isOneEdit(from: Self.value(other)), "\(other)")
            let twice = MadeUpID.replacing((place + 2) % 18, by: step, of: other)
            #expect(!Self.value(id).isOneEdit(from: Self.value(twice)), "\(twice)")
        }
        guard place < 17 else { return }
        let swapped = MadeUpID.swapping(place, of: id)
        #expect(Self.value(id).isOneEdit(from: Self.value(swapped)), "\(swapped)")
        #expect(!Self.value(id).isOneEdit(from: Self.value(MadeUpID.replacing(place, by: 1, of: swapped))))
    }

    @Test("a number is no edit away from itself", arguments: 0..<3)
    func noEdit(seed: Int) {
        var numbers = SeededNumbers(seed: UInt64(seed))
        for id in (0..<100).map({ _ in numbers.id() }) {
            #expect(!Self.value(id).isOneEdit(from: Self.value(id)), "seed \(seed): \(id)")
        }
    }
}
