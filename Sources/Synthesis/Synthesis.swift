package import Roster

/// Made-up exports with the truth beside them.
package enum Synthesis {
    /// Writes one folder a month: the sixteen sources, `truth.csv` and `synth.json`.
    ///
    /// Streams: memory grows with the registered people, not with the insurance rows. Existing files of the same name
    /// are replaced.
    /// - Throws: `InvalidPlan` with all problems of the plan, or the error of a file that can't be written.
    package static func write(_ plan: SynthesisPlan, progress: (Month) -> Void = { _ in }) throws {
        guard plan.problems.isEmpty else { throw InvalidPlan(problems: plan.problems) }
        let world = World(plan)
        var population = Population(plan, world: world)
        var month = plan.months.lowerBound
        while month <= plan.months.upperBound {
            progress(month)
            population.advance(to: month, isFirst: month == plan.months.lowerBound)
            var folder = try MonthFolder(plan, world, month, peopleCount: population.people.count)
            for index in population.people.indices {
                population.remember(try folder.add(population.people[index]), of: index)
            }
            try folder.close()
            month = month.adding(1)
        }
    }
}

/// A plan that can't be carried out, with everything that is wrong with it.
package struct InvalidPlan: Error, CustomStringConvertible {
    /// Never empty.
    package let problems: [PlanProblem]
    /// All of them on one line.
    package var description: String { problems.map(\.description).joined(separator: "; ") }
}
