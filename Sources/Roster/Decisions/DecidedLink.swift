/// What a person decided of a record and a registered person: whether the record is theirs.
package struct DecidedLink: Sendable, Equatable {
    /// What was answered.
    package enum Answer: Int, CaseIterable, Sendable { case no, yes, unsure }

    /// Of what both sides say; another as soon as one of them says something else.
    package var fingerprint: String
    package var registrationNumber: String
    package var answer: Answer
    package var decidedBy: String
    package var decidedOn: Day

    package init(fingerprint: String, registrationNumber: String, answer: Answer, decidedBy: String, decidedOn: Day) {
        (self.fingerprint, self.registrationNumber, self.answer) = (fingerprint, registrationNumber, answer)
        (self.decidedBy, self.decidedOn) = (decidedBy, decidedOn)
    }
}
