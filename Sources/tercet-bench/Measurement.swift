import Glibc
import RDF

/// What some work took.
struct Measurement {
    /// Seconds by the clock on the wall.
    var wall: Double
    /// Seconds of CPU, of the user and the system, over all threads.
    var cpu: Double

    /// Measures one run of some work.
    static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, Measurement) {
        let wall = wallSeconds()
        let cpu = cpuSeconds()
        let result = try work()
        return (result, Measurement(wall: wallSeconds() - wall, cpu: cpuSeconds() - cpu))
    }

    /// Prints the times and the rate of `amount` a second of CPU in a unit.
    func report(_ name: String, amount: Double, unit: String) {
        let output = Output.standardOutput()
        output.write(
            "\(name): cpu \(rounded(cpu, 3)) s, wall \(rounded(wall, 3)) s, \(rounded(amount / cpu, 1)) \(unit)/s\n")
        try? output.close()
    }

    private static func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }
    static func cpuSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Memory of this process, in bytes.
enum Memory {
    /// What is resident now.
    static var resident: Int {
        guard let bytes = try? Files.read("/proc/self/statm") else { return 0 }
        let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// The most that was resident.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}

/// A number with so many digits behind the point.
func rounded(_ value: Double, _ digits: Int) -> String {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let scaled = (value * factor).rounded() / factor
    let text = "\(scaled)"
    return digits == 0 ? String(text.prefix { $0 != "." }) : text
}
