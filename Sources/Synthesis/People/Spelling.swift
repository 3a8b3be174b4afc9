/// How the registers of other offices spell a person's name, measured against the roster.
enum Spelling: UInt8, Sendable {
    /// As on the roster.
    case same
    /// Differs in a way that does not count: spaces, look-alike dots, a private-use code for a rare character.
    case alike
    /// Nearly agrees: a variant character, a lost dot, one unreadable character, a second-round surname.
    case near
    /// Another name.
    case other

    /// The name in this spelling; `salt` chooses among the ways there are.
    func write(_ name: String, salt: Int) -> String {
        switch self {
        case .same: name
        case .alike: Self.alike(name, salt)
        case .near: Self.near(name, salt)
        case .other: Names.different(from: name)
        }
    }

    /// Whether the name is written with its own characters or variants of them, none lost.
    func keepsCharacters(of name: String) -> Bool {
        switch self {
        case .same, .alike: true
        case .near:
            !name.contains("·") && name.first.flatMap { Self.surnames[$0] } == nil
                && name.contains { Self.variants[$0] != nil }
        case .other: false
        }
    }

    private static func alike(_ name: String, _ salt: Int) -> String {
        if name.contains("·") {
            return name.split(separator: "·").joined(separator: ["・", "•", ".", "‧"][salt % 4])
        }
        if name.contains("䶮") { return name.map { $0 == "䶮" ? "\u{E863}" : String($0) }.joined() }
        guard let first = name.first else { return name }
        return String(first) + (salt % 2 == 0 ? " " : "\u{3000}") + name.dropFirst()
    }

    private static func near(_ name: String, _ salt: Int) -> String {
        if name.contains("·") { return name.split(separator: "·").joined() }
        if let first = name.first, let other = surnames[first] { return other + name.dropFirst() }
        for (place, character) in name.enumerated() {
            guard let other = variants[character] else { continue }
            return replacing(place, of: name, by: other)
        }
        return replacing(name.count - 1, of: name, by: ["?", "□", "＊", "*", "〓"][salt % 5])
    }

    private static func replacing(_ place: Int, of name: String, by text: String) -> String {
        name.enumerated().map { $0.offset == place ? text : String($0.element) }.joined()
    }

    /// Surnames that the second round of simplification made one with another.
    private static let surnames: [Character: String] = [
        "萧": "肖", "傅": "付", "阎": "闫", "戴": "代", "蓝": "兰", "詹": "占",
    ]

    /// Variant characters, as a register of another system has them.
    private static let variants: [Character: String] = [
        "吕": "呂", "黄": "黃", "吴": "吳", "峰": "峯", "群": "羣", "温": "溫", "晋": "晉",
    ]
}
