import Foundation
import Roster
import Tabular
import Testing

@testable import Matching

@Suite("Linking records")
struct LinkerTests {
    static let people = [("R1", 1, "王伟"), ("R2", 2, "呂某"), ("R3", 0, "张三"), ("R4", 4, "")]

    static func spine(reversed: Bool = false) throws -> Spine {
        let people = try people.map { number, sequence, name in
            SpinePerson(
                registrationNumber: number, id: sequence == 0 ? nil : try Samples.id(sequence: sequence), name: name)
        }
        return Spine(people: reversed ? people.reversed() : people)
    }

    static func linker(reversed: Bool = false) throws -> Linker {
        Linker(spine: try spine(reversed: reversed), names: Samples.names)
    }

    static func key(_ sequence: Int, _ name: String, number: String = "") throws -> RecordKey {
        RecordKey(registrationNumber: number, id: .usable(try Samples.id(sequence: sequence)), name: name)
    }

    static func link(_ slot: Int, _ grade: MatchGrade, contradicts: Bool = false) -> Link {
        Link(slot: PersonSlot(slot), grade: grade, contradictsIdentity: contradicts)
    }

    @Test(
        "by ID number the names give the grade",
        arguments: [
            (1, "王伟", MatchGrade?.some(.a)), (1, "王 伟", .a), (2, "吕某", .b), (1, "李伟", .c), (1, "", .c), (9, "王伟", nil),
        ])
    func byID(sequence: Int, name: String, grade: MatchGrade?) throws {
        let link = try Self.linker().link(Self.key(sequence, name), naming: .named)
        #expect(link?.grade == grade)
        #expect(link?.contradictsIdentity != true)
    }

    @Test("without names the ID number alone is grade A only where that is declared")
    func nameless() throws {
        let linker = try Self.linker()
        #expect(linker.link(try Self.key(1, ""), naming: .declaredNameless) == Self.link(0, .a))
        #expect(linker.link(try Self.key(1, ""), naming: .unnamed) == Self.link(0, .c))
        #expect(linker.link(try Self.key(4, "赵六"), naming: .declaredNameless) == Self.link(3, .a))
        #expect(linker.link(try Self.key(4, "赵六"), naming: .named) == Self.link(3, .c))
        #expect(linker.link(try Self.key(1, "李伟"), naming: .declaredNameless) == Self.link(0, .c))
    }

    @Test(
        "numbers that are no key link to nobody",
        arguments: [
            IDReading.missing, .masked("440201********0018"), .precisionLost("4.4E+17"),
            .faulty("440201199001010010", .checkDigit), .otherPaper("H12345678"),
        ])
    func noKey(reading: IDReading) throws {
        #expect(try Self.linker().link(RecordKey(id: reading, name: "王伟"), naming: .named) == nil)
    }

    @Test("a registration number is the key, and a usable ID number that differs contradicts it")
    func byNumber() throws {
        let linker = try Self.linker()
        #expect(linker.link(try Self.key(1, "王伟", number: "R1"), naming: .named) == Self.link(0, .a))
        #expect(linker.link(try Self.key(2, "王伟", number: "R1"), naming: .named) == Self.link(0, .c, contradicts: true))
        #expect(linker.link(try Self.key(1, "李伟", number: "R1"), naming: .named) == Self.link(0, .c, contradicts: true))
        #expect(linker.link(try Self.key(1, "", number: "R1"), naming: .named) == Self.link(0, .c, contradicts: true))
        #expect(linker.link(try Self.key(2, "吕某", number: "R2"), naming: .named) == Self.link(1, .b))
        #expect(linker.link(try Self.key(7, "张三", number: "R3"), naming: .named) == Self.link(2, .a))
    }

    @Test("where there is no column for names the registration number is enough")
    func numberWithoutNames() throws {
        let linker = try Self.linker()
        let key = RecordKey(registrationNumber: "R1", id: .missing, name: "")
        #expect(linker.link(key, naming: .unnamed) == Self.link(0, .a))
        #expect(linker.link(key, naming: .named) == Self.link(0, .c, contradicts: true))
    }

