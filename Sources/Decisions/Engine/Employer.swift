import Roster

extension CaseReading {
    /// The name of the employer or business the decision rests on, or empty.
    ///
    /// Of several employers the one paid for last names the job; then the greater normalised values, then the greater
    /// file and row.
    func employer(by verdict: Verdict) -> String {
        employer(among: verdict.used, claim: .employer) ?? ownBusiness(among: verdict.used)
            ?? employer(among: verdict.used, claim: .ownBusiness) ?? verdict.answers.last?.employer ?? ""
    }

    private func employer(among used: [Int], claim: Claim) -> String? {
        var named: (evidence: Evidence, contribution: Contribution)?
        for index in used where assessments[index].claim == claim {
            let evidence = personCase.evidence[index]
            guard case .contribution(let contribution) = evidence.observation else { continue }
            if let known = named, !contribution.isPaidLater(than: known.contribution, evidence, known.evidence) {
                continue
            }
            named = (evidence, contribution)
        }
        return named?.contribution.employer.name
    }

    private func ownBusiness(among used: [Int]) -> String? {
        for index in used {
            if case .business(let business) = personCase.evidence[index].observation { return business.name }
        }
        return nil
    }
}

extension Contribution {
    fileprivate func isPaidLater(than other: Contribution, _ evidence: Evidence, _ otherEvidence: Evidence) -> Bool {
        if receivedOn != other.receivedOn {
            return (receivedOn?.number ?? .min) > (other.receivedOn?.number ?? .min)
        }
        return otherEvidence.precedesByValues(evidence)
    }
}
