internal import Yams

/// Converts the nodes of a parsed document, with masks and renamed keys undone.
struct YAMLTree {
    let lines: ScalarLines
    /// Stands for `*` in the parsed text.
    let mask: Unicode.Scalar
    /// Private name → the duplicate key it stands for.
    let renamed: [String: String]
    let log: ProblemLog

    /// The tree of a node; what is refused is reported and left out.
    func node(_ node: Node, depth: Int = 0, path: [String] = []) -> ConfigNode {
        let place = node.mark.map { ConfigPlace($0) } ?? .start
        guard depth < ConfigurationDocument.deepestNesting else {
            log.report(.nestedTooDeep(limit: ConfigurationDocument.deepestNesting), at: place, path: path)
            return ConfigNode(.refused, at: place)
        }
        switch node {
        case .scalar(let scalar):
            let isRefused = refuseFeatures(of: scalar, at: place, path: path)
            return ConfigNode(isRefused ? .refused : .scalar(restored(scalar.string)), at: place)
        case .sequence(let sequence):
            _ = refuseProperties(at: place, path: path)
            let items = sequence.enumerated().map { self.node($1, depth: depth + 1, path: path + ["\($0)"]) }
            return ConfigNode(.list(items), at: place)
        case .mapping(let mapping):
            if !startsWithKey(mapping, at: place) { _ = refuseProperties(at: place, path: path) }
            return ConfigNode(.mapping(entries(of: mapping, depth: depth, path: path)), at: place)
        case .alias:
            log.report(.yamlFeature(.alias), at: place, path: path)
            return ConfigNode(.refused, at: place)
        }
    }

    private func entries(of mapping: Node.Mapping, depth: Int, path: [String]) -> [ConfigEntry] {
        var entries: [ConfigEntry] = []
        var firsts: [String: ConfigPlace] = [:]
        for (keyNode, valueNode) in mapping {
            let place = keyNode.mark.map { ConfigPlace($0) } ?? .start
            guard let scalar = keyNode.scalar else {
                log.report(.yamlFeature(.complexKey), at: place, path: path)
                _ = [keyNode, valueNode].map { node($0, depth: depth + 1, path: path) }
                continue
            }
            let key = restored(renamed[scalar.string] ?? scalar.string)
            _ = refuseFeatures(of: scalar, at: place, path: path)
            let value = node(valueNode, depth: depth + 1, path: path + [key])
            if let first = firsts[key] {
                log.report(.duplicateKey(first: first), at: place, path: path + [key], found: key)
            } else {
                firsts[key] = place
                entries.append(ConfigEntry(key: key, keyPlace: place, value: value))
            }
        }
        return entries
    }

    /// A block mapping begins where its first key does, so that what stands there is the key's affair.
    private func startsWithKey(_ mapping: Node.Mapping, at place: ConfigPlace) -> Bool {
        mapping.first?.key.mark.map { ConfigPlace($0) } == place
    }

    /// Reports an alias, anchor or tag; whether there was one.
    private func refuseFeatures(of scalar: Node.Scalar, at place: ConfigPlace, path: [String]) -> Bool {
        guard scalar.style == .plain, scalar.string.unicodeScalars.first == mask else {
            return refuseProperties(at: place, path: path)
        }
        log.report(.yamlFeature(.alias), at: place, path: path, found: restored(scalar.string))
        return true
    }

    private func refuseProperties(at place: ConfigPlace, path: [String]) -> Bool {
        switch lines.scalar(at: place) {
        case "&": log.report(.yamlFeature(.anchor), at: place, path: path)
        case "!": log.report(.yamlFeature(.tag), at: place, path: path)
        default: return false
        }
        return true
    }

    private func restored(_ text: String) -> String {
        text.unicodeScalars.contains(mask) ? text.replacing(String(mask), with: "*") : text
    }
}
