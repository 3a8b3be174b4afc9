/// A pattern for file names below the data folder.
///
/// `*` and `?` stay inside one folder, `**/` crosses folders, `[abc]` is one of the characters, `{a,b}` one of the
/// alternatives. Names are compared as they are, case included.
package struct FileGlob: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as the pipeline file writes it.
    package let pattern: String
    package var description: String { pattern }
    private let alternatives: [[Token]]

    fileprivate enum Token: Hashable {
        case literal(Character)
        case anyCharacter
        case oneOf(Set<Character>)
        case run
        case folders
    }

    /// Reads a pattern.
    package init(_ pattern: String) throws(GlobFaultError) {
        guard !pattern.isEmpty else { throw GlobFaultError(fault: .empty) }
        guard !pattern.hasPrefix("/") else { throw GlobFaultError(fault: .absolute) }
        guard !pattern.split(separator: "/").contains("..") else { throw GlobFaultError(fault: .leavesFolder) }
        self.pattern = pattern
        var read: [[Token]] = []
        for alternative in try Self.expanded(Array(pattern)) { read.append(try Self.tokens(of: alternative)) }
        alternatives = read
    }

    /// Whether the pattern fits a path relative to the data folder, `/` between folders.
    package func matches(_ path: String) -> Bool {
        let characters = Array(path)
        return alternatives.contains { Self.matches($0[...], characters[...]) }
    }

    /// Whether some name fits both patterns. A bracket is taken as any character.
    package func overlaps(_ other: FileGlob) -> Bool {
        alternatives.contains { left in
            other.alternatives.contains { Self.mayMeet(left, $0) && Self.overlap(left[...], $0[...]) }
        }
    }

    private static func matches(_ tokens: ArraySlice<Token>, _ text: ArraySlice<Character>) -> Bool {
        guard let token = tokens.first else { return text.isEmpty }
        let rest = tokens.dropFirst()
        switch token {
        case .run, .folders:
            return text.indices(after: token).contains { matches(rest, text[$0...]) }
        case .literal(let character): return text.first == character && matches(rest, text.dropFirst())
        case .anyCharacter: return text.first.map { $0 != "/" } == true && matches(rest, text.dropFirst())
        case .oneOf(let set): return text.first.map(set.contains) == true && matches(rest, text.dropFirst())
        }
    }

    /// Whether the letters before any wild card agree, which rules out most pairs at once.
    private static func mayMeet(_ left: [Token], _ right: [Token]) -> Bool {
        for (first, second) in zip(left, right) {
            if first.isRun || second.isRun { return true }
            if !first.canMeet(second) { return false }
        }
        return true
    }

    private static func overlap(_ left: ArraySlice<Token>, _ right: ArraySlice<Token>) -> Bool {
        let table = Array(right)
        // reachable[j]: the tokens of `left` so far and the first j of `right` have a name in common
        var reachable = [true] + table.indices.map { index in table.prefix(index + 1).allSatisfy(\.isRun) }
        for token in left {
            var next = [reachable[0] && token.isRun]
            for (index, other) in table.enumerated() {
                let both = reachable[index] && token.canMeet(other)
                let runs = (token.isRun && next[index]) || (other.isRun && reachable[index + 1])
                next.append(both || runs || (token.isRun && reachable[index + 1]) || (other.isRun && next[index]))
            }
            reachable = next
        }
        return reachable[table.count]
    }
}

extension ArraySlice<Character> {
    /// Where the rest of a pattern may begin after a run: anywhere in this folder, or at the start of any below it.
    fileprivate func indices(after token: FileGlob.Token) -> [Int] {
        let end = token == .folders ? endIndex : firstIndex(of: "/") ?? endIndex
        return (startIndex...end).filter { token == .run || $0 == startIndex || self[$0 - 1] == "/" }
    }
}

extension FileGlob.Token {
    fileprivate var isRun: Bool { self == .run || self == .folders }

    fileprivate func canMeet(_ other: FileGlob.Token) -> Bool {
        if case .literal(let left) = self, case .literal(let right) = other { return left == right }
        return true
    }
}

extension FileGlob {
    private static func expanded(_ pattern: [Character]) throws(GlobFaultError) -> [[Character]] {
        guard let open = pattern.firstIndex(of: "{") else {
            if pattern.contains("}") { throw GlobFaultError(fault: .unclosedBrace) }
            return [pattern]
        }
        guard let close = pattern[open...].firstIndex(of: "}") else { throw GlobFaultError(fault: .unclosedBrace) }
        let choices = pattern[(open + 1)..<close].split(separator: ",", omittingEmptySubsequences: false)
        if choices.contains(where: { $0.contains("{") }) { throw GlobFaultError(fault: .unclosedBrace) }
        let tails = try expanded(Array(pattern[(close + 1)...]))
        return choices.flatMap { choice in tails.map { pattern[..<open] + choice + $0 } }.map { Array($0) }
    }

    private static func tokens(of pattern: [Character]) throws(GlobFaultError) -> [Token] {
        var tokens: [Token] = []
        var rest = pattern[...]
        while let character = rest.popFirst() {
            switch character {
            case "*" where rest.starts(with: ["*", "/"]):
                rest = rest.dropFirst(2)
                tokens.append(.folders)
            case "*": tokens.append(.run)
            case "?": tokens.append(.anyCharacter)
            case "[":
                guard let close = rest.firstIndex(of: "]"), close > rest.startIndex else {
                    throw GlobFaultError(fault: .unclosedBracket)
                }
                tokens.append(.oneOf(Set(rest[..<close])))
                rest = rest[(close + 1)...]
            case "]": throw GlobFaultError(fault: .unclosedBracket)
            default: tokens.append(.literal(character))
            }
        }
        return tokens
    }
}

/// A pattern that is none.
package struct GlobFaultError: Error, Hashable {
    package let fault: GlobFault
}
