package import Decisions
package import Roster

/// A pipeline file, read and checked: everything that may differ between cities and months.
package struct PipelineDefinition: Sendable {
    /// `shaoguan-monthly`.
    package var name: String
    /// What officers call it.
    package var title: String
    package var city: City
    package var limits: IngestLimits
    package var settling: FileSettling
    package var marks: CellMarks
    /// In the order of the file; the spine is one of them.
    package var sources: [SourceDefinition]
    package var matching: MatchingSettings
    /// The grounds on which a registration may end, in the order of the file.
    package var grounds: [Ground]
    package var policy: DecisionPolicy
    package var reports: ReportSettings
    package var outputs: OutputSwitches
    package var tables: PipelineTables
    /// The model by which records without a usable ID number are compared with everybody, if they are.
    package var reviewModel: LinkageDefinition?
    /// The line of each rule in the file, from 1, by the rule's id.
    package var ruleLines: [String: Int]
    /// The file and the tables it names, as they were read.
    package var texts: ConfigurationTexts
    /// What was found and does not keep the file from being used.
    package var warnings: [ConfigurationProblem]

    /// The source of a kind, or `nil`.
    package func source(of kind: SourceKind) -> SourceDefinition? {
        sources.first { $0.kind == kind }
    }

    /// The sources a file of the data folder belongs to: one, unless it is nobody's or the globs overlap.
    package func sources(matching path: String) -> [SourceDefinition] {
        sources.filter { $0.includes(file: path) }
    }
}

/// A ground on which a registration may end.
package struct Ground: Hashable, Sendable {
    /// `X01`.
    package var id: String
    package var title: String
}

/// How records are matched to people, as far as it is not the matcher's own knowledge.
package struct MatchingSettings: Sendable, Equatable {
    /// A number that carries more names than this within one source is no key.
    package var mostNamesOfAnID: Int
    /// Records with masked ID numbers, or with one slip in them, are linked (grade D) where exactly one person fits.
    package var linksDamagedIDs = false
    /// By which model records without a usable ID number are compared with everybody; `nil`: they are not.
    package var review: ReviewSettings?
}

/// Files of the probabilistic comparison, from the pipeline file's folder.
package struct ReviewSettings: Sendable, Equatable {
    package var model: String
    /// Weights of an earlier month; none: each month trains its own.
    package var weights: String?
}

/// The bytes a pipeline was read from.
package struct ConfigurationTexts: Sendable, Equatable {
    /// A table beside the pipeline file.
    package struct Table: Sendable, Equatable {
        /// Its key under `tables`.
        package var name: String
        /// As the pipeline file writes it.
        package var path: String
        package var bytes: [UInt8]
    }

    /// The pipeline file, as the user named it.
    package var file: String
    package var text: String
    /// By name.
    package var tables: [Table]

    /// What a digest of the pipeline is taken of: the text, then each table's name and bytes, each after its length.
    /// The folder it lies in does not matter.
    package var digestInput: [UInt8] {
        var input: [UInt8] = []
        for part in [Array(text.utf8)] + tables.flatMap({ [Array($0.name.utf8), $0.bytes] }) {
            input += Array("\(part.count):".utf8)
            input += part
        }
        return input
    }
}
