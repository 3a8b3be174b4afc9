extension LinkageSummary {
    /// A compared field.
    package struct Field: Sendable, Equatable {
        package var name: String
        /// From full agreement to none.
        package var levels: [Level]

        package init(name: String, levels: [Level]) {
            self.name = name
            self.levels = levels
        }
    }

    /// One step between agreement and difference of a field.
    package struct Level: Sendable, Equatable {
        package var label: String
        /// How often pairs of one person meet it.
        package var m: Double
        /// How often pairs of two people meet it.
        package var u: Double
        /// Weight of meeting it: log2(m / u).
        package var bits: Double
        /// Some pair met it in training; else its probabilities are floors.
        package var isTrained: Bool

        package init(label: String, m: Double, u: Double, bits: Double, isTrained: Bool = true) {
            self.label = label
            self.m = m
            self.u = u
            self.bits = bits
            self.isTrained = isTrained
        }
    }

    /// A blocking rule with the pairs it brings together.
    package struct Rule: Sendable, Equatable {
        package var label: String
        /// Pairs of the blocks that were not skipped; another rule may bring some of them as well.
        package var pairs: Int
        /// Blocks with more pairs than the cap.
        package var skippedBlocks: Int
        /// Pairs in skipped blocks.
        package var skippedPairs: Int

        package init(label: String, pairs: Int, skippedBlocks: Int = 0, skippedPairs: Int = 0) {
            self.label = label
            self.pairs = pairs
            self.skippedBlocks = skippedBlocks
            self.skippedPairs = skippedPairs
        }
    }

    /// Compared pairs by their weight, the prior among it; one bin a bit.
    package struct Histogram: Sendable, Equatable {
        /// Lower bound of the first bin, in bits.
        package var firstBits: Int
        /// Pairs in each bin: a weight of exactly its lower bound is in it.
        package var counts: [Int]

        package init(firstBits: Int = 0, counts: [Int] = []) {
            self.firstBits = firstBits
            self.counts = counts
        }

        /// Without the empty bins at both ends.
        var trimmed: Histogram {
            guard let first = counts.firstIndex(where: { $0 > 0 }), let last = counts.lastIndex(where: { $0 > 0 })
            else { return Histogram() }
            return Histogram(firstBits: firstBits + first, counts: Array(counts[first...last]))
        }
    }

    /// How the weight of a pair comes about.
    package struct Waterfall: Sendable, Equatable {
        /// Which rows these are.
        package var title: String
        /// What was decided, as a word to show.
        package var decision: String
        package var priorBits: Double
        /// The prior and all steps.
        package var totalBits: Double
        package var probability: Double
        /// In the order of the fields.
        package var steps: [Step] = []

        package init(title: String, decision: String, priorBits: Double, totalBits: Double, probability: Double) {
            self.title = title
            self.decision = decision
            self.priorBits = priorBits
            self.totalBits = totalBits
            self.probability = probability
        }
    }

    /// What one field adds to the weight of a pair.
    package struct Step: Sendable, Equatable {
        package var field: String
        /// Label of the level met.
        package var level: String
        package var bits: Double
        /// Value of the left row as it may be shown: masked by the caller.
        package var left: String
        /// Value of the right row as it may be shown: masked by the caller.
        package var right: String

        package init(field: String, level: String, bits: Double, left: String, right: String) {
            self.field = field
            self.level = level
            self.bits = bits
            self.left = left
            self.right = right
        }
    }
}
