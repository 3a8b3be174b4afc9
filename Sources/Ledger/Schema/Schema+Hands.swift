extension Schema {
    /// What people bring in by hand, and who did what. Filled by the commands that take answers back, review links,
    /// close months and look at single persons.
    static let hands = intakes + reviewed

    /// Filled work lists and ledgers that came back.
    static let intakes = intakeFiles + answers + confirmations

    private static let intakeFiles = """
        CREATE TABLE intakes (
            -- a filled workbook that was taken in
            id INTEGER PRIMARY KEY,
            file TEXT NOT NULL,
            -- SHA-256 of the file
            content TEXT NOT NULL,
            taken_at TEXT NOT NULL,
            taken_by TEXT NOT NULL,
            -- digest over its rows and the intake before it
            chain TEXT NOT NULL,
            -- checksum of the row
            seal INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        """

    /// What work lists bring back.
    static let answers = """
        CREATE TABLE answers (
            -- a survey answer that came back by command; of a person's answers of one day and method the last counts
            registration INTEGER NOT NULL REFERENCES registrations(id),
            answered_on INTEGER NOT NULL,
            method TEXT NOT NULL,
            outcome TEXT NOT NULL,
            employer TEXT,
            employed_on INTEGER,
            note TEXT,
            surveyor TEXT,
            -- from this month's run on it is known
            month INTEGER NOT NULL,
            intake INTEGER NOT NULL REFERENCES intakes(id),
            sheet TEXT NOT NULL,
            row INTEGER NOT NULL,
            seal INTEGER NOT NULL,
            -- 1: it says what the one that counted by then said
            repeats INTEGER NOT NULL,
            PRIMARY KEY (registration, answered_on, method, intake, row, sheet)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answers_by_intake ON answers(intake);

        """

    /// What ledger workbooks bring back.
    static let confirmations = """
        CREATE TABLE confirmations (
            -- a status that a person confirmed for a month; of several the last one of the latest day counts
            registration INTEGER NOT NULL REFERENCES registrations(id),
            month INTEGER NOT NULL,
            confirmed_on INTEGER NOT NULL,
            status TEXT NOT NULL,
            confirmed_by TEXT NOT NULL,
            -- 1: the registration ends on that day
            ends INTEGER NOT NULL,
            intake INTEGER NOT NULL REFERENCES intakes(id),
            sheet TEXT NOT NULL,
            row INTEGER NOT NULL,
            seal INTEGER NOT NULL,
            -- 1: it says what the one that counted by then said
            repeats INTEGER NOT NULL,
            PRIMARY KEY (registration, month, confirmed_on, intake, row, sheet)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX confirmations_by_month ON confirmations(month);

        """

    private static let reviewed = """
        CREATE TABLE links_decided (
            -- what a person decided of a link, by the fingerprint of both sides' values
            fingerprint TEXT PRIMARY KEY,
            registration INTEGER NOT NULL REFERENCES registrations(id),
            -- 1: the record is theirs, 0: it is not, 2: it can't be told
            accepted INTEGER NOT NULL,
            decided_by TEXT NOT NULL,
            decided_on INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE audit (
            -- who looked at or changed what by command
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            reason TEXT
        ) STRICT;
        CREATE TABLE meta (
            -- remarks on the file itself
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        """
}
