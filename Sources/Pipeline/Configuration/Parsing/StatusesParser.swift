import Decisions
import Roster

/// Reads the statuses a person can have, and the grounds on which a registration may end.
struct StatusesParser {
    /// The section `statuses`.
    func statuses(_ cursor: ConfigCursor?) -> [StatusDefinition] {
        (cursor?.entries() ?? []).compactMap { status in
            status.section("status") { section in
                StatusDefinition(
                    code: StatusCode(status.name), label: section.require("label")?.text() ?? "",
                    standing: section.require("standing")?.word(.standing) ?? .ended,
                    isOpen: section.optional("open")?.flag() ?? false,
                    arrival: section.optional("arrival")?.word(.change) ?? .left)
            }
        }
    }

    /// The section `grounds`.
    func grounds(_ cursor: ConfigCursor?) -> [Ground] {
        (cursor?.entries() ?? []).compactMap { ground in
            ground.text().map { Ground(id: ground.name, title: $0) }
        }
    }
}
