import Decisions
import Ledger
import Roster

extension RuleBook {
    /// One category of people who find work hard to get: title, when it holds, since when, what to bring, basis.
    func text(of category: DifficultyCategory, in language: Language) -> String {
        let words = CategoryWords(language: language, statuses: labels)
        var lines = ["\(category.id) \(category.title)"]
        lines.append(line(language, "成立", "holds", words.text(category.condition)))
        if category.from != nil || category.until != nil {
            let dates = "\(category.from?.description ?? "…") – \(category.until?.description ?? "…")"
            lines.append(line(language, "施行", "in force", dates))
        }
        if let hard = category.especiallyHard {
            lines.append(line(language, "Ⅲ级帮扶", "level III", words.text(hard)))
        }
        let documents = (difficulty?.documents ?? []) + category.documents
        if !documents.isEmpty {
            lines.append(line(language, "材料", "documents", documents.joined(separator: language.text("、", ", "))))
        }
        if !category.legalBasis.isEmpty { lines.append(line(language, "依据", "basis", category.legalBasis)) }
        if let figures {
            let count = figures.categories[category.id] ?? 0
            lines.append(
                line(
                    language, "上次", "last month",
                    language.text("\(figures.month) 有 \(count) 人符合", "met by \(count) people in \(figures.month)")))
        }
        return lines.joined(separator: "\n")
    }

    /// One ground on which recognised people no longer qualify.
    func text(of exit: ExitGround, in language: Language) -> String {
        let words = CategoryWords(language: language, statuses: labels)
        return "\(exit.id) \(exit.title)\n" + line(language, "成立", "holds", words.text(exit.condition))
    }
}
