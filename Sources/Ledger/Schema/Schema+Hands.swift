extension Schema {
    /// What people bring in by hand, and who did what. Filled by the commands that take answers back, review links,
    /// close months and look at single persons.
    static let hands = """
        CREATE TABLE answers (
            -- a survey answer that came back by command; one by person, date, method and result
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
            file TEXT NOT NULL,
            row INTEGER NOT NULL,
            seal INTEGER NOT NULL,
            PRIMARY KEY (registration, answered_on, method, outcome)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE confirmations (
            -- a status that a person confirmed for a month
            registration INTEGER NOT NULL REFERENCES registrations(id),
            month INTEGER NOT NULL,
            status TEXT NOT NULL,
            confirmed_by TEXT NOT NULL,
            confirmed_on INTEGER NOT NULL,
            -- 1: the registration ends on that day
            ends INTEGER NOT NULL,
            PRIMARY KEY (registration, month)
        ) STRICT, WITHOUT ROWID;
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
