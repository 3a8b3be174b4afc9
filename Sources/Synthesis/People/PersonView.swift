import Roster

/// A person in a month as the exports show them: everything that follows from the serial number, worked out once.
struct PersonView {
    let person: Person
    let month: Month
    let identity: MadeUpIdentity
    let name: String
    /// The name as other registers have it.
    let nameElsewhere: String
    /// The number as other registers have it.
    let idElsewhere: String
    let profile: Profile
    /// The registration is in scope this month: otherwise nothing but the roster row is written.
    let isInScope: Bool

    init(_ person: Person, in month: Month, _ world: World) {
        self.person = person
        self.month = month
        identity = world.identity(person.serial)
        name = world.name(person.serial)
        nameElsewhere = person.spelling.write(name, salt: person.serial)
        idElsewhere =
            switch person.idElsewhere {
            case .whole: identity.text
            case .masked: identity.masked
            case .wrongDigit: identity.withWrongCheck
            }
        profile = Profile(serial: person.serial, world)
        isInScope = person.isInScope(of: month)
    }

    var facts: Facts { person.facts }
    var number: String { numberText(person.registration.number) }
    var idOnRoster: String {
        switch person.paper {
        case .resident: identity.text
        case .wrongCheck: identity.withWrongCheck
        case .digitsLost: identity.scientific
        case .missing: ""
        case .passport: "E" + identity.text.suffix(10).prefix(8).map { $0 == "X" ? "0" : String($0) }.joined()
        case .travelPermit: "H" + identity.text.suffix(9).prefix(8).map { $0 == "X" ? "0" : String($0) }.joined()
        }
    }

    /// What records filed under the registration number give for identity.
    var idOnFile: String { person.paper.isUsable ? idElsewhere : "" }

    /// Whether rows under this number and name link to the person beyond doubt, so that their fields are looked at.
    var isPlain: Bool {
        isInScope && person.paper.isUsable && person.idElsewhere == .whole && person.spelling != .other
    }

    /// Dice for the rows of one source; equal whenever they are asked for.
    func dice(_ world: World, _ salt: Int) -> Dice {
        Dice(world.seed, person.serial, Int(month.index) * 64 + salt, for: .rows)
    }
}

/// A registration number as exports write it.
func numberText(_ number: Int) -> String {
    let digits = String(number)
    return "4402" + String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
}

/// What does not change about a person.
struct Profile: Sendable {
    let town: Town
    let householdRegion: Int
    let residenceRegion: Int
    let isUrban: Bool
    let ethnicity: String
    let education: String
    let reason: String
    let channel: String
    let phone: String
    /// Days from the application to the registration.
    let waitingDays: Int
    let wantsTraining: String
    let wantsBusiness: String
    /// Recognised category, `01` to `12`, or empty.
    let category: String
    /// A disability certificate's category and grade, or `nil`.
    let disability: (kind: Int, grade: Int)?
    /// Relatives in the household book.
    let relatives: Int

    init(serial: Int, _ world: World) {
        var dice = Dice(world.seed, serial, 1, for: .profile)
        town = dice.pick(Places.towns)
        residenceRegion = town.county
        householdRegion = dice.chance(0.85) ? town.county : dice.pick(Places.elsewhere)
        isUrban = dice.chance(0.6)
        ethnicity = dice.chance(0.93) ? "汉族" : dice.pick(["瑶族", "壮族", "苗族", "畲族"])
        education = dice.pick(["初中", "高中", "中专", "大专", "本科", "小学"])
        reason = dice.pick(["合同期满", "单位解除", "本人辞职", "企业破产、关闭", "毕业未就业", "其他"])
        channel = dice.pick(["01", "02", "03", "04"])
        phone = "154" + String(10_000_000 + dice.below(90_000_000))
        waitingDays = channel == "04" ? 0 : dice.below(4)
        wantsTraining = dice.pick(["是", "否", ""])
        wantsBusiness = dice.pick(["是", "否", "否", ""])
        category = dice.chance(0.15) ? twoDigits(dice.among(1...12)) : ""
        disability = dice.chance(0.04) ? (dice.among(1...7), dice.among(1...4)) : nil
        relatives = world.relatives ?? (dice.chance(0.6) ? dice.among(1...3) : 0)
    }
}
