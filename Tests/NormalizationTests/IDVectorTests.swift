import Foundation
import Roster
import Testing

@testable import Normalization

/// One line of the vectors: a value, what it is, whether it is valid.
struct IDVector: Sendable, CustomTestStringConvertible {
    var value: String
    var kind: String
    var isValid: Bool
    var reason: String

    var testDescription: String { "\(kind): \(reason)" }

    static let all: [IDVector] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "fixtures/vectors/id_vectors.csv")
        guard let data = try? Data(contentsOf: file) else { return [] }
        return data.split(separator: 0x0A).dropFirst().map { line in
            let parts = line.split(separator: 0x2C, maxSplits: 3, omittingEmptySubsequences: false)
            let texts = parts.map { String(decoding: $0, as: UTF8.self) }
            return IDVector(value: texts[0], kind: texts[1], isValid: texts[2] == "1", reason: texts[3])
        }
    }()

    var reading: IDReading { Samples.ids.read(value) }
}

@Suite("Vectors of identity numbers")
struct IDVectorTests {
    @Test("all 96 are read")
    func complete() {
        #expect(IDVector.all.count == 96)
    }

    @Test(
        "18-character numbers are usable exactly if valid",
        arguments: IDVector.all.filter {
            ["id18", "hk_residence_permit", "mo_residence_permit", "tw_residence_permit", "foreign_pr_18"].contains(
                $0.kind)
        })
    func eighteen(vector: IDVector) {
        #expect((vector.reading.number != nil) == vector.isValid)
    }

    @Test(
        "15-digit numbers are upgraded to the number the vector names",
        arguments: IDVector.all.filter { $0.kind == "id15" })
    func fifteen(vector: IDVector) {
        if let upgraded = vector.reason.split(separator: " ").last, vector.reason.contains("upgrades to") {
            #expect(vector.reading.number?.text == String(upgraded))
        } else {
            #expect(vector.reading.number == nil)
            let isCentenarian = vector.reason.contains("996-999")
            #expect((vector.reading == .faulty(vector.value, .notUpgraded)) == isCentenarian)
        }
    }

    @Test(
        "numbers that are none of these are no key",
        arguments: IDVector.all.filter {
            [
                "id14", "id17", "id19", "id_sci", "id_masked", "id_empty", "hk_mainland_travel_permit",
                "tw_mainland_travel_permit", "foreign_pr_15",
            ].contains($0.kind)
        })
    func others(vector: IDVector) {
        let expected: IDReading =
            switch vector.kind {
            case "id_sci": .precisionLost(vector.value)
            case "id_masked": .masked(vector.value)
            case "id_empty": .missing
            case "id14", "id17", "id19": .faulty(vector.value, .shape)
            default: vector.isValid ? .otherPaper(vector.value) : .faulty(vector.value, .checkDigit)
            }
        #expect(vector.reading == expected)
    }

    @Test("certificates of disability", arguments: IDVector.all.filter { $0.kind == "disability_cert" })
    func disability(vector: IDVector) {
        let number = DisabilityNumber(vector.value.utf8Span.span)
        let isValid = number.isWellFormed && Samples.ids.read(number.idText).number != nil
        #expect(isValid == vector.isValid)
    }

    @Test(
        "numbers of organisations",
        arguments: IDVector.all.filter { ["uscc", "org_code_9", "business_reg_15"].contains($0.kind) })
    func organisations(vector: IDVector) {
        let cleaned = IdentifierText.cleaned(vector.value.utf8Span.span, uppercased: true)
        let kinds: [String: OrganisationNumber] = [
            "uscc": .creditCode, "org_code_9": .organisationCode, "business_reg_15": .licence,
        ]
        #expect((OrganisationNumber(cleaned) == kinds[vector.kind]) == vector.isValid)
    }

    @Test("every kind of vector is tested")
    func kinds() {
        let tested: Set = [
            "id18", "hk_residence_permit", "mo_residence_permit", "tw_residence_permit", "foreign_pr_18", "id15",
            "id14", "id17", "id19", "id_sci", "id_masked", "id_empty", "hk_mainland_travel_permit",
            "tw_mainland_travel_permit", "foreign_pr_15", "disability_cert", "uscc", "org_code_9", "business_reg_15",
        ]
        #expect(Set(IDVector.all.map(\.kind)) == tested)
    }

    @Test("a usable number read again is the same", arguments: IDVector.all)
    func idempotent(vector: IDVector) {
        guard let number = vector.reading.number else { return }
        #expect(Samples.ids.read(number.text) == .usable(number))
    }
}
