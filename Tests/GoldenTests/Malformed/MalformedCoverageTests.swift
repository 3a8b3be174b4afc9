import Foundation
import Roster
import Tabular
import Testing

/// The corpus itself: complete, and made by its script alone.
@Suite("Coverage of the malformed corpus")
struct MalformedCoverageTests {
    @Test("the corpus has at least 120 defects, each another one of code, format and position")
    func distinct() {
        let triples = MalformedCase.all.map { [$0["code"], $0["format"], $0["position"]] }
        #expect(Set(triples).count == triples.count)
        #expect(MalformedCase.all.count { $0.code != "kept" } >= 120)
        #expect(MalformedCase.all.count { $0.code == "kept" } >= 30)
    }

    @Test("every code of a row or field occurs at least twice", arguments: FindingCode.allCases)
    func rows(code: FindingCode) {
        #expect(MalformedCase.all.count { [$0.code, $0["remark"]].contains(code.rawValue) } >= 2)
    }

    @Test("everything in a file that ends its reading occurs at least twice", arguments: readingFaults)
    func files(kind: TabularError.Kind) throws {
        let cases = MalformedCase.all.filter { $0.code == kind.rawValue }
        #expect(cases.count >= 2)
        let ordinal = try #require(TabularError.Kind.allCases.firstIndex(of: kind)) + 1
        #expect(cases.allSatisfy { $0.error == "E\(300 + ordinal)" && $0.exit == 65 })
    }

    @Test("headers that can't be used occur in every kind of file")
    func headers() {
        let formats = MalformedCase.all.filter { $0.code == "header" }.map { $0["format"] }
        for kind in ["csv", "gz", "zip", "xlsx"] { #expect(formats.contains { $0.hasPrefix(kind) }, "\(kind)") }
    }

    @Test("the script makes the same bytes again")
    func repeatable() throws {
        let made = try MalformedRun.shared.get().made.path()
        #expect(try Files.data("\(made)/expected.csv") == Files.data("\(MalformedCase.folder)/expected.csv"))
        let large = Set(MalformedCase.all.filter { !$0.isStored }.map { "files/\($0.file)" })
        let kept = try Files.list(MalformedCase.folder).filter { $0.hasPrefix("files/") || $0.hasPrefix("good/") }
        let again = try Files.list(made).filter { $0 != "expected.csv" && !large.contains($0) }
        #expect(kept == again)
        for name in kept {
            let isEqual = try Files.data("\(made)/\(name)") == Files.data("\(MalformedCase.folder)/\(name)")
            #expect(isEqual, "\(name)")
        }
    }

    /// All but what the file system does, what only a caller can ask for, and what happens when writing.
    private static let readingFaults = TabularError.Kind.allCases.filter {
        switch $0 {
        case .cannotOpen, .notRegularFile, .readFailed, .cutShort, .changedWhileRead: false
        case .noSuchMember, .noSuchSheet: false
        case .notWritten, .rowsLost: false
        default: true
        }
    }
}
