import Roster
import Tabular
import Testing

@testable import Matching

@Suite("Masked and damaged ID numbers")
struct DamagedIDTierTests {
    static let ids = ["44020319900307123", "44020319900307321", "44020319850115123"].map(MadeUpID.checked)

    /// 王伟 (female), 王伟 (male), 黄某, and one without a number.
    static func linker(damaged: Bool = true) throws -> Linker {
        let names = ["王伟", "王伟", "黄某"]
        var people = names.indices.map { index in
            SpinePerson(
                registrationNumber: "R\(index)", id: IDNumber(checking: ids[index]), name: names[index])
        }
        people.append(SpinePerson(registrationNumber: "R3", id: nil, name: "李四"))
        return Linker(spine: Spine(people: people), names: Samples.names, linksDamaged: damaged)
    }

    static func settle(
        _ reading: IDReading, _ name: String, sex: Sex? = nil, born: String? = nil, damaged: Bool = true
    ) throws -> Settlement {
        let month = born.flatMap(Month.init)
        let key = RecordKey(id: reading, name: name, sex: sex, birthMonth: month)
        return try linker(damaged: damaged).settle(key, naming: .named)
    }

    static func linked(_ slot: Int) -> Settlement { .linked(Link(slot: PersonSlot(slot), grade: .d)) }

    static func mask(_ places: [Int], _ index: Int = 0) -> IDReading {
        .masked(MadeUpID.hiding(places, of: ids[index]))
    }

    @Test("a mask that fits one person of the name links to him, one that fits two is ambiguous")
    func masks() throws {
        #expect(try Self.settle(Self.mask(Array(6..<14)), "王伟") == Self.linked(0))
        #expect(try Self.settle(Self.mask(Array(14..<18)), "王伟") == .ambiguous([PersonSlot(0), PersonSlot(1)]))
        #expect(
            try Self.settle(Self.mask(Array(14..<18)), "王伟", sex: .male) == .ambiguous([PersonSlot(0), PersonSlot(1)]))
        #expect(try Self.settle(Self.mask(Array(6..<14), 2), "黃某") == Self.linked(2))
        #expect(try Self.settle(Self.mask(Array(6..<14)), "王伟", damaged: false) == .open)
    }

    @Test("six characters have to be seen, and the name to be the same but for variants and spaces")
    func weak() throws {
        #expect(try Self.settle(Self.mask(Array(0..<12)), "王伟") == Self.linked(0))
        #expect(try Self.settle(Self.mask(Array(0..<13)), "王伟") == .open)
        #expect(try Self.settle(Self.mask(Array(6..<14)), "王 伟") == Self.linked(0))
        for name in ["王", "王?", "李四", ""] {
            #expect(try Self.settle(Self.mask(Array(6..<14)), name) == .open, "\(name)")
        }
    }

    @Test("another sex or birth month than the number's speaks against it")
    func contradictions() throws {
        let mask = Self.mask(Array(6..<14))
        #expect(try Self.settle(mask, "王伟", sex: .female) == .open)
        #expect(try Self.settle(mask, "王伟", sex: .male, born: "1990-03") == Self.linked(0))
        #expect(try Self.settle(mask, "王伟", born: "1990-04") == .open)
    }

    @Test("one digit or two neighbours are mended, more is not, and a whole number of another is not touched")
    func slips() throws {
        let id = Self.ids[0]
        for text in [
            MadeUpID.replacing(0, by: 1, of: id), MadeUpID.replacing(12, by: 4, of: id),
            MadeUpID.replacing(17, by: 1, of: id),
            MadeUpID.swapping(13, of: id), MadeUpID.swapping(5, of: id),
        ] where IDNumber(checking: text) == nil {
            #expect(try Self.settle(.faulty(text, .checkDigit), "王伟") == Self.linked(0), "\(text)")
            #expect(try Self.settle(.faulty(text, .checkDigit), "黄某") == .open)
            let twice = MadeUpID.replacing(8, by: 2, of: text)
            #expect(try Self.settle(.faulty(twice, .checkDigit), "王伟") == .open, "\(twice)")
        }
        let other = try #require(IDNumber(checking: MadeUpID.checked("44020319900307125")))
        #expect(try Self.settle(.usable(other), "王伟") == .open)
        #expect(try Self.settle(.missing, "李四") == .open)
    }

    @Test("the trace tells what became of it; damaged numbers that fit nobody leave none")
    func traces() throws {
        func trace(_ reading: IDReading, _ name: String) throws -> DamagedTrace? {
            let key = RecordKey(id: reading, name: name)
            return DamagedTrace(key, try Self.linker().settle(key, naming: .named))
        }
        let whole = try #require(IDNumber(checking: Self.ids[0]))
        let slip = IDReading.faulty(MadeUpID.replacing(17, by: 1, of: Self.ids[0]), .checkDigit)
        #expect(try trace(Self.mask(Array(6..<14)), "王伟")?.outcome == "linked")
        #expect(try trace(Self.mask(Array(14..<18)), "王伟")?.outcome == "ambiguous")
        #expect(try trace(Self.mask(Array(6..<14)), "李四")?.outcome == "unlinked")
        #expect(try trace(slip, "王伟")?.outcome == "linked" && trace(slip, "王伟")?.state == .damaged)
        #expect(try trace(slip, "李四") == nil)
        #expect(try trace(.usable(whole), "王伟") == nil && trace(.missing, "王伟") == nil)
    }

    @Test("a linker asks for what its tiers can use")
    func unsureKeys() throws {
        #expect(try Self.linker(damaged: false).unsureKeys == [])
        #expect(try Self.linker().unsureKeys == .damaged)
        let keeping = Linker(spine: try Self.linker().spine, names: Samples.names, keepsUnsettled: true)
        #expect(keeping.unsureKeys == [.damaged, .missing])
    }
}
