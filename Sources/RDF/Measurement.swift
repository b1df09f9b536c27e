import Glibc

/// What some work took.
package struct Measurement: Sendable {
    /// Seconds by the clock on the wall.
    package var wall: Double
    /// Seconds of CPU, the user's and the system's, over all threads.
    package var cpu: Double

    /// Measures one run of some work.
    package static func of<Result, Failure>(
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> (Result, Measurement) {
        let (wall, cpu) = (seconds(CLOCK_MONOTONIC), cpuSeconds)
        let result = try work()
        return (result, Measurement(wall: seconds(CLOCK_MONOTONIC) - wall, cpu: cpuSeconds - cpu))
    }

    /// Seconds of CPU that this process took so far, over all threads.
    package static var cpuSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Memory of this process, in bytes.
package enum ResidentMemory {
    /// What is resident now, mapped files among it.
    package static var now: Int {
        guard let bytes = try? Files.read("/proc/self/statm") else { return 0 }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// The most that was resident at any time. The kernel counts that less often.
    package static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return max(usage.ru_maxrss * 1024, now)
    }
}
