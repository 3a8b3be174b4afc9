import Roster

/// The registered people of all months, moved on from month to month.
struct Population {
    let world: World
    private(set) var people: [Person] = []
    /// Who plays which part, by serial number.
    private(set) var cast: [Int: CastPart] = [:]
    private let size: Int
    private var nextSerial = 0

    /// The people before the first month of a plan.
    init(_ plan: SynthesisPlan, world: World) {
        self.world = world
        size = plan.registered
        people.reserveCapacity(size + size / 8)
        let first = plan.months.lowerBound
        if plan.isShowcase {
            for part in CastPart.all(for: plan.months) { appendCast(part, first) }
        }
        while people.count < size { append(Person.settled(serial: nextSerial, before: first, world)) }
    }

    /// Lives through a month: everybody's facts are afterwards those of its end.
    mutating func advance(to month: Month, isFirst: Bool) {
        for index in people.indices {
            var dice = Dice(world.seed, people[index].serial, Int(month.index), for: .life)
            if let part = cast[people[index].serial] {
                people[index].play(part, in: month, &dice)
            } else {
                people[index].live(through: month, isFirst: isFirst, world, &dice)
            }
        }
        people.removeAll { $0.presence == .gone }
        if !isFirst { admit(in: month) }
    }

    /// Writes down what the month made of somebody, for the next one.
    mutating func remember(_ status: Status?, of index: Int) {
        people[index].previous = status
        if status != nil { people[index].isKnown = true }
    }

    private mutating func admit(in month: Month) {
        let missing = max(size / 50, size - people.count)
        for number in 0..<missing {
            let isEarly = number % 30 == 29
            append(Person.newcomer(serial: nextSerial, in: isEarly ? month.adding(1) : month, isEarly: isEarly, world))
        }
    }

    private mutating func append(_ person: Person) {
        people.append(person)
        nextSerial = person.serial + 1
    }

    private mutating func appendCast(_ part: CastPart, _ first: Month) {
        var serial = nextSerial
        while !part.suits(world.identity(serial), before: first) { serial += 1 }
        cast[serial] = part
        append(Person.cast(part, serial: serial, before: first))
    }
}
