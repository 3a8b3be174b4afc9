import Foundation
import Glibc

/// The lock on an output folder: one run at a time. The kernel frees it when the process ends, however it ends.
package final class OutputLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of `folder`, writing process, host and start into the lock file for whoever comes second.
    /// Throws exit 75 if another run holds it, 73 or 77 if the lock file can't be made.
    package init(folder: String, holder: String) throws {
        let path = "\(folder)/.lock"
        // Whatever throws below here closes the file by `deinit`.
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw RunError.cannotCreate(path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw RunError.cannotCreate(path, errno: errno) }
            throw OutputLock.held(by: OutputLock.text(of: descriptor), path)
        }
        _ = ftruncate(descriptor, 0)
        let bytes = Array(holder.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private static func held(by other: String, _ path: String) -> RunError {
        RunError(
            .tryAgain, code: "E401",
            message: LocalizedText(
                zh: "输出目录正被另一次运行占用（\(other)）", en: "another run holds the output folder (\(other))"),
            hint: LocalizedText(zh: "等它结束后再运行", en: "wait for it to end, then run again"), place: path)
    }

    private static func text(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
