extension Ledger {
    /// Copies one state of the ledger to a new file, whatever others write meanwhile. Throws `permission` if the file is
    /// there already or can't be made.
    package func backUp(to path: String) throws {
        try LedgerFile(path: path).create()
        let copy = try Connection(path: path, access: .write)
        try connection.backUp(to: copy)
        try copy.close()
    }
}
