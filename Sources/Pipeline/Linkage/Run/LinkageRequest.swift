/// What `taizhang match` is asked to do.
package struct LinkageRequest: Sendable {
    package var left: String
    /// `nil`: the left list is compared with itself.
    package var right: String?
    /// The model file; `nil`: a model is guessed.
    package var model: String?
    /// A model file whose trained weights are taken.
    package var weights: String?
    /// Filled review workbooks.
    package var answers: [String]
    /// The folder that gets the files.
    package var output: String
    package var jobs: Int

    package init(
        left: String, right: String? = nil, model: String? = nil, weights: String? = nil, answers: [String] = [],
        output: String, jobs: Int
    ) {
        (self.left, self.right, self.model, self.weights) = (left, right, model, weights)
        (self.answers, self.output, self.jobs) = (answers, output, jobs)
    }
}
