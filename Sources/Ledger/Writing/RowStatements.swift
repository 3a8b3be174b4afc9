/// The statements that put rows into the tables, prepared once for a connection.
struct RowStatements {
    let registration: PreparedStatement
    let employer: PreparedStatement
    let status: PreparedStatement
    let person: PreparedStatement
    let firstMonth: PreparedStatement
    let record: PreparedStatement
    let evidence: PreparedStatement
    let survey: PreparedStatement
    let employerMonth: PreparedStatement
    let change: PreparedStatement
    let listed: PreparedStatement

    init(in session: Session) throws {
        registration = try session.prepare("INSERT INTO registrations (number, first_month) VALUES (?, ?)")
        employer = try session.prepare("INSERT OR IGNORE INTO employers (key, name) VALUES (?, ?)")
        status = try RowStatements.insert(into: "statuses", columns: 28, session)
        person = try RowStatements.insert(into: "people", columns: 13, session)
        firstMonth = try session.prepare("UPDATE registrations SET first_month = ? WHERE id = ?")
        record = try RowStatements.insert(into: "records", columns: 10, session, otherwise: "OR IGNORE ")
        evidence = try RowStatements.insert(into: "evidence", columns: 7, session)
        survey = try RowStatements.insert(into: "surveys", columns: 10, session)
        employerMonth = try RowStatements.insert(into: "employer_months", columns: 6, session)
        change = try RowStatements.insert(into: "changes", columns: 12, session)
        listed = try RowStatements.insert(into: "listed", columns: 5, session)
    }

    /// - Parameter otherwise: what to do with a row that is there already, as SQL writes it.
    private static func insert(
        into table: String, columns: Int, _ session: Session, otherwise: String = ""
    ) throws -> PreparedStatement {
        let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
        return try session.prepare("INSERT \(otherwise)INTO \(table) VALUES (\(marks))")
    }
}
