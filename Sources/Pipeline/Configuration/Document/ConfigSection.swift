/// A mapping with a fixed set of keys while it is read. The keys asked for are the keys it knows.
final class ConfigSection {
    private let name: String
    private let entries: [ConfigEntry]
    private var asked: [String] = []
    /// The mapping itself.
    let cursor: ConfigCursor

    init(_ name: String, entries: [ConfigEntry], of cursor: ConfigCursor) {
        self.name = name
        self.entries = entries
        self.cursor = cursor
    }

    /// The value of a key that may be absent.
    func optional(_ key: String) -> ConfigCursor? {
        asked.append(key)
        cursor.log.note(key: key, in: name)
        return entries.first { $0.key == key }.map { cursor.cursor(to: $0) }
    }

    /// The value of a key that must be there.
    func require(_ key: String) -> ConfigCursor? {
        if let value = optional(key) { return value }
        cursor.reportKey(.missingKey(key), found: "")
        return nil
    }

    /// Reports a fault of the mapping at the key it stands under.
    func reportKey(_ fault: ConfigurationFault, found: String) {
        cursor.reportKey(fault, found: found)
    }

    /// Reports the keys nobody asked for.
    func finish() {
        for entry in entries where !asked.contains(entry.key) {
            let candidates = asked.filter { key in !entries.contains { $0.key == key } }
            cursor.log.report(
                .unknownKey, at: entry.keyPlace, path: cursor.path + [entry.key], found: entry.key,
                candidates: candidates.isEmpty ? asked : candidates)
        }
    }

}
