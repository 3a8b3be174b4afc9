import Roster

extension BusinessHolding: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            creditCode: try reader.next(), name: try reader.next(), kind: try reader.next(),
            foundedOn: try reader.next(), state: try reader.next(), stateSince: try reader.next(),
            industry: try reader.next(), staff: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(creditCode)
        writer.put(name)
        writer.put(kind)
        writer.put(foundedOn)
        writer.put(state)
        writer.put(stateSince)
        writer.put(industry)
        writer.put(staff)
    }
}

extension DeathRecord: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            diedOn: try reader.next(), origin: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(diedOn)
        writer.put(origin)
    }
}

extension StatusSpell: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            kind: try reader.next(), start: try reader.next(), end: try reader.next(), origin: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(kind)
        writer.put(start)
        writer.put(end)
        writer.put(origin)
    }
}

extension DisabilityCertificate: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            certificateNumber: try reader.next(), category: try reader.next(), grade: try reader.next(),
            issuedOn: try reader.next(), validUntil: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(certificateNumber)
        writer.put(category)
        writer.put(grade)
        writer.put(issuedOn)
        writer.put(validUntil)
    }
}

extension CategoryEntry: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            category: try reader.next(), recognisedOn: try reader.next(), origin: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(category)
        writer.put(recognisedOn)
        writer.put(origin)
    }
}

extension LowIncomeMembership: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            kind: try reader.next(), familyNumber: try reader.next(), since: try reader.next(),
            amount: try reader.next(), relation: try reader.next(), ability: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(kind)
        writer.put(familyNumber)
        writer.put(since)
        writer.put(amount)
        writer.put(relation)
        writer.put(ability)
    }
}

extension HouseholdMembership: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            householdNumber: try reader.next(), householdKind: try reader.next(), isUrban: try reader.next(),
            region: try reader.next(), relation: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(householdNumber)
        writer.put(householdKind)
        writer.put(isUrban)
        writer.put(region)
        writer.put(relation)
    }
}
