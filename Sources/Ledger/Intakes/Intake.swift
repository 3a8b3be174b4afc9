package import Digest
package import Roster

/// What a filled workbook brings back.
package struct Intake: Sendable {
    /// The file's name, without its folder.
    package var file: String
    package var content: ContentDigest
    /// Who took it in, and when; what was done.
    package var act: AuditedAct
    package var answers: [Entry<SurveyAnswer>]
    package var confirmations: [Entry<ConfirmedStatus>]

    /// Something that one row says of one registration.
    package struct Entry<Value: Sendable>: Sendable {
        package var registrationNumber: String
        package var value: Value
        package var sheet: String
        /// The sheet's own row number.
        package var row: Int

        package init(registrationNumber: String, value: Value, sheet: String, row: Int) {
            (self.registrationNumber, self.value, self.sheet, self.row) = (registrationNumber, value, sheet, row)
        }
    }

    package init(
        file: String, content: ContentDigest, act: AuditedAct, answers: [Entry<SurveyAnswer>],
        confirmations: [Entry<ConfirmedStatus>]
    ) {
        (self.file, self.content, self.act) = (file, content, act)
        (self.answers, self.confirmations) = (answers, confirmations)
    }

    /// How much of an intake says something else than what counted so far.
    package struct News: Hashable, Sendable {
        package var answers = 0
        package var confirmations = 0

        package init(answers: Int = 0, confirmations: Int = 0) {
            (self.answers, self.confirmations) = (answers, confirmations)
        }

        package var isEmpty: Bool { answers == 0 && confirmations == 0 }
    }
}

extension Intake.Entry<SurveyAnswer> {
    /// Columns of `answers` behind the registration up to the month, which is that of the answer's day.
    var cells: [Cell] { value.keyCells + value.remarkCells + [Cell(value.answeredOn.month.index)] }

    /// Columns behind the intake.
    var placeCells: [Cell] { [.text(sheet), Cell(row)] }
}

extension Intake.Entry<ConfirmedStatus> {
    /// Columns of `confirmations` behind the registration up to `ends`.
    var cells: [Cell] {
        [
            Cell(value.month.index), Cell(value.confirmedOn.number), .text(value.status.text),
            .text(value.confirmedBy), Cell(value.ends),
        ]
    }

    /// Columns behind the intake.
    var placeCells: [Cell] { [.text(sheet), Cell(row)] }
}
