/// What a probabilistic linkage found and by which weights, in numbers: all that `summary.html` shows.
package struct LinkageSummary: Sendable, Equatable {
    package var model: Model
    package var left: List
    /// The other list; nil where one list was compared with itself.
    package var right: List?
    package var training: Training
    package var thresholds: Thresholds
    /// In the model's order.
    package var fields: [Field] = []
    /// In the model's order.
    package var rules: [Rule] = []
    /// Over all compared pairs, each once.
    package var histogram = Histogram()
    package var outcome = Outcome()
    /// What people's answers tell, if there are any.
    package var answers: AnswerSummary?
    /// Pairs to show in detail, in the order to show them.
    package var waterfalls: [Waterfall] = []

    package init(model: Model, left: List, right: List?, training: Training, thresholds: Thresholds) {
        self.model = model
        self.left = left
        self.right = right
        self.training = training
        self.thresholds = thresholds
    }

    /// Pairs that were compared.
    package var comparedPairs: Int { histogram.counts.reduce(0, +) }

    /// The model, by name and by content.
    package struct Model: Sendable, Equatable {
        package var name: String
        /// Digest of the model file, as text.
        package var digest: String
        /// No model was given: this one was guessed from the columns that the lists share.
        package var isGuessed: Bool

        package init(name: String, digest: String, isGuessed: Bool = false) {
            self.name = name
            self.digest = digest
            self.isGuessed = isGuessed
        }
    }

    /// One of the lists.
    package struct List: Sendable, Equatable {
        /// As the reader knows it: a file name.
        package var name: String
        package var rowCount: Int
        /// Rows without a pair: those in `only_left.csv` or `only_right.csv`.
        package var onlyHere: Int
        /// Rows that would not reach the link threshold even against themselves.
        package var unlinkable: Int

        package init(name: String, rowCount: Int, onlyHere: Int = 0, unlinkable: Int = 0) {
            self.name = name
            self.rowCount = rowCount
            self.onlyHere = onlyHere
            self.unlinkable = unlinkable
        }
    }

    /// Where the weights come from.
    package struct Training: Sendable, Equatable {
        /// The weights were read from a file, not trained in this run.
        package var isPinned: Bool
        /// Rounds of expectation and maximisation; 0 if pinned.
        package var rounds: Int
        /// Whether the rounds ended because nothing changed any more.
        package var hasConverged: Bool
        /// Expected matches as a share of the smaller list, from 0 to 1.
        package var matchedShare: Double
        /// Odds of a match before anything is compared, in bits.
        package var priorBits: Double

        package init(
            isPinned: Bool = false, rounds: Int, hasConverged: Bool, matchedShare: Double, priorBits: Double
        ) {
            self.isPinned = isPinned
            self.rounds = rounds
            self.hasConverged = hasConverged
            self.matchedShare = matchedShare
            self.priorBits = priorBits
        }
    }

    /// Least probabilities for a link and for review.
    package struct Thresholds: Sendable, Equatable {
        package var link: Double
        package var review: Double

        package init(link: Double, review: Double) {
            self.link = link
            self.review = review
        }
    }

    /// What became of the compared pairs.
    package struct Outcome: Sendable, Equatable {
        package var links: Int
        package var reviews: Int
        /// Pairs that a veto kept from being links.
        package var vetoed: Int

        package init(links: Int = 0, reviews: Int = 0, vetoed: Int = 0) {
            self.links = links
            self.reviews = reviews
            self.vetoed = vetoed
        }
    }
}
