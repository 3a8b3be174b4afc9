import Digest
import Foundation
import Ledger
package import Roster

/// What people do with a ledger file by command. Whatever it throws is a `RunError`.
package struct LedgerDesk: Sendable {
    let path: String

    /// The desk of a ledger file, which is opened for each act anew.
    package init(ledger path: String) {
        self.path = path
    }

    /// A month of the ledger, by its current revision.
    package struct MonthLine: Sendable, Codable, Equatable {
        package var month: String
        package var revision: Int
        package var people: Int
        package var chain: String
        package var program: String
        /// When it was closed; absent while it is open.
        package var closed: String?
    }

    /// The months in order.
    package func months() throws -> [MonthLine] {
        try with(.readOnly) { ledger in
            let closings = try ledger.closings()
            return try ledger.months().map { revision in
                MonthLine(
                    month: revision.month.description, revision: revision.number, people: revision.people,
                    chain: revision.chainHead.description, program: revision.programVersion,
                    closed: closings[revision.month])
            }
        }
    }

    /// Closes a month: no run records a new revision of it. `false` if it is closed already.
    package func close(_ month: Month) throws -> Bool {
        try with(.write) { try $0.closeMonth(month, act("close \(month)")) }
    }

    /// Opens a closed month again, for a reason that is kept. `false` if it is open.
    package func reopen(_ month: Month, reason: String) throws -> Bool {
        try with(.write) { try $0.reopenMonth(month, act("reopen \(month)", reason: reason)) }
    }

    /// Copies the ledger to a new file, whatever is written to it meanwhile. The audit keeps it first.
    package func backUp(to copy: String) throws {
        if Folder.exists(copy) { throw RunError(taken: copy) }
        let folder = URL(filePath: copy).deletingLastPathComponent().path
        guard Folder.isFolder(folder) else { throw RunError(noFolder: folder) }
        try audit("backup \(copy)")
        try with(.readOnly) { try $0.backUp(to: copy) }
    }

    /// Keeps in the ledger that something was done to it. A ledger left by an interrupted run is not repaired by the way:
    /// exit 75, as for every look at it.
    func audit(_ what: String) throws {
        try with(.readOnly) { _ in }
        try with(.write) { try $0.audit(act(what)) }
    }

    /// Something done now by whoever runs the program.
    func act(_ what: String, reason: String = "") -> AuditedAct {
        let now = Date().formatted(.iso8601)
        return AuditedAct(at: now, who: NSUserName(), what: what, reason: reason)
    }

    /// An empty file would be made a ledger like one that is not there.
    private func checkThere() throws {
        guard Folder.exists(path) else { throw LedgerError(.missing, path: path) }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        if size == 0 { throw LedgerError(.notALedger, path: path, detail: "empty") }
    }

    func with<Result>(_ access: LedgerAccess, _ body: (Ledger) throws -> Result) throws -> Result {
        do {
            // A ledger that is not there is not made for a look at it.
            if access == .write { try checkThere() }
            let ledger = try Ledger.open(path, access: access)
            // By then everything is committed or given up: closing can lose nothing.
            defer { try? ledger.close() }
            return try body(ledger)
        } catch let error as RunError {
            throw error
        } catch let error as LedgerError where error.path.isEmpty {
            throw RunError(describing: LedgerError(error.kind, path: path, detail: error.detail))
        } catch {
            throw RunError(describing: error)
        }
    }
}

extension RunError {
    /// Exit 73: there is no such folder to put a file into.
    fileprivate init(noFolder folder: String) {
        self.init(
            .cannotCreate, code: "E239",
            message: LocalizedText(zh: "没有这个文件夹", en: "there is no such folder"),
            hint: LocalizedText(zh: "先建立文件夹，或换一个", en: "make it, or name another"), place: folder)
    }
}
