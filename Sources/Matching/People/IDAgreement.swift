package import Roster

/// Whether two readings of an ID number can be one person's.
package enum IDAgreement: Sendable, Hashable {
    case same
    case different
    /// One of them says nothing that could be compared.
    case unknown

    /// Compares two readings: usable numbers as such, masked ones position by position. Two masks never prove anything.
    package init(_ left: IDReading, _ right: IDReading) {
        switch (left, right) {
        case (.usable(let first), .usable(let second)): self = first == second ? .same : .different
        case (.masked(let mask), .usable(let number)), (.usable(let number), .masked(let mask)):
            self = IDMask(mask).fits(number) ? .unknown : .different
        default: self = .unknown
        }
    }
}

/// An ID number some of whose characters are hidden behind `*`.
package struct IDMask: Sendable, Hashable {
    private let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Characters that are not hidden.
    package var visibleCount: Int { bytes.count { $0 != IDMask.hidden } }

    /// Whether a number can be the one behind the mask: position by position with 18 characters, and with 15 against the
    /// old form of the number. A mask of another length tells only what stands before its first and behind its last
    /// hidden character.
    package func fits(_ number: IDNumber) -> Bool {
        let digits = Array(number.text.utf8)
        switch bytes.count {
        case 18: return covers(digits)
        case 15 where digits[6..<8] == [0x31, 0x39] && covers(digits[..<6] + digits[8..<17]): return true
        default: return endsFit(digits)
        }
    }

    private func covers(_ digits: some Collection<UInt8>) -> Bool {
        zip(bytes, digits).allSatisfy { $0 == IDMask.hidden || $0 == $1 }
    }

    private func endsFit(_ digits: [UInt8]) -> Bool {
        let head = bytes.prefix { $0 != IDMask.hidden }
        let tail = bytes.reversed().prefix { $0 != IDMask.hidden }
        return head.count < bytes.count && digits.starts(with: head) && digits.reversed().starts(with: tail)
    }

    private static let hidden: UInt8 = 0x2A
}
