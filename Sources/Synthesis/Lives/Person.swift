import Roster

/// One registered person through the months.
struct Person: Sendable {
    /// The person's identity, name and address follow from it.
    let serial: Int
    var registration: Standing
    /// An earlier registration that the roster still carries.
    var earlier: Standing?
    /// The roster's day of last contact.
    var contactedOn: Day
    var paper: Paper = .resident
    var spelling: Spelling = .same
    var idElsewhere: IDElsewhere = .whole
    var presence: Presence = .listed
    /// Nobody will get hold of this person any more.
    var isSilent = false
    /// The month in which an unusable paper is mended, or an expired registration renewed.
    var remedy: Month?
    /// The earlier registration stands under another name.
    var isEarlierUnderOtherName = false
    /// A second roster row of another person under the same number.
    var sharesNumber = false
    /// Rows of this month that look like evidence and count nothing.
    var decoy: Decoy?
    var facts = Facts()
    /// Status of the month before, if the person was in scope.
    var previous: Status?
    /// Whether any earlier month had the registration in scope.
    var isKnown = false

    /// A registration.
    struct Standing: Sendable {
        var number: Int
        var registeredOn: Day
        var validUntil: Day?
    }

    /// What the roster gives for identity.
    enum Paper: UInt8, Sendable {
        case resident, wrongCheck, digitsLost, missing, passport, travelPermit

        /// Whether other registers can be compared by it.
        var isUsable: Bool { self == .resident }
    }

    /// What other registers give for identity.
    enum IDElsewhere: UInt8, Sendable {
        case whole, masked, wrongDigit
    }

    /// Whether the roster of a month carries the person.
    enum Presence: UInt8, Sendable {
        case listed
        /// Missing from this month's roster, back in the next.
        case absent
        case gone
    }

    /// Latest contact the exports up to this month show.
    func lastContact(in month: Month) -> Day {
        var latest = max(registration.registeredOn, contactedOn)
        for answer in facts.answers where answer.export <= month && answer.outcome != .unreached {
            latest = max(latest, answer.day)
        }
        for service in facts.services {
            if let day = service.completedOn { latest = max(latest, day) }
        }
        for post in facts.posts {
            if let day = post.end, isVisible(day, in: month) { latest = max(latest, day) }
        }
        return latest
    }

    /// Whether the month has the registration in scope.
    func isInScope(of month: Month) -> Bool {
        guard presence == .listed, registration.registeredOn <= month.lastDay else { return false }
        let until = registration.validUntil ?? lastContact(in: month).adding(months: 6)
        return until >= month.firstDay
    }
}

/// Whether the exports of a month, which are drawn in the first days of the next, know of a day's event.
func isVisible(_ day: Day, in month: Month) -> Bool {
    day <= month.lastDay.adding(days: 8)
}
