package import Roster

/// What a run is asked to do: the command line, validated.
package struct RunRequest: Sendable {
    package var month: Month
    /// Folder of the month's exports.
    package var data: String
    /// Folder that gets `2026-10/`.
    package var output: String
    /// The ledger file; by default `ledger.sqlite` in `output`.
    package var ledger: String
    /// How many pieces may be worked on at once.
    package var jobs: Int
    /// Bytes for people and evidence; `nil`: as many as it takes.
    package var memory: Int?
    /// Gates set to warn end the run like those set to stop.
    package var isStrict: Bool
    /// Everything is read and decided, nothing is published or recorded.
    package var isDryRun: Bool
    /// Filled review workbooks.
    package var answers: [String]

    package init(
        month: Month, data: String, output: String, ledger: String? = nil, jobs: Int, memory: Int? = nil,
        isStrict: Bool = false, isDryRun: Bool = false, answers: [String] = []
    ) {
        self.month = month
        self.data = data
        self.output = output
        self.ledger = ledger ?? "\(output)/ledger.sqlite"
        self.jobs = jobs
        self.memory = memory
        self.isStrict = isStrict
        self.isDryRun = isDryRun
        self.answers = answers
    }
}

/// Version of the program: stands in manifests and revisions.
package enum ProgramVersion {
    /// As in `taizhang --version`.
    package static let current = "0.1.0"
}
