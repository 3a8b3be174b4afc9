import Roster

extension Evidence: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        let person = PersonSlot(Int(try Int32(from: &reader)))
        let reference = RecordReference(origin: try reader.origin(), row: try reader.next())
        self.init(
            person: person, reference: reference, grade: try reader.next(), contradictsIdentity: try reader.next(),
            observation: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(Int(person.index))
        writer.put(origin: reference.origin)
        writer.put(reference.row)
        writer.put(grade)
        writer.put(contradictsIdentity)
        writer.put(observation)
    }
}

extension Observation: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        switch try reader.byte() {
        case 0: self = .contribution(try reader.next())
        case 1: self = .pension(try reader.next())
        case 2: self = .benefit(try reader.next())
        case 3: self = .lowIncome(try reader.next())
        case 4: self = .business(try reader.next())
        case 5: self = .disability(try reader.next())
        case 6: self = .death(try reader.next())
        case 7: self = .household(try reader.next())
        case 8: self = .spell(try reader.next())
        case 9: self = .category(try reader.next())
        case 10: self = .certificate(try reader.next())
        case 11: self = .service(try reader.next())
        case 12: self = .loan(try reader.next())
        case 13: self = .survey(try reader.next())
        case 14: self = .subsidy(try reader.next())
        case 15: self = .relative(try reader.next())
        default: throw SpillFault()
        }
    }

    func write(to writer: inout SpillWriter) {
        let (kind, value): (UInt8, any SpillValue) =
            switch self {
            case .contribution(let value): (0, value)
            case .pension(let value): (1, value)
            case .benefit(let value): (2, value)
            case .lowIncome(let value): (3, value)
            case .business(let value): (4, value)
            case .disability(let value): (5, value)
            case .death(let value): (6, value)
            case .household(let value): (7, value)
            case .spell(let value): (8, value)
            case .category(let value): (9, value)
            case .certificate(let value): (10, value)
            case .service(let value): (11, value)
            case .loan(let value): (12, value)
            case .survey(let value): (13, value)
            case .subsidy(let value): (14, value)
            case .relative(let value): (15, value)
            }
        writer.put(byte: kind)
        value.write(to: &writer)
    }
}
