import Roster
import Testing

@testable import Matching

@Suite("Who is in a month")
struct RosterScopeTests {
    static let scope = RosterScope(month: Samples.month, names: Samples.names)

    static func registration(_ number: String, _ day: String, id: Int = 1, name: String = "王伟") throws -> Registration {
        Registration(
            registrationNumber: number, name: name, id: .usable(try Samples.id(sequence: id)),
            registeredOn: try Samples.day(day))
    }

    static func rows(_ registrations: [Registration]) -> [RosterRow] {
        registrations.enumerated().map { offset, registration in
            let place = RowPlace(file: "a.csv", row: offset + 1, line: offset + 2, byteOffset: 0)
            return RosterRow(registration: registration, place: place)
        }
    }

    @Test(
        "a registration is in the months from its day to the end of its validity",
        arguments: [
            ("2026-10-31", "2026-12-31", true), ("2026-11-01", "2026-12-31", false), ("2026-01-01", "2026-10-01", true),
            ("2026-01-01", "2026-09-30", false),
        ])
    func validity(day: String, end: String, isIn: Bool) throws {
        var registration = try Self.registration("R1", day)
        registration.validUntil = try Samples.day(end)
        #expect(Self.scope.contains(registration) == isIn)
    }

    @Test(
        "without an end it holds six months from the later of registration and last contact",
        arguments: [
            ("2026-04-01", "", "", true), ("2026-03-31", "", "", false), ("2026-03-31", "2026-04-01", "", true),
            ("2026-03-31", "", "2026-04-01", true), ("2026-04-01", "2026-01-01", "", true),
            ("2026-04-30", "", "", true),
        ])
    func openEnd(day: String, contact: String, remembered: String, isIn: Bool) throws {
        var registration = try Self.registration("R1", day)
        registration.lastContactOn = Day(iso: contact)
        var history = PersonHistory()
        history.lastContactOn = Day(iso: remembered)
        #expect(Self.scope.contains(registration, history: history) == isIn)
    }

    @Test("without an end it stays in the running, for its records may tell of a later contact")
    func openStays() throws {
        let rows = Self.rows([
            try Self.registration("R1", "2025-01-01"), try Self.registration("R2", "2026-11-01", id: 2),
        ])
        #expect(Self.scope.select(rows).inScope == [0])
        var history = PersonHistory()
        history.confirmedEnd = try Samples.day("2026-09-30")
        #expect(Self.scope.select(rows) { ["R1": history][$0] }.inScope == [])
    }

    @Test("a registration in the running gives way to a valid one, and is no duplicate")
    func openGivesWay() throws {
        var valid = try Self.registration("R1", "2024-01-01")
        valid.validUntil = try Samples.day("2026-12-31")
        for open in [try Self.registration("R2", "2025-01-01"), try Self.registration("R1", "2025-01-01")] {
            let selection = Self.scope.select(Self.rows([open, valid]))
            #expect(selection.inScope == [1])
            #expect(selection.duplicates.isEmpty)
        }
    }

    @Test(
        "a confirmed end before the month ends it, unless the registration is newer",
        arguments: [
            ("2026-05-01", "2026-09-30", false), ("2026-05-01", "2026-10-01", true), ("2026-09-01", "2026-08-15", true),
        ])
    func confirmedEnd(day: String, end: String, isIn: Bool) throws {
        var history = PersonHistory()
        history.confirmedEnd = try Samples.day(end)
        let rows = Self.rows([try Self.registration("R1", day)])
        #expect(Self.scope.select(rows) { ["R1": history][$0] }.inScope == (isIn ? [0] : []))
    }

