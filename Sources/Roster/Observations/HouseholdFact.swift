/// What is known of another member of a person's household, as far as the household's want of work is judged by it.
package struct HouseholdFact: Sendable, Codable, Hashable {
    package var householdNumber: String
    /// The member's place among those of the household, from 1.
    package var member: Int
    /// 与户主关系.
    package var relation: String
    /// Kind of the record that tells; empty for the entry in the household book itself.
    package var kind: String
    /// Its values, `key=value` joined by `;`.
    package var detail: String
    /// The month or day it speaks of, or empty.
    package var period: String

    package init(
        householdNumber: String, member: Int, relation: String, kind: String, detail: String, period: String
    ) {
        self.householdNumber = householdNumber
        self.member = member
        self.relation = relation
        self.kind = kind
        self.detail = detail
        self.period = period
    }

    var values: String {
        let own = joinedValues([
            "household": householdNumber, "member": String(member), "relation": relation, "record": kind,
        ])
        return detail.isEmpty ? own : own + ";" + detail
    }
}
