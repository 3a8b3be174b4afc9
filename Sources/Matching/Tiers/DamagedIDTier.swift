package import Roster

/// By a masked ID number, or one with a single slip of the pen, and the name: grade D, if exactly one person fits.
package struct DamagedIDTier: MatchTier {
    private let names: NameComparison
    private let namesakes: Namesakes

    package init(spine: Spine, names: NameComparison) {
        self.names = names
        namesakes = Namesakes(spine.people, names: names)
    }

    /// A mask that shows less proves nothing.
    package static let leastVisible = 6

    package func settle(_ key: RecordKey, naming: SourceNaming, in spine: Spine) -> Settlement {
        guard !key.name.isEmpty, let fits = DamagedIDTier.test(of: key.id) else { return .open }
        let people = namesakes.slots(of: key.name).filter { slot in
            let person = spine.people[Int(slot)]
            guard let id = person.id, fits(id), !contradicts(key, id) else { return false }
            return names.compare(key.name, person.name).isSameName
        }
        guard let only = people.first else { return .open }
        guard people.count == 1 else { return .ambiguous(people.map { PersonSlot(Int($0)) }) }
        return .linked(Link(slot: PersonSlot(Int(only)), grade: .d))
    }

    /// Whether a number can be the one meant; `nil` where nothing can be told from the reading.
    private static func test(of reading: IDReading) -> ((IDNumber) -> Bool)? {
        switch reading {
        case .masked(let text):
            let mask = IDMask(text)
            guard mask.visibleCount >= leastVisible else { return nil }
            return { number in mask.fits(number) }
        case .faulty(let text, .checkDigit):
            let damaged = IDValue(text)
            guard damaged.state == .damaged else { return nil }
            return { number in IDValue(number.text).isOneEdit(from: damaged) }
        default: return nil
        }
    }

    /// Sex or birth month of the record speak against the number.
    private func contradicts(_ key: RecordKey, _ id: IDNumber) -> Bool {
        if let sex = key.sex, sex != id.sex { return true }
        guard let month = key.birthMonth, let birth = id.birthDate else { return false }
        return month != birth.month
    }
}

extension NameAgreement {
    /// N0 to N2.
    package var isSameName: Bool {
        switch self {
        case .identical, .folded, .variant: true
        case .lostDot, .unreadable, .surname, .different, .missing: false
        }
    }
}
