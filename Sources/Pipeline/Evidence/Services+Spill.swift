import Roster

extension ServiceRecord: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            kind: try reader.next(), appliedOn: try reader.next(), completedOn: try reader.next(),
            postNumber: try reader.next(), agencyCode: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(kind)
        writer.put(appliedOn)
        writer.put(completedOn)
        writer.put(postNumber)
        writer.put(agencyCode)
    }
}

extension SurveyAnswer: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            method: try reader.next(), answeredOn: try reader.next(), outcome: try reader.next(),
            employer: try reader.next(), employedOn: try reader.next(), note: try reader.next(),
            surveyor: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(method)
        writer.put(answeredOn)
        writer.put(outcome)
        writer.put(employer)
        writer.put(employedOn)
        writer.put(note)
        writer.put(surveyor)
    }
}

extension TrainingCertificate: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            certificateNumber: try reader.next(), issuedOn: try reader.next())
        occupation = try reader.next()
        level = try reader.next()
        appliedOn = try reader.next()
        reviewedOn = try reader.next()
        noticeFrom = try reader.next()
        noticeUntil = try reader.next()
        paidOn = try reader.next()
        subsidy = try reader.next()
        allowance = try reader.next()
    }

    func write(to writer: inout SpillWriter) {
        writer.put(certificateNumber)
        writer.put(issuedOn)
        writer.put(occupation)
        writer.put(level)
        writer.put(appliedOn)
        writer.put(reviewedOn)
        writer.put(noticeFrom)
        writer.put(noticeUntil)
        writer.put(paidOn)
        writer.put(subsidy)
        writer.put(allowance)
    }
}

extension LoanApplication: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            applicationNumber: try reader.next(), borrower: try reader.next(), appliedOn: try reader.next())
        amount = try reader.next()
        termMonths = try reader.next()
        rateBasisPoints = try reader.next()
        group = try reader.next()
        jobs = try reader.next()
        times = try reader.next()
        otherLoans = try reader.next()
        spouseLoans = try reader.next()
        registeredOn = try reader.next()
        region = try reader.next()
        staff = try reader.next()
        newHires = try reader.next()
        isInArrears = try reader.next()
    }

    func write(to writer: inout SpillWriter) {
        writer.put(applicationNumber)
        writer.put(borrower)
        writer.put(appliedOn)
        writer.put(amount)
        writer.put(termMonths)
        writer.put(rateBasisPoints)
        writer.put(group)
        writer.put(jobs)
        writer.put(times)
        writer.put(otherLoans)
        writer.put(spouseLoans)
        writer.put(registeredOn)
        writer.put(region)
        writer.put(staff)
        writer.put(newHires)
        writer.put(isInArrears)
    }
}

extension HouseholdFact: SpillValue {
    init(from reader: inout SpillReader) throws(SpillFault) {
        self.init(
            householdNumber: try reader.next(), member: try reader.next(), relation: try reader.next(),
            kind: try reader.next(), detail: try reader.next(), period: try reader.next())
    }

    func write(to writer: inout SpillWriter) {
        writer.put(householdNumber)
        writer.put(member)
        writer.put(relation)
        writer.put(kind)
        writer.put(detail)
        writer.put(period)
    }
}
