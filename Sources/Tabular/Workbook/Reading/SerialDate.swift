/// Days as workbooks count them, and their texts.
enum SerialDate {
    /// `yyyy-MM-dd` for a count of days, with ` HH:mm:ss` if it has a part of a day, or the time alone below 1; `nil`
    /// if it is no date.
    ///
    /// Counting from 1900 has a 29 February 1900 that never was, so days before it stand one later.
    static func text(of serial: Double, countsFrom1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (whole, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        #if FUZZ_PLANT
            if whole > 0, rest > 0 { plantedRead(whole) }
        #endif
        if whole == 0, !countsFrom1904 { return time(rest) }
        if whole == 60, !countsFrom1904 { return nil }
        let epoch = countsFrom1904 ? daysTo1904 : whole < 60 ? daysTo1900 + 1 : daysTo1900
        let day = date(daysSince1970: whole + epoch)
        return rest == 0 ? day : "\(day) \(time(rest))"
    }

    /// The same for a date written after ISO 8601, `2026-10-31T09:15:00Z`; as it is if it has another shape.
    static func text(ofISO text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return text }
        let time = parts[1].prefix(8)
        return time == "00:00:00" ? String(parts[0]) : "\(parts[0]) \(time)"
    }

    /// 30 December 1899 and 1 January 1904, in days from 1 January 1970.
    private static let daysTo1900 = -25_569
    private static let daysTo1904 = -24_107

    private static func time(_ seconds: Int) -> String {
        "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    /// The civil date by whole eras of 400 years that begin on 1 March.
    private static func date(daysSince1970: Int) -> String {
        let shifted = daysSince1970 + 719_468
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + shifted / 146_097 * 400 + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