    @Test("an unknown or empty registration number leaves the ID number")
    func unknownNumber() throws {
        let linker = try Self.linker()
        #expect(linker.link(try Self.key(1, "王伟", number: "R9"), naming: .named) == Self.link(0, .a))
        #expect(linker.link(try Self.key(1, "", number: "R9"), naming: .unnamed) == Self.link(0, .c))
        #expect(linker.link(RecordKey(registrationNumber: "R9", id: .missing, name: "王伟"), naming: .named) == nil)
    }

    @Test("a mask that does not fit contradicts a registration number, one that fits does not")
    func masks() throws {
        let linker = try Self.linker()
        let text = try Samples.id(sequence: 1).text
        let fitting = RecordKey(
            registrationNumber: "R1", id: .masked(String(text.prefix(6)) + "********" + text.suffix(4)), name: "王伟")
        #expect(linker.link(fitting, naming: .named) == Self.link(0, .a))
        var other = fitting
        other.id = .masked("440299********" + text.suffix(4))
        #expect(linker.link(other, naming: .named) == Self.link(0, .c, contradicts: true))
    }

    @Test("links do not depend on the order of the roster, nor on the spine's way through a file")
    func order() throws {
        let (forward, backward) = (try Self.spine(), try Self.spine(reversed: true))
        #expect(forward.people == backward.people)
        let stored = try JSONDecoder().decode(Spine.self, from: JSONEncoder().encode(backward))
        let linkers = [forward, backward, stored].map { Linker(spine: $0, names: Samples.names) }
        for sequence in 1...5 {
            for number in ["", "R1", "R2", "R3", "R4", "R5"] {
                let key = try Self.key(sequence, "王伟", number: number)
                #expect(Set(linkers.map { $0.link(key, naming: .named) }).count == 1)
            }
        }
    }

    @Test("the key of a field's plain bytes is the one under which the index has the person")
    func index() throws {
        let spine = try Self.spine()
        for person in spine.people {
            guard let id = person.id else { continue }
            for text in [id.text, id.text.lowercased()] {
                let key = try #require(DigitKey.fold(Array(text.utf8), 0..<18))
                #expect(spine.idIndex.slot(of: key) == spine.slot(ofID: id)?.index)
                #expect(spine.idIndex.slot(of: key) != nil)
            }
        }
    }

    @Test("a tier that settles a record keeps it from the next")
    func tiers() throws {
        struct Refusing: MatchTier {
            func settle(_ key: RecordKey, naming: SourceNaming, in spine: Spine) -> Settlement {
                key.name == "王伟" ? .unlinked : .open
            }
        }
        let tiers: [any MatchTier] = [Refusing(), IDNumberTier(names: Samples.names)]
        let linker = Linker(spine: try Self.spine(), tiers: tiers)
        #expect(linker.link(try Self.key(1, "王伟"), naming: .named) == nil)
        #expect(linker.link(try Self.key(2, "呂某"), naming: .named) == Self.link(1, .a))
    }

    @Test("numbers with too many names are found, in whatever parts they were noted")
    func overused() {
        var (first, second) = (OverusedNumbers(), OverusedNumbers())
        for name in ["甲", "乙", "", " 甲"] { first.note(PersonSlot(3), name: name) }
        for name in ["乙", "丙"] { second.note(PersonSlot(3), name: name) }
        second.note(PersonSlot(1), name: "甲")
        first.merge(second)
        #expect(first.slots(above: 3, names: Samples.names) == [PersonSlot(3)])
        #expect(first.slots(above: 4, names: Samples.names).isEmpty)
        #expect(first.slots(above: 1, names: Samples.names) == [PersonSlot(1), PersonSlot(3)])
    }
}

@Suite("Masked numbers")
struct IDMaskTests {
    @Test(
        "a mask is compared position by position",
        arguments: [
            ("440203********0012", true), ("******************", true), ("440203197006150012", true),
            ("440203********0013", false), ("440204********0012", false), ("440203***0012", true),
            ("440203***0013", false), ("4402037*****001", true), ("440203700615***", true), ("440203710615***", false),
            ("440203", false), ("*********************2", true),
        ])
    func fits(mask: String, expected: Bool) throws {
        #expect(IDMask(mask).fits(try Samples.id("440203197006150012")) == expected)
    }

    @Test("visible characters are counted")
    func visible() {
        #expect(IDMask("440203********0012").visibleCount == 10)
    }
}
