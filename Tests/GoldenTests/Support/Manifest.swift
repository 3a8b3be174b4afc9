import Foundation

/// The parts of a month's manifest that tests look at.
struct Manifest: Decodable {
    struct Source: Decodable {
        let files: [File]
    }

    struct File: Decodable {
        let name: String
        let rows: Int
        let records: Int
        let quarantined: [String: Int]
        let sha256: String
        let bytes: Int
    }

    struct Output: Decodable {
        let name: String
        let bytes: Int
        let sha256: String
    }

    let month: String
    let revision: Int
    let sources: [String: Source]
    let outputs: [Output]

    init(_ month: String) throws {
        self = try JSONDecoder().decode(Manifest.self, from: Files.data("\(month)/manifest.json"))
    }
}
