package import Digest
package import Roster

/// What makes a revision of a month what it is, apart from the months before it.
package struct RevisionBasis: Sendable {
    package var month: Month
    /// Digest of all input files.
    package var inputs: ContentDigest
    /// The pipeline file, kept with the revision.
    package var pipelineText: String
    /// The tables and models that it names, kept with it.
    package var pipelineFiles: [KeptFile]
    /// Version of the program.
    package var programVersion: String
    /// `IntakeState.head` when the history was about to be read: what comes later is not in the decisions, and must not be
    /// taken for known.
    package var intakes: String

    package init(
        month: Month, inputs: ContentDigest, pipelineText: String, pipelineFiles: [KeptFile] = [],
        programVersion: String, intakes: String = ""
    ) {
        self.month = month
        self.inputs = inputs
        self.pipelineText = pipelineText
        self.pipelineFiles = pipelineFiles
        self.programVersion = programVersion
        self.intakes = intakes
    }
}

/// A file that belongs to a pipeline, as it was read.
package struct KeptFile: Hashable, Sendable {
    /// Its key in the pipeline file.
    package var name: String
    /// As the pipeline file writes it.
    package var path: String
    package var text: String

    package init(name: String, path: String, text: String) {
        (self.name, self.path, self.text) = (name, path, text)
    }
}

/// Which revision a run on some basis would record, before anything is written.
package struct RevisionPlan: Sendable {
    package let basis: RevisionBasis
    /// The number the run's rows carry: the current revision's if nothing changed, else the next.
    package let number: Int
    /// Digest of the basis and of everything earlier months hold.
    package let identity: ContentDigest
    /// The current revision, or `nil` if the month is new.
    package let current: Revision?
    /// Chain head of the latest earlier month, or `nil` if there is none.
    package let previousChainHead: ContentDigest?

    /// Whether the current revision has the same identity: nothing is to be written, its folder is published again.
    package var isUnchanged: Bool { current?.identity == identity }
}

/// A recorded revision of a month.
package struct Revision: Hashable, Sendable {
    package let month: Month
    /// From 1.
    package let number: Int
    package let identity: ContentDigest
    /// Digest over this revision's rows, the last intake and the chain head of the month before: stands in the month's
    /// manifest.
    package let chainHead: ContentDigest
    /// Digest of the folder published from it.
    package let published: ContentDigest
    /// People in the month's ledger.
    package let people: Int
    package let programVersion: String
}
