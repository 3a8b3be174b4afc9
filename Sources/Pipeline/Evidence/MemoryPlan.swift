import Matching
import Roster

/// How the memory of `--memory` is shared: one half for the people of the month, the other for evidence.
struct MemoryPlan: Sendable {
    /// Bytes given.
    let bytes: Int

    /// Bytes of evidence that may be held; more is spilled.
    var evidenceBytes: Int { bytes / 2 }

    /// Exit 74 if the people do not fit in their half, the other members of their households among them.
    func check(_ roster: MonthRoster, others: Int = 0) throws {
        let needed = MemoryPlan.bytes(of: roster.registrations) + others * MemoryPlan.bytesOfAMember
        guard needed > bytes / 2 else { return }
        let count = roster.registrations.count
        throw RunError(
            .inputOutput, code: "E475",
            message: LocalizedText(
                zh: "本月 \(count) 人\(others == 0 ? "" : "和 \(others) 名家庭成员")需要 \(needed) 字节，"
                    + "超过 --memory 的一半（\(bytes / 2) 字节）",
                en: "\(count) people\(others == 0 ? "" : " and \(others) household members") need \(needed) bytes, "
                    + "half of --memory is \(bytes / 2)"),
            hint: LocalizedText(zh: "请给 --memory \(needed * 2) 或更多", en: "give --memory \(needed * 2) or more"))
    }

    /// Bytes of a member of a household in the spine, its index and the household's book.
    private static let bytesOfAMember = 96 + MemoryLayout<SpinePerson>.stride + 160

    /// Bytes that the people take, about: their registrations, and the spine by which records find them.
    static func bytes(of registrations: some Sequence<Registration>) -> Int {
        let indexed = 96
        let each =
            MemoryLayout<RosterRow>.stride + MemoryLayout<RegistrationDetails>.stride
            + MemoryLayout<SpinePerson>.stride + indexed
        return registrations.reduce(0) { $0 + each + $1.textBytes }
    }
}

extension Registration {
    /// Bytes of the texts that do not fit into their fields.
    fileprivate var textBytes: Int {
        let details = details
        let texts = [
            registrationNumber, name, agencyCode, details.ethnicity, details.education, details.householdRegion,
            details.residenceRegion, details.agencyName, details.channel, details.reason, details.phone,
        ]
        let header = 32
        return texts.reduce(0) { $0 + ($1.utf8.count > 15 ? $1.utf8.count + header : 0) }
    }
}
