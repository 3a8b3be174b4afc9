/// How the rows of two lists (or of one with itself) are told to be one person's: fields with comparison levels,
/// blocking rules and thresholds, as in Fellegi and Sunter's theory of record linkage (1969).
///
/// A model holds no probability: these come from training, `TrainedWeights`.
package struct LinkageModel: Sendable, Equatable {
    package var name: String
    package var fields: [LinkageField]
    package var blocking: [BlockingRule]
    /// Pairs at or above this probability are links, unless a veto holds.
    package var linkThreshold: Double
    /// Pairs at or above this probability are listed for review.
    package var reviewThreshold: Double
    /// Which rows have at most one match. Two lists only.
    package var assignment: Assignment
    /// Blocks with more pairs than this are passed over and reported.
    package var blockCap: Int
    package var training: TrainingPlan

    package init(
        name: String, fields: [LinkageField], blocking: [BlockingRule], linkThreshold: Double = 0.9,
        reviewThreshold: Double = 0.5, assignment: Assignment = .open, blockCap: Int = 100_000,
        training: TrainingPlan = TrainingPlan()
    ) {
        self.name = name
        self.fields = fields
        self.blocking = blocking
        self.linkThreshold = linkThreshold
        self.reviewThreshold = reviewThreshold
        self.assignment = assignment
        self.blockCap = blockCap
        self.training = training
    }
}

/// Which rows of two lists stand for at most one row of the other: rivals for such a row share its probability.
package enum Assignment: Sendable, Equatable {
    /// None: any row may have any number of matches.
    case open
    /// Those of both lists.
    case oneToOne
    /// Those of the right list: records, of which a person on the left may have many.
    case onePersonARecord
}

/// How the weights of a model are estimated.
package struct TrainingPlan: Sendable, Equatable {
    /// Where the random sampling of pairs begins.
    package var seed: UInt64
    /// Random pairs drawn for u.
    package var samplePairs: Int
    /// Most rounds of expectation and maximisation.
    package var rounds: Int

    package init(seed: UInt64 = 1, samplePairs: Int = 1_000_000, rounds: Int = 100) {
        self.seed = seed
        self.samplePairs = samplePairs
        self.rounds = rounds
    }
}

/// A property that both lists have and in which the rows of one person agree more often than others.
package struct LinkageField: Sendable, Equatable {
    package var name: String
    package var kind: FieldKind
    /// The first that holds is the pair's level; where none does, the values differ.
    package var levels: [ComparisonLevel]
    /// Agreement on a rare value weighs more than on a common one.
    package var usesTermFrequency: Bool
    /// Fields whose digits stand in this one (the birth date and the sex in an ID number): they are not counted again
    /// where this field shows and agrees on them.
    package var covers: [CoveredField]
    /// Two values that are valid in themselves and differ: the pair may be reviewed, never linked.
    package var vetoesDifference: Bool

    package init(
        name: String, kind: FieldKind, levels: [ComparisonLevel], usesTermFrequency: Bool = false,
        covers: [CoveredField] = [], vetoesDifference: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.levels = levels
        self.usesTermFrequency = usesTermFrequency
        self.covers = covers
        self.vetoesDifference = vetoesDifference
    }
}

/// A field whose value an ID number repeats.
package struct CoveredField: Sendable, Equatable {
    package var field: Int
    package var part: Part

    /// Which digits of an ID number.
    package enum Part: String, CaseIterable, Sendable { case birth, sex }

    package init(field: Int, part: Part) {
        (self.field, self.part) = (field, part)
    }
}

/// What the values of a field are, which says how they are normalised and what can be asked of them.
package enum FieldKind: String, CaseIterable, Sendable {
    /// A Chinese name.
    case name
    /// Latin or other text.
    case text
    /// A calendar day, written `20261031`.
    case date
    /// An identity number (GB 11643-1999), whole, masked or damaged.
    case id
    /// A code of fixed shape: a region, a postcode, a phone number.
    case code
}