    @Test("of two valid registrations of one person the later counts, then the greater number")
    func duplicateRegistration() throws {
        let rows = Self.rows([
            try Self.registration("R9", "2026-06-01"), try Self.registration("R1", "2026-07-01"),
            try Self.registration("R5", "2026-07-01", id: 2), try Self.registration("R6", "2026-07-01", id: 2),
        ])
        let selection = Self.scope.select(rows)
        #expect(selection.inScope == [1, 3])
        #expect(
            selection.duplicates == [
                .init(row: 0, code: .duplicateRegistration), .init(row: 2, code: .duplicateRegistration),
            ])
        #expect(selection.identityConflicts.isEmpty)
    }

    @Test("a second registration that is not valid in the month is no duplicate")
    func expiredDuplicate() throws {
        var expired = try Self.registration("R1", "2026-05-01")
        expired.validUntil = try Samples.day("2026-08-31")
        let selection = Self.scope.select(Self.rows([expired, try Self.registration("R2", "2026-06-01")]))
        #expect(selection.inScope == [1])
        #expect(selection.duplicates.isEmpty)
    }

    @Test("a second valid registration of one number under another name is a conflict of identity")
    func otherName() throws {
        let selection = Self.scope.select(
            Self.rows([
                try Self.registration("R1", "2026-06-01", name: "李四"), try Self.registration("R2", "2026-07-01"),
            ]))
        #expect(selection.inScope == [1])
        #expect(selection.identityConflicts == [1])
    }

    @Test("of two rows with one number and different values the smaller stays, whatever their order")
    func duplicateNumber() throws {
        let (first, second) = (
            try Self.registration("R1", "2026-06-01"), try Self.registration("R1", "2026-07-01")
        )
        let selection = Self.scope.select(Self.rows([first, second]))
        #expect(selection.inScope == [0])
        #expect(selection.duplicates == [.init(row: 1, code: .duplicateNumber)])
        #expect(selection.identityConflicts.isEmpty)
        let turned = Self.scope.select(Self.rows([second, first]))
        #expect(turned.inScope == [1])
        #expect(turned.duplicates == [.init(row: 0, code: .duplicateNumber)])
    }

    @Test("of two rows equal in every value the one in the first file, then the first row, stays")
    func equalRows() throws {
        var rows = Self.rows(Array(repeating: try Self.registration("R1", "2026-06-01"), count: 3))
        #expect(Self.scope.select(rows).inScope == [0])
        rows[0].place.file = "b.csv"
        #expect(Self.scope.select(rows).inScope == [1])
    }

    @Test("one number with different ID numbers or names is a conflict of identity of the row that stays")
    func contradictingRows() throws {
        let kept = try Self.registration("R1", "2026-06-01")
        for other in [
            try Self.registration("R1", "2026-06-01", id: 2), try Self.registration("R1", "2026-07-01", name: "赵六"),
        ] {
            let selection = Self.scope.select(Self.rows([kept, other]))
            #expect(selection.inScope.count == 1)
            #expect(selection.identityConflicts == selection.inScope)
        }
    }

    @Test("an expired row of somebody else under one number is a conflict, but no duplicate")
    func contradictingExpiredRow() throws {
        let rows = Self.rows([
            try Self.registration("R1", "2025-01-01", id: 2), try Self.registration("R1", "2026-06-01"),
        ])
        let selection = Self.scope.select(rows)
        #expect(selection.inScope == [1])
        #expect(selection.duplicates.isEmpty)
        #expect(selection.identityConflicts == [1])
    }

    @Test("the people selected do not depend on the order of the rows")
    func orderOfRows() throws {
        var registrations: [Registration] = []
        for number in 0..<40 {
            let day = "2026-\(number % 2 == 0 ? "06" : "07")-1\(number % 7)"
            let name = number % 5 == 0 ? "李四" : "王伟"
            registrations.append(try Self.registration("R\(number % 23)", day, id: number % 17, name: name))
        }
        func kept(_ registrations: [Registration]) -> [Registration] {
            Self.scope.select(Self.rows(registrations)).inScope.map { registrations[$0] }
        }
        let expected = kept(registrations)
        var generator = SplitMix(state: 7)
        for _ in 0..<50 {
            registrations.shuffle(using: &generator)
            #expect(kept(registrations) == expected)
        }
        #expect(Set(expected.compactMap(\.id.number)).count == expected.count)
        #expect(Set(expected.map(\.registrationNumber)).count == expected.count)
    }
}

/// A small generator with a fixed seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
