extension ConfigCursor {
    /// The elements of a path, `低保名册/家庭/成员`.
    func elementPath() -> [String]? {
        guard let steps = steps() else { return nil }
        if !steps.contains(where: { $0.hasPrefix("@") }) { return steps }
        report(.badPath)
        return nil
    }

    /// The path of an element or attribute below the root, `家庭/@编号`.
    func valuePath() -> String? {
        guard let steps = steps() else { return nil }
        if !steps.dropLast().contains(where: { $0.hasPrefix("@") }) { return steps.joined(separator: "/") }
        report(.badPath)
        return nil
    }

    private func steps() -> [String]? {
        guard let text = text() else { return nil }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        if steps.allSatisfy({ !$0.isEmpty && $0 != "@" && !$0.contains(where: \.isWhitespace) }) { return steps }
        report(.badPath)
        return nil
    }
}
