import Foundation
import Glibc

/// Which process ran, where and since when. Never part of a month.
struct RunIdentity: Sendable {
    /// `20261031T230501Z-4711`: sorts by time.
    let id: String
    let host: String
    let process: Int32

    /// This process.
    static let current: RunIdentity = {
        let now = Date().formatted(
            Date.ISO8601FormatStyle(dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted))
        let process = getpid()
        return RunIdentity(id: "\(now)-\(process)", host: ProcessInfo.processInfo.hostName, process: process)
    }()

    /// What the lock file says of the holder.
    var holder: String { "pid \(process), \(host), \(id.prefix(16))" }
}
