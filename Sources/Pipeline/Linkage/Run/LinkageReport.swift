/// What a linkage came to, to be told when it is done.
package struct LinkageReport: Sendable, Codable, Equatable {
    /// One list.
    package struct List: Sendable, Codable, Equatable {
        package var file: String
        package var rows: Int
        package var records: Int
        package var quarantined: Int
        /// Rows that no link has.
        package var only: Int
        /// Rows that could not reach the threshold even against themselves.
        package var unlinkable: Int
        /// ID numbers under too many names.
        package var overusedIDs: Int
    }

    package var model: String
    package var digest: String
    package var isGuessed: Bool
    /// By the name of the field; what the model asked for and a list lacks.
    package var droppedFields: [String]
    package var left: List
    /// Absent if one list was compared with itself.
    package var right: List?
    package var comparedPairs: Int
    /// Blocks that were passed over because they hold too many pairs.
    package var skippedBlocks: Int
    package var links: Int
    package var reviews: Int
    package var vetoed: Int
    /// By grade.
    package var linksByGrade: [String: Int]
    /// Answers of people that were applied, and those whose pair's values have changed since or is not there.
    package var answersApplied: Int
    package var answersUnused: Int
    /// How right links are by the answers; absent if there are none.
    package var quality: AnswerFigures?
}
