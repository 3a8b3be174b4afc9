import Roster

extension ServiceReading {
    /// What is owed and given of each item of help: level I to candidates, all levels to recognised people who still have
    /// to be looked after.
    func counts(_ met: [CategoryFinding], under policy: HelpPolicy) -> [HelpCount] {
        let isRecognised = !registration.recognisedCategory.isEmpty
        guard isRecognised ? laid.isOpen : !met.isEmpty else { return [] }
        let offers = policy.offers(at: .one) + (isRecognised ? laterOffers(met, policy) : [])
        return offers.filter(isWishedFor).map { offer in
            HelpCount(level: offer.level, item: offer.item, owed: offer.count, given: given(offer, policy))
        }
    }

    private func laterOffers(_ met: [CategoryFinding], _ policy: HelpPolicy) -> [HelpOffer] {
        policy.offers(at: .two) + (isEspeciallyHard(met) ? policy.offers(at: .three) : [])
    }

    private func isEspeciallyHard(_ met: [CategoryFinding]) -> Bool {
        let recognised = self.policy.difficulty?.category(registration.recognisedCategory)
        let categories = met.map(\.category) + (recognised.map { [$0] } ?? [])
        return categories.contains { $0.especiallyHard.map { self.support(for: $0) != nil } ?? false }
    }

    private func isWishedFor(_ offer: HelpOffer) -> Bool {
        switch offer.wish {
        case nil: true
        case .training: registration.details.wantsTraining == true
        case .business: registration.details.wantsBusiness == true
        }
    }

    /// Services of the item completed by the end of the month. Level I counts those up to the recognition, job offers of
    /// level II those after it; where its day is not known, level I counts all, level II what is more than level I asks.
    private func given(_ offer: HelpOffer, _ policy: HelpPolicy) -> Int? {
        guard let kind = offer.item.service else { return nil }
        let days = records.services.filter { $0.service.kind == kind && $0.service.isGiven }
            .compactMap(\.service.dayGiven).filter { $0 <= lastDay }
        guard !registration.recognisedCategory.isEmpty else { return days.count }
        let recognisedOn = recognitionDay(under: self.policy.difficulty)
        switch offer.level {
        case .one: return recognisedOn.map { day in days.count { $0 <= day } } ?? days.count
        case .two where offer.item == .jobRecommendation:
            let before = policy.offers(at: .one).first { $0.item == offer.item }?.count ?? 0
            return recognisedOn.map { day in days.count { $0 > day } } ?? max(0, days.count - before)
        case .two, .three: return days.count
        }
    }
}

extension ServiceRecord {
    /// A public post counts when it has a number and has begun; anything else when it is completed.
    fileprivate var isGiven: Bool { kind != .publicPost || !postNumber.isEmpty }

    fileprivate var dayGiven: Day? { kind == .publicPost ? appliedOn : completedOn }
}
