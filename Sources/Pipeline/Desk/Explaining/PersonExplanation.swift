import Roster

/// Why a person has the status that a month's ledger gives: rows of files, links, rules, answers, months.
package struct PersonExplanation: Sendable, Codable, Equatable {
    package var person: Person
    package var decision: DecisionPart
    /// The rules in their order, up to the one that holds.
    package var path: [RuleStep]
    /// Best first as recorded; what was used and what was not.
    package var evidence: [EvidenceLine]
    package var answers: [AnswerLine]
    package var confirmations: [ConfirmationLine]
    package var history: [HistoryLine]
    /// Whether deciding anew from what the ledger keeps gives the same; absent where a record can't be read back.
    package var isReproduced: Bool?
    /// What would have led to another status.
    package var alternatives: [Alternative]

    /// Whom it is about; masked unless asked for otherwise.
    package struct Person: Sendable, Codable, Equatable {
        package var registrationNumber: String
        package var idNumber: String
        package var name: String
        package var sex: String
        package var birthDate: String
        package var town: String
        package var registeredOn: String
        package var validUntil: String
    }

    /// What was decided, by which revision.
    package struct DecisionPart: Sendable, Codable, Equatable {
        package var month: String
        package var revision: Int
        package var program: String
        package var chain: String
        package var status: String
        package var statusLabel: String
        package var previousStatus: String
        package var change: String
        /// What brought the change about: `data`, `rule`, `survey`; empty if there was none.
        package var cause: String
        package var rule: String
        package var action: String
        package var ground: String
        package var groundTitle: String
        package var grade: String
        package var employer: String
        package var effectiveDate: String
        package var methods: [String]
        package var verificationReasons: [String]
        package var workList: [String]
        package var dueDate: String
        package var lastContactOn: String
    }

    /// A rule that was tried.
    package struct RuleStep: Sendable, Codable, Equatable {
        package var rule: String
        package var title: String
        package var holdsWhen: String
        package var legalBasis: String
        /// Line of the pipeline file kept with the revision, from 1.
        package var line: Int
        package var holds: Bool
        /// Of the rule that holds: the condition of the outcome that does, in words.
        package var condition: String
    }

    /// A row of a file that was linked.
    package struct EvidenceLine: Sendable, Codable, Equatable {
        package var source: String
        package var file: String
        package var row: Int
        package var kind: String
        package var period: String
        package var values: String
        package var grade: String
        /// What the grade says of the link.
        package var link: String
        package var weight: String
        package var isUsed: Bool
        package var reason: String
    }

    /// A survey answer, from a file of a month or brought in by command.
    package struct AnswerLine: Sendable, Codable, Equatable {
        package var answeredOn: String
        package var method: String
        package var outcome: String
        package var employer: String
        /// Since when they are employed; empty if not told.
        package var employedOn: String
        package var surveyor: String
        package var note: String
        /// Month whose files held it, or file and sheet:row.
        package var origin: String
    }

    /// A status that an officer confirmed.
    package struct ConfirmationLine: Sendable, Codable, Equatable {
        package var month: String
        package var status: String
        package var confirmedBy: String
        package var confirmedOn: String
        package var ends: Bool
        package var origin: String
    }

    /// A month and revision in which the person stood.
    package struct HistoryLine: Sendable, Codable, Equatable {
        package var month: String
        package var revision: Int
        package var isCurrent: Bool
        package var status: String
        package var rule: String
        package var change: String
    }

    /// Something that would have led to another status.
    package struct Alternative: Sendable, Codable, Equatable {
        package var kind: Kind
        /// The record, or the answer.
        package var what: String
        package var status: String
        package var rule: String

        /// What would have to be otherwise.
        package enum Kind: String, Sendable, Codable {
            /// A doubtful link is confirmed.
            case linkConfirmed = "link_confirmed"
            case recordLeftOut = "record_left_out"
            case answer
        }
    }
}
