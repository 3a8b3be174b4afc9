extension Schema {
    /// Views with the columns of the published files, for R, Python and the like.
    static let views = ledgerView + historyView + evidenceView

    private static let ledgerView = """
        CREATE VIEW v_ledger_current AS
        SELECT \(month("m.month")) AS month, r.number AS registration_number, p.id_number, p.name, p.sex,
            \(day("p.birth_date")) AS birth_date, p.county_code, p.town_code, p.agency_code,
            \(day("p.registered_on")) AS registered_on, \(day("p.valid_until")) AS valid_until,
            s.months_unemployed, s.previous_status, s.status, s.change, s.method, s.tracked,
            \(day("s.effective_date")) AS effective_date, s.employer, s.rule, s.grade,
            (SELECT group_concat(o.name || ':' || f.name || ':' || \(part("e.value", after: ",")), ';')
                FROM json_each(s.evidence) e
                CROSS JOIN files f ON f.id = \(part("e.value", after: "["))
                CROSS JOIN sources o ON o.id = f.source) AS evidence,
            s.verification_reason IS NOT NULL AS needs_verification, s.verification_reason, s.action, s.ground,
            s.notify, \(day("s.due_date")) AS due_date, s.worklist, s.confirmed_status, s.confirmed_by,
            \(day("s.confirmed_on")) AS confirmed_on, s.low_income, s.difficulty, p.recognised,
            v.number AS revision
        FROM months m
        JOIN revisions v ON v.id = m.revision
        JOIN statuses s ON s.revision = m.revision
        JOIN registrations r ON r.id = s.registration
        JOIN people p ON p.registration = s.registration AND p.version = s.person_version;

        """

    private static let historyView = """
        CREATE VIEW v_status_history AS
        SELECT r.number AS registration_number, \(month("v.month")) AS month, v.number AS revision,
            v.id = m.revision AS current, s.status, s.previous_status, s.change, s.rule, s.grade, s.action
        FROM revisions v
        JOIN months m ON m.month = v.month
        JOIN statuses s ON s.revision = v.id
        JOIN registrations r ON r.id = s.registration;

        """

    private static let evidenceView = """
        CREATE VIEW v_evidence_current AS
        SELECT \(month("m.month")) AS month, r.number AS registration_number, e.ordinal, c.kind, o.name AS source,
            f.name AS file, e.row, c.grade, c.weight, c.period, c."values", c.used, c.reason
        FROM months m
        JOIN evidence e ON e.revision = m.revision
        JOIN records c ON c.registration = e.registration AND c.fingerprint = e.record
        JOIN registrations r ON r.id = e.registration
        JOIN files f ON f.id = e.file
        JOIN sources o ON o.id = f.source;

        """

    private static func month(_ column: String) -> String {
        "printf('%04d-%02d', \(column) / 12, \(column) % 12 + 1)"
    }

    /// A number out of `[file,row]`; an untrusting connection refuses the functions for JSON inside views.
    private static func part(_ pair: String, after mark: String) -> String {
        "CAST(substr(\(pair), instr(\(pair), '\(mark)') + 1) AS INTEGER)"
    }

    private static func day(_ column: String) -> String {
        "date(\(column) * 86400, 'unixepoch')"
    }
}
