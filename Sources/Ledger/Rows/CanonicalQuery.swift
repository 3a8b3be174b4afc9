/// The queries that give a revision's rows in canonical form and order: by registration number bytewise, then within
/// a person in the table's own order. The one argument is the revision's key.
///
/// Whoever writes rows hands the same cells in the same order to a `RowSerializer`, so that a digest can be made again
/// from the tables alone.
enum CanonicalQuery: String, CaseIterable {
    case statuses, evidence, surveys, employers, changes, listed, towns

    /// The table whose key begins with the revision.
    var tableName: String { self == .employers ? "employer_months" : rawValue }

    /// The query; its columns are the row's cells, but for `statuses`, whose last column is still the tables' own form
    /// of the references.
    var sql: String {
        switch self {
        case .statuses: CanonicalQuery.statusesQuery
        case .evidence: CanonicalQuery.evidenceQuery
        case .surveys: CanonicalQuery.surveysQuery
        case .employers: CanonicalQuery.employersQuery
        case .changes: CanonicalQuery.changesQuery
        case .listed: CanonicalQuery.listedQuery
        case .towns: "SELECT code, name FROM towns WHERE revision = ? ORDER BY code"
        }
    }

    /// The same of one registration, whose key is the second argument.
    var personSQL: String {
        let (text, order) = (sql, "ORDER BY")
        var condition = text.contains("WHERE ") ? "AND r.id = ? " : "WHERE r.id = ? "
        // The part stands before the registration in the table's key.
        if self == .changes { condition = "AND c.part IN (0, 1) " + condition }
        return text.replacing(order, with: condition + order, maxReplacements: 1)
    }

    /// A cross join keeps SQLite to the order of registration numbers, so that it need not sort.
    private static let statusesQuery = """
        SELECT r.number, p.id_number, p.name, p.sex, p.birth_date, p.county_code, p.town_code, p.agency_code,
            p.registered_on, p.valid_until, p.recognised, s.months_unemployed, s.previous_status, s.status, s.change,
            s.method, s.tracked, s.effective_date, s.employer, s.rule, s.grade, s.verification_reason, s.action,
            s.ground, s.notify, s.due_date, s.worklist, s.confirmed_status, s.confirmed_by, s.confirmed_on,
            s.low_income, s.difficulty, s.last_contact_on, s.last_worked_month,
            s.evidence
        FROM registrations r
        CROSS JOIN statuses s ON s.revision = ? AND s.registration = r.id
        CROSS JOIN people p ON p.registration = r.id AND p.version = s.person_version
        ORDER BY r.number
        """

    private static let evidenceQuery = """
        SELECT r.number, c.kind, o.name, f.name, e.row, c.grade, c.weight, c.period, c."values", c.used, c.reason,
            c.contradicts
        FROM registrations r
        CROSS JOIN evidence e ON e.revision = ? AND e.registration = r.id
        CROSS JOIN records c ON c.registration = r.id AND c.fingerprint = e.record
        CROSS JOIN files f ON f.id = e.file
        CROSS JOIN sources o ON o.id = f.source
        ORDER BY r.number, e.ordinal
        """

    private static let surveysQuery = """
        SELECT r.number, s.answered_on, s.method, s.outcome, s.employer, s.employed_on, s.note, s.surveyor
        FROM surveys s JOIN registrations r ON r.id = s.registration
        WHERE s.revision = ?
        ORDER BY r.number, s.answered_on, s.method, s.outcome
        """

    private static let employersQuery = """
        SELECT r.number, e.month, k.key, k.name, e.strong, e.paid
        FROM employer_months e JOIN registrations r ON r.id = e.registration JOIN employers k ON k.id = e.employer
        WHERE e.revision = ?
        ORDER BY r.number, e.month, k.key, k.name
        """

    private static let changesQuery = """
        SELECT c.part, r.number, c.corrected_month, c.change, c.previous_status, c.status, c.previous_evidence,
            c.evidence, c.cause, c.old_status, c.new_status
        FROM changes c JOIN registrations r ON r.id = c.registration
        WHERE c.revision = ?
        ORDER BY c.part, r.number, c.corrected_month
        """

    private static let listedQuery = """
        SELECT r.number, l.phone, l.help
        FROM listed l JOIN registrations r ON r.id = l.registration
        WHERE l.revision = ?
        ORDER BY r.number
        """
}

extension CanonicalQuery {
    /// The column of `revisions` that keeps the table's digest.
    var digestColumn: String { "\(rawValue)_digest" }

    /// Whether each row of the table carries a seal.
    var hasSeals: Bool {
        switch self {
        case .statuses, .evidence, .surveys, .listed: true
        case .employers, .changes, .towns: false
        }
    }

    /// How many columns `sealedSQL` has more than `sql`.
    var columnsBehind: Int { self == .evidence ? 2 : hasSeals ? 1 : 0 }

    /// The query with each row's seal as a further column, where the table has seals, and of evidence its place among the
    /// person's; rows whose record is missing included.
    var sealedSQL: String {
        switch self {
        case .statuses: sql.replacing("s.evidence\n", with: "s.evidence, s.seal\n", maxReplacements: 1)
        case .evidence:
            sql.replacing("c.contradicts\n", with: "c.contradicts, e.seal, e.ordinal\n", maxReplacements: 1)
                .replacing("CROSS JOIN records", with: "LEFT JOIN records", maxReplacements: 1)
        case .surveys: sql.replacing("s.surveyor\n", with: "s.surveyor, s.seal\n", maxReplacements: 1)
        case .listed: sql.replacing("l.help\n", with: "l.help, l.seal\n", maxReplacements: 1)
        case .employers, .changes, .towns: sql
        }
    }
}
