import Foundation
import Ledger
import Roster

/// What ran on what: the contents of `manifest.json`. Holds nothing measured, nothing of the machine and no personal data.
package struct Manifest: Codable, Sendable, Equatable {
    /// Version of this layout of the manifest.
    package var format = 1
    package var month: String
    package var revision: Int
    package var program: Program
    package var pipeline: Pipeline
    package var ledger: Chain
    package var sources: [String: Source]
    package var links: Links
    package var people: People
    package var gates: [Gate]
    package var outputs: [Output]
    /// Records with masked or damaged ID numbers, by source and by `linked`, `ambiguous`, `unlinked`; absent in months of
    /// earlier versions.
    package var damagedIDs: [String: [String: Int]]?

    /// How many ID numbers a source carries under too many names: its records with them are nobody's.
    package var overusedIDs: [String: Int]?
    /// Links that are new, lost or moved to another grade since last month, by source; absent where that is not known.
    package var linkChanges: [String: [String: Int]]?
    /// What is left for people to look at; absent where no model compares what no tier settles.
    package var review: Review?

    /// What is found beside statuses; absent where the pipeline asks for nothing.
    package var services: Services?

    /// Lines of the files beside the ledger, counted.
    package struct Services: Codable, Sendable, Equatable {
        /// By condition and result.
        package var eligibility: [String: [String: Int]]
        /// By category and kind.
        package var difficulty: [String: [String: Int]]
        /// Recognised people who no longer qualify, by ground.
        package var exits: [String: Int]
        /// By level and item.
        package var help: [String: [String: Help]]
        /// By act and state.
        package var deadlines: [String: [String: Int]]
        /// Acts whose due date lies past the end of the calendar.
        package var actsBeyondCalendar: Int
        /// By state.
        package var subsidy: [String: Int]
        /// By result.
        package var loans: [String: Int]
        /// In yuan, of all applications that pass.
        package var interestSubsidy: String
        /// Applications by condition and result; absent in months of earlier versions.
        package var loanConditions: [String: [String: Int]]?
    }

    /// People who are owed an item of help, and how much of it; what no source tells is absent.
    package struct Help: Codable, Sendable, Equatable {
        package var people: Int
        package var owed: Int
        package var given: Int?
        package var gap: Int?
    }

    /// Pairs of registered people and records without a usable ID number.
    package struct Review: Codable, Sendable, Equatable {
        /// Digest of the model with its weights; empty if there was nothing to weigh.
        package var model: String
        /// Pairs nobody has answered yet, by `link`, `ambiguous`, `review`.
        package var open: [String: Int]
        /// Pairs of this month that were answered, by `yes`, `no`, `unsure`.
        package var answered: [String: Int]
        /// Blocks passed over because they hold too many pairs.
        package var skippedBlocks: Int
        /// How right links are by the answers; absent if there are none.
        package var quality: AnswerFigures?
    }

    /// The program that ran.
    package struct Program: Codable, Sendable, Equatable {
        package var name = "taizhang"
        package var version: String
    }

    /// The pipeline file, its tables included.
    package struct Pipeline: Codable, Sendable, Equatable {
        package var name: String
        package var sha256: String
        /// Digest of what it says of matching, its tables and models among it; absent in months of earlier versions.
        package var matching: String?
    }

    /// The month's place in the chain of months that `ledger verify` recomputes.
    package struct Chain: Codable, Sendable, Equatable {
        /// Digest over this revision's rows and the head before it.
        package var head: String
        /// Head of the latest earlier month; absent for the first.
        package var previous: String?
        package var identity: String
    }

    /// What came in from one source.
    package struct Source: Codable, Sendable, Equatable {
        package var required: Bool
        package var files: [File]
    }

    /// What came in from one file: `rows` = `records` + the sum of `quarantined`.
    package struct File: Codable, Sendable, Equatable {
        package var name: String
        package var sha256: String
        package var bytes: Int
        package var encoding: String
        package var rows: Int
        package var records: Int
        package var quarantined: [String: Int]
        /// Name of an earlier file with the same content; this one was not read.
        package var sameAs: String?
        /// Field remarks on rows that were kept, by code.
        package var remarks: [String: Int]
    }

    /// Links by source and grade, for people of the month and for members of their households.
    package struct Links: Codable, Sendable, Equatable {
        package var registered: [String: [String: Int]]
        package var relatives: [String: [String: Int]]
    }

    /// The month's people in figures.
    package struct People: Codable, Sendable, Equatable {
        package var registered: Int
        package var outOfScope: Int
        package var tracked: Int
        package var needingVerification: Int
        package var onWorkLists: Int
        package var vanished: Int
        package var statuses: [String: Int]
        package var rules: [String: Int]
        package var changes: [String: Int]
    }

    /// A gate that did not pass.
    package struct Gate: Codable, Sendable, Equatable {
        package var source: String
        package var gate: String
        /// `warned`: a run with a gate that stops publishes nothing.
        package var verdict: String
        /// What was measured against what, in Chinese.
        package var detail: String
    }

    /// A file of the month, this manifest excepted.
    package struct Output: Codable, Sendable, Equatable {
        package var name: String
        package var bytes: Int
        package var sha256: String
    }

    /// Rows of a source in all its files, or `nil` if the month had no such source.
    func rows(of source: SourceName) -> Int? {
        sources[source.text].map { $0.files.reduce(0) { $0 + $1.rows } }
    }

    /// Digests of a source's files.
    func digests(of source: SourceName) -> Set<String> {
        Set(sources[source.text]?.files.map(\.sha256) ?? []).subtracting([""])
    }

    /// The manifest of a published month, or `nil` if there is none that this program understands.
    static func published(in folder: String) -> Manifest? {
        guard let data = FileManager.default.contents(atPath: "\(folder)/manifest.json") else { return nil }
        return try? JSONDecoder().decode(Manifest.self, from: data)
    }

    /// The manifest that the ledger keeps with a revision, or `nil` if none was kept.
    static func kept(_ text: String) throws -> Manifest? {
        if text.isEmpty { return nil }
        do {
            return try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
        } catch is DecodingError {
            throw LedgerError(.unreadableRow, path: "", detail: "manifest")
        }
    }

    /// The manifest as JSON: keys sorted, two blanks of indentation, a line end at the end.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}
