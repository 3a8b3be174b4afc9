import Digest
import Roster

/// What a revision's chain head is made of.
struct ChainHead {
    /// Of the latest earlier month; `nil` if there is none.
    var previous: ContentDigest?
    var month: Month
    var identity: ContentDigest
    /// One for each canonical query; `nil` where the revision was made before there was the table.
    var tables: [ContentDigest?]
    /// Digest of the last intake before it; empty if there was none.
    var intakes: String

    var digest: ContentDigest {
        var parts = DigestParts("taizhang chain")
        parts.add("previous", previous?.bytes ?? [])
        parts.add("month", month.description)
        parts.add("identity", identity)
        for (table, digest) in zip(CanonicalQuery.allCases, tables) {
            if let digest { parts.add(table.rawValue, digest) }
        }
        if !intakes.isEmpty { parts.add("intakes", intakes) }
        return parts.finalize()
    }
}
