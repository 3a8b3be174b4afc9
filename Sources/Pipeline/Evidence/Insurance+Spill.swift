import Roster

extension Contribution: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            scheme: try reader.next(), payer: try reader.next(), employer: try Employer(from: &reader),
            period: try reader.next(), payment: try reader.next(), base: try reader.next(), state: try reader.next(),
            receivedOn: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(scheme)
        writer.put(payer)
        employer.write(to: &writer)
        writer.put(period)
        writer.put(payment)
        writer.put(base)
        writer.put(state)
        writer.put(receivedOn)
    }
}

extension PensionPayment: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            kind: try reader.next(), start: try reader.next(), state: try reader.next(), endReason: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(kind)
        writer.put(start)
        writer.put(state)
        writer.put(endReason)
    }
}

extension BenefitMonth: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            month: try reader.next(), amount: try reader.next(), monthsPaid: try reader.next(),
            monthsGranted: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(month)
        writer.put(amount)
        writer.put(monthsPaid)
        writer.put(monthsGranted)
    }
}

extension FlexibleSubsidyMonth: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            month: try reader.next(), amount: try reader.next(), paidOn: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(month)
        writer.put(amount)
        writer.put(paidOn)
    }
}
