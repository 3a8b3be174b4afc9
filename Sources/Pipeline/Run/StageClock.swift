import Glibc
import Logging

/// How long each stage took. Goes to the log and the run's own record, never into the month.
package struct StageClock: Sendable {
    /// A finished stage.
    package struct Lap: Sendable, Codable {
        package let stage: String
        package let seconds: Double
    }

    package private(set) var laps: [Lap] = []
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now

    /// Ends a stage and logs it.
    mutating func end(_ stage: String, _ log: Logger) {
        let now = ContinuousClock.now
        let lap = Lap(stage: stage, seconds: (now - last).inSeconds)
        laps.append(lap)
        last = now
        log.info(
            "stage ended",
            metadata: [
                "stage": "\(stage)", "seconds": "\(lap.seconds.inHundredths)", "peak_mib": "\(StageClock.peakMemory)",
            ])
    }

    /// Seconds since the run began.
    package var total: Double { (last - start).inSeconds }

    /// Largest memory the process had so far, in mebibytes.
    package static var peakMemory: Int {
        var usage = rusage()
        unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
        return Int(usage.ru_maxrss) / 1024
    }

    /// Processor seconds of all threads so far.
    package static var processorSeconds: Double {
        var usage = rusage()
        unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_utime.inSeconds + usage.ru_stime.inSeconds
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

extension timeval {
    fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Double {
    /// The number with two decimals.
    package var inHundredths: Double { (self * 100).rounded() / 100 }
}
