import Glibc
import RDF

/// One line that tells how far long work has come, on a terminal only.
package final class Progress {
    private let output: Output?
    private let columns: Int
    private let what: String
    private let total: Int
    private let start: Double
    private var lastShown: Double
    private var lastDone = 0
    private var lastChange: Double
    private var isShown = false

    /// How long work takes before the line is first shown, and between two of its changes, in seconds.
    private static let firstDelay = 0.3
    private static let interval = 0.1
    /// After so many seconds without progress no remaining time is shown, since none is known.
    private static let stall = 3.0

    /// A line about `total` things; nothing is shown where `isVisible` is false.
    package init(_ what: String, total: Int, isVisible: Bool) {
        self.what = what
        self.total = total
        output = isVisible ? .standardError() : nil
        columns = Terminal.size(of: STDERR_FILENO)?.columns ?? 80
        start = Clock.seconds
        lastShown = start
        lastChange = start
    }

    /// Tells how much is done; `units` are sentences so far, for the speed.
    package func update(done: Int, units: Int) {
        guard let output else { return }
        let now = Clock.seconds
        if done > lastDone {
            lastDone = done
            lastChange = now
        }
        guard now - start >= Self.firstDelay, now - lastShown >= Self.interval else { return }
        lastShown = now
        isShown = true
        let line = Self.line(
            what: what, done: done, total: total, units: units, seconds: now - start,
            isStalled: now - lastChange > Self.stall, columns: columns)
        output.write("\r\u{1B}[K" + line)
        try? output.flush()
    }

    /// Takes the line away.
    package func finish() {
        guard isShown, let output else { return }
        output.write("\r\u{1B}[K")
        try? output.flush()
        isShown = false
    }

    /// `reading 10,000 reports  ███████████████▌      78%  412 sentences/s  0:41 left`
    static func line(
        what: String, done: Int, total: Int, units: Int, seconds: Double, isStalled: Bool, columns: Int
    ) -> String {
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        var tail = "  \(Int(share * 100))%"
        if seconds > 0, units > 0 { tail += "  \(Numbers.grouped(Int(Double(units) / seconds))) sentences/s" }
        if !isStalled, done > 0, done < total {
            let left = Int((seconds / share - seconds).rounded(.up))
            tail += "  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
        }
        let head = "reading \(Numbers.grouped(total)) \(what)  "
        let room = min(24, columns - 1 - head.count - tail.count)
        guard room >= 4 else { return String((head + tail).prefix(max(0, columns - 1))) }
        let eighths = Int(share * Double(room * 8))
        let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        let bar = String(repeating: "█", count: eighths / 8) + partial
        return head + bar + String(repeating: " ", count: room - bar.count) + tail
    }
}

/// The clock that never goes back.
package enum Clock {
    /// Seconds since an arbitrary moment.
    package static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Numbers as people read them.
package enum Numbers {
    /// `1,204,330`.
    package static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    /// `1 row`, `2 rows`: a count with its noun.
    package static func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// A duration: `0.2 ms`, `84 ms`, `1.3 s`, `2:05 min`.
    package static func duration(_ seconds: Double) -> String {
        let milliseconds = seconds * 1000
        if milliseconds < 10 { return "\(tenths(milliseconds)) ms" }
        if milliseconds < 1000 { return "\(Int(milliseconds.rounded())) ms" }
        if seconds < 60 { return "\(tenths(seconds)) s" }
        let whole = Int(seconds)
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60) min"
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
