extension Schema {
    /// What a revision's work lists and pages say beyond the ledger's rows, so that they can be written again from it.
    static let lists = """
        CREATE TABLE listed (
            -- somebody on a work list of a revision: what the list says beyond the ledger's row
            revision INTEGER NOT NULL REFERENCES revisions(id),
            registration INTEGER NOT NULL REFERENCES registrations(id),
            phone TEXT,
            -- help owed and given: level/item/owed/given, joined by ';'
            help TEXT,
            seal INTEGER NOT NULL,
            PRIMARY KEY (revision, registration)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE towns (
            -- the name of a town in a revision's work lists and pages
            revision INTEGER NOT NULL REFERENCES revisions(id),
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (revision, code)
        ) STRICT, WITHOUT ROWID;

        """

    /// The files that belong to a pipeline file.
    static let pipelineFiles = """
        CREATE TABLE pipeline_files (
            -- a table or model that a pipeline file names
            pipeline INTEGER NOT NULL REFERENCES pipelines(id),
            name TEXT NOT NULL,
            -- as the pipeline file writes it
            path TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (pipeline, name, path)
        ) STRICT, WITHOUT ROWID;
        """
}
