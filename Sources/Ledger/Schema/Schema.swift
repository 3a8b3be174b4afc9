// The tables. Every table says in a comment what one row is; the comments stay in the file for whoever opens it.
//
// Months are numbers (year * 12 + month - 1), days are days since 1970-01-01, yes and no are 1 and 0; the views write
// them out. Rows that a month records hang on a revision; a revision's rows are never changed. What many rows share
// (names of files, employers, what the roster says of a person) is kept once.

/// The schema of the ledger file.
enum Schema {
    /// "TZLG", in the header of the file.
    static let applicationID: Int64 = 0x545A_4C47
    /// Version of tables and views.
    static let version: Int64 = 5

    /// Makes the tables and views and marks the file.
    static func create(in session: Session) throws {
        try session.execute(
            script: months + words + people + statuses + records + evidence + surveys + changes + lists + hands + views)
        try session.execute(script: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
    }

    private static let months = """
        CREATE TABLE pipelines (
            -- a pipeline file by its content and that of its tables
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL
        ) STRICT;
        \(pipelineFiles)
        CREATE TABLE months (
            -- a month that was run
            month INTEGER PRIMARY KEY,
            -- the revision that counts
            revision INTEGER REFERENCES revisions(id),
            -- when it was closed; a closed month takes no new revision
            closed_at TEXT,
            -- the last intake before it was closed; answers of later ones came too late for the month
            closed_intake INTEGER
        ) STRICT;
        CREATE TABLE revisions (
            -- one result of a month; a later run on other input makes a new one beside it
            id INTEGER PRIMARY KEY,
            month INTEGER NOT NULL REFERENCES months(month),
            number INTEGER NOT NULL,
            -- digest of inputs, pipeline, program and all earlier months: equal identity, equal result
            identity TEXT NOT NULL,
            inputs TEXT NOT NULL,
            pipeline INTEGER NOT NULL REFERENCES pipelines(id),
            program TEXT NOT NULL,
            -- chain head of the month before when this was run; empty for the first month
            previous_chain TEXT NOT NULL,
            -- digests of this revision's rows, a table each
            statuses_digest TEXT NOT NULL DEFAULT '',
            evidence_digest TEXT NOT NULL DEFAULT '',
            surveys_digest TEXT NOT NULL DEFAULT '',
            employers_digest TEXT NOT NULL DEFAULT '',
            changes_digest TEXT NOT NULL DEFAULT '',
            -- digest of these, of further tables and intakes below, and of what the revision is
            chain TEXT NOT NULL DEFAULT '',
            -- digest of the published folder
            published TEXT NOT NULL DEFAULT '',
            people INTEGER NOT NULL DEFAULT 0,
            -- digests of further tables; empty in revisions of before there were these
            listed_digest TEXT NOT NULL DEFAULT '',
            towns_digest TEXT NOT NULL DEFAULT '',
            -- the published manifest.json, of which `published` is the digest; empty in revisions of before it was kept
            manifest TEXT NOT NULL DEFAULT '',
            -- digest of the last intake before it; empty where there was none
            intakes TEXT NOT NULL DEFAULT '',
            -- checksum of the row
            seal INTEGER NOT NULL DEFAULT 0,
            UNIQUE (month, number)
        ) STRICT;
        CREATE TABLE runs (
            -- a run that recorded a revision
            run TEXT PRIMARY KEY,
            revision INTEGER NOT NULL REFERENCES revisions(id),
            started_at TEXT NOT NULL
        ) STRICT;

        """

    private static let words = """
        CREATE TABLE sources (
            -- a source by its name in the pipeline
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE files (
            -- an input file of a source
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources(id),
            name TEXT NOT NULL,
            UNIQUE (source, name)
        ) STRICT;
        CREATE TABLE employers (
            -- an employer by its key (credit code, else unit number, else name) and name
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            UNIQUE (key, name)
        ) STRICT;

        """

    /// People are asked for by ID number too.
    static let peopleByID = "CREATE INDEX people_by_id ON people(id_number);"

    private static let people = """
        CREATE TABLE registrations (
            -- a registration number
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            -- earliest month whose current revision holds it; none if only superseded ones do
            first_month INTEGER
        ) STRICT;
        CREATE TABLE people (
            -- what the roster says of a registration; a further version where it says something else
            registration INTEGER NOT NULL REFERENCES registrations(id),
            version INTEGER NOT NULL,
            -- checksum of the columns below
            fingerprint INTEGER NOT NULL,
            id_number TEXT NOT NULL,
            name TEXT NOT NULL,
            sex TEXT,
            birth_date INTEGER,
            county_code TEXT NOT NULL,
            town_code TEXT NOT NULL,
            agency_code TEXT NOT NULL,
            registered_on INTEGER NOT NULL,
            valid_until INTEGER,
            recognised INTEGER NOT NULL,
            PRIMARY KEY (registration, version)
        ) STRICT, WITHOUT ROWID;
        \(peopleByID)

        """

    private static let statuses = """
        CREATE TABLE statuses (
            -- one person in one revision: a line of ledger.csv; lists are joined by ';'
            revision INTEGER NOT NULL REFERENCES revisions(id),
            registration INTEGER NOT NULL,
            person_version INTEGER NOT NULL,
            months_unemployed INTEGER NOT NULL,
            previous_status TEXT,
            status TEXT NOT NULL,
            change TEXT NOT NULL,
            method TEXT,
            tracked INTEGER NOT NULL,
            effective_date INTEGER,
            employer TEXT,
            rule TEXT NOT NULL,
            grade TEXT,
            verification_reason TEXT,
            action TEXT NOT NULL,
            ground TEXT,
            notify INTEGER NOT NULL,
            due_date INTEGER,
            worklist TEXT,
            confirmed_status TEXT,
            confirmed_by TEXT,
            confirmed_on INTEGER,
            low_income TEXT,
            difficulty TEXT,
            -- latest contact known at the end of the run
            last_contact_on INTEGER,
            -- latest month in which the person had work since registering; none where nothing was shown
            last_worked_month INTEGER,
            -- JSON: [[file, row], ...], best first
            evidence TEXT,
            -- checksum of the row
            seal INTEGER NOT NULL,
            PRIMARY KEY (revision, registration),
            FOREIGN KEY (registration, person_version) REFERENCES people(registration, version)
        ) STRICT, WITHOUT ROWID;

        """

    /// What evidence says.
    static let records = """
        CREATE TABLE records (
            -- what a piece of evidence of a person says, once for all months that show it
            registration INTEGER NOT NULL REFERENCES registrations(id),
            -- checksum of the columns below
            fingerprint INTEGER NOT NULL,
            kind TEXT NOT NULL,
            grade TEXT NOT NULL,
            weight TEXT NOT NULL,
            period TEXT,
            "values" TEXT,
            used INTEGER NOT NULL,
            reason TEXT NOT NULL,
            -- the record's own ID or name contradicts the registration
            contradicts INTEGER NOT NULL,
            PRIMARY KEY (registration, fingerprint)
        ) STRICT, WITHOUT ROWID;

        """

    /// Where and when it was found.
    static let evidence = """
        CREATE TABLE evidence (
            -- one piece of evidence in one revision: a line of evidence.csv
            revision INTEGER NOT NULL,
            registration INTEGER NOT NULL,
            -- its place among the person's evidence, from 1
            ordinal INTEGER NOT NULL,
            -- what it says: the fingerprint of a row of records
            record INTEGER NOT NULL,
            file INTEGER NOT NULL REFERENCES files(id),
            row INTEGER NOT NULL,
            -- checksum of the row and its record
            seal INTEGER NOT NULL,
            PRIMARY KEY (revision, registration, ordinal),
            FOREIGN KEY (revision, registration) REFERENCES statuses(revision, registration),
            FOREIGN KEY (registration, record) REFERENCES records(registration, fingerprint)
        ) STRICT, WITHOUT ROWID;

        """

    private static let surveys = """
        CREATE TABLE surveys (
            -- an answer that the files of a revision hold; an answer is one by person, date, method and result
            revision INTEGER NOT NULL REFERENCES revisions(id),
            registration INTEGER NOT NULL REFERENCES registrations(id),
            answered_on INTEGER NOT NULL,
            method TEXT NOT NULL,
            outcome TEXT NOT NULL,
            employer TEXT,
            employed_on INTEGER,
            note TEXT,
            surveyor TEXT,
            seal INTEGER NOT NULL,
            PRIMARY KEY (revision, registration, answered_on, method, outcome)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE employer_months (
            -- a month for which the files of a revision show employer insurance
            revision INTEGER NOT NULL REFERENCES revisions(id),
            registration INTEGER NOT NULL REFERENCES registrations(id),
            month INTEGER NOT NULL,
            employer INTEGER NOT NULL REFERENCES employers(id),
            strong INTEGER NOT NULL,
            paid INTEGER NOT NULL,
            PRIMARY KEY (revision, registration, month, employer)
        ) STRICT, WITHOUT ROWID;

        """

    private static let changes = """
        CREATE TABLE changes (
            -- a line of changes.csv
            revision INTEGER NOT NULL REFERENCES revisions(id),
            -- 0: of somebody in the month's ledger; 1: vanished, or a correction of a closed month
            part INTEGER NOT NULL,
            registration INTEGER NOT NULL REFERENCES registrations(id),
            -- the closed month that is corrected, else 0
            corrected_month INTEGER NOT NULL,
            change TEXT NOT NULL,
            previous_status TEXT,
            status TEXT,
            previous_evidence TEXT,
            evidence TEXT,
            cause TEXT NOT NULL,
            old_status TEXT,
            new_status TEXT,
            PRIMARY KEY (revision, part, registration, corrected_month)
        ) STRICT, WITHOUT ROWID;

        """
}
