package import Roster

/// A household by its book, with how each of its members stands to work.
///
/// A shared object, because it is asked about for each of its members.
package final class Household: Sendable {
    package let number: String
    /// 户类别 as the book writes it.
    package let kind: String
    package let isUrban: Bool?
    /// By ID number, so that their order is not that of files.
    package let members: [HouseholdMember]

    package init(number: String, kind: String, isUrban: Bool?, members: [HouseholdMember]) {
        self.number = number
        self.kind = kind
        self.isUrban = isUrban
        self.members = members
    }
}

/// A member of a household.
package struct HouseholdMember: Sendable {
    /// `nil`: no record could be the member's, because the book gives no usable ID number.
    package let id: IDNumber?
    /// 与户主关系.
    package let relation: String
    /// The entry in the book.
    package let reference: RecordReference
    package let standing: MemberStanding

    package init(id: IDNumber?, relation: String, reference: RecordReference, standing: MemberStanding) {
        self.id = id
        self.relation = relation
        self.reference = reference
        self.standing = standing
    }
}

/// How a member of a household stands to work at the end of a month.
package struct MemberStanding: Sendable {
    package var kind: Kind
    /// The record that tells; `nil` where none does.
    package var record: MemberRecord?
    /// Rosters of categories that the member is on.
    package var rosters: [String]
    /// The category the member is recognised under, and since when; `nil`: under none.
    package var recognition: Recognition?

    /// What the judgement of the household takes the member for.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Has work.
        case working
        /// Studies, serves, draws a pension, is dead or in prison …
        case unable
        /// Has a disability of a grade that means no ability to work.
        case disabled
        case jobless
        /// Too young or past the statutory age.
        case outsideAge
        /// Nothing can be known, because the ID number is not usable.
        case unknownID
    }

    /// A recognition as finding work hard to get.
    package struct Recognition: Sendable, Equatable {
        package var category: String
        package var on: Day?

        package init(category: String, on: Day?) {
            self.category = category
            self.on = on
        }
    }

    package init(
        _ kind: Kind, record: MemberRecord? = nil, rosters: [String] = [], recognition: Recognition? = nil
    ) {
        self.kind = kind
        self.record = record
        self.rosters = rosters
        self.recognition = recognition
    }
}

/// The record that decides how a member stands. An object, because most members have none.
package final class MemberRecord: Sendable {
    package let reference: RecordReference
    package let grade: MatchGrade
    package let weight: EvidenceWeight
    package let observation: Observation

    package init(reference: RecordReference, grade: MatchGrade, weight: EvidenceWeight, observation: Observation) {
        self.reference = reference
        self.grade = grade
        self.weight = weight
        self.observation = observation
    }
}
