import Roster

extension Int: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        let folded = try reader.number()
        self = Int(bitPattern: UInt(folded >> 1)) ^ -Int(folded & 1)
    }

    /// Small numbers of either sign become short.
    func write(to writer: inout SpillWriter) {
        writer.put(number: UInt64(UInt(bitPattern: self << 1 ^ self >> (Int.bitWidth - 1))))
    }
}

extension Bool: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) { self = try reader.byte() != 0 }
    func write(to writer: inout SpillWriter) { writer.put(byte: self ? 1 : 0) }
}

extension String: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) { self = try reader.text() }
    func write(to writer: inout SpillWriter) { writer.put(text: self) }
}

extension Optional: SpillValue where Wrapped: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        guard try reader.byte() != 0 else {
            self = nil
            return
        }
        self = try Wrapped(from: &reader)
    }

    func write(to writer: inout SpillWriter) {
        writer.put(byte: self == nil ? 0 : 1)
        if let self { writer.put(self) }
    }
}

extension Day: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) { self.init(number: try Int32(from: &reader)) }
    func write(to writer: inout SpillWriter) { writer.put(Int(number)) }
}

extension Month: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) { self.init(index: try Int32(from: &reader)) }
    func write(to writer: inout SpillWriter) { writer.put(Int(index)) }
}

extension Money: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) { self.init(fen: Int64(try Int(from: &reader))) }
    func write(to writer: inout SpillWriter) { writer.put(Int(fen)) }
}

extension Employer {
    convenience init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(creditCode: try reader.next(), unitNumber: try reader.next(), name: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(creditCode)
        writer.put(unitNumber)
        writer.put(name)
    }
}

/// A word of a closed list: its place in the list is written.
protocol SpillWord: SpillValue, CaseIterable, Equatable {}

extension SpillWord {
    init(from reader: inout SpillReader) throws(SpillFault) {
        let place = try Int(reader.byte())
        guard place < Self.allCases.count else { throw SpillFault() }
        self = Self.allCases[Self.allCases.index(Self.allCases.startIndex, offsetBy: place)]
    }

    func write(to writer: inout SpillWriter) {
        let place = Self.allCases.enumerated().first { $0.element == self }?.offset ?? 0
        writer.put(byte: UInt8(place))
    }
}

extension MatchGrade: SpillWord {}
extension InsuranceScheme: SpillWord {}
extension PayerKind: SpillWord {}
extension PaymentKind: SpillWord {}
extension PaymentState: SpillWord {}
extension PensionKind: SpillWord {}
extension PensionState: SpillWord {}
extension BusinessKind: SpillWord {}
extension BusinessState: SpillWord {}
extension SpellKind: SpillWord {}
extension LowIncomeKind: SpillWord {}
extension ServiceKind: SpillWord {}
extension SurveyMethod: SpillWord {}
extension SurveyOutcome: SpillWord {}

extension Int32 {
    /// A number that has to fit.
    init(from reader: inout SpillReader) throws(SpillFault) {
        guard let number = Int32(exactly: try Int(from: &reader)) else { throw SpillFault() }
        self = number
    }
}
