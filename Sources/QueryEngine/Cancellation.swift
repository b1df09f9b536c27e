import Glibc
import Synchronization

/// A flag that stops a running evaluation. Setting it is safe in a signal handler and from any thread.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// A flag that is not set.
    public init() {}

    /// Asks the evaluation to stop; it does within about a batch of rows.
    public func cancel() { flag.store(true, ordering: .relaxed) }

    /// Makes the flag fit for the next evaluation.
    public func reset() { flag.store(false, ordering: .relaxed) }

    /// Whether the evaluation has been asked to stop.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// What an evaluation may use.
public struct QueryLimits: Hashable, Sendable {
    /// Wall-clock seconds, or nil for no limit.
    public var seconds: Double?
    /// Bytes of intermediate tables and computed terms, or nil for no limit.
    public var bytes: Int?
    /// Rows of the result that the caller will look at, or nil for all; the engine may stop after as many.
    public var rows: Int?

    /// Limits, none unless told.
    public init(seconds: Double? = nil, bytes: Int? = nil, rows: Int? = nil) {
        self.seconds = seconds
        self.bytes = bytes
        self.rows = rows
    }
}

/// Watches over one statement, its evaluation and the writing of its result: the flag, the clock and the memory.
package final class Watch {
    private let cancellation: Cancellation?
    private let limits: QueryLimits
    private let deadline: Double
    private var bytesHeld = 0
    /// Work done since the last look.
    private var work = 0
    /// So much of it, a unit being about what one row takes, goes without a look: a few milliseconds.
    private static let unwatchedWork = 1 << 14
    /// Whether `longestStretch` is kept up, which tests ask for.
    private let measuresStretches: Bool
    private var lastLook = 0.0
    /// The most CPU seconds of this thread between two looks at the limits.
    package private(set) var longestStretch = 0.0

    /// Starts the clock.
    package init(
        limits: QueryLimits = QueryLimits(), cancellation: Cancellation? = nil, measuresStretches: Bool = false
    ) {
        self.limits = limits
        self.cancellation = cancellation
        self.measuresStretches = measuresStretches
        deadline = limits.seconds.map { Clock.now + $0 } ?? .infinity
        if measuresStretches { lastLook = Clock.threadSeconds }
    }

    /// Counts work of which no rows come out for a while, and looks at the limits when much has been done.
    @inline(__always)
    package func advance(by units: Int = 1) throws(QueryError) {
        work &+= units
        if work >= Watch.unwatchedWork { try check() }
    }

    /// Throws when the evaluation has to stop. Cheap enough for every hundred rows.
    package func check() throws(QueryError) {
        if let failure = look() { throw failure }
    }

    /// Why the evaluation has to stop, or nil.
    package func look() -> QueryError? {
        work = 0
        if measuresStretches {
            let now = Clock.threadSeconds
            longestStretch = max(longestStretch, now - lastLook)
            lastLook = now
        }
        if let cancellation, cancellation.isCancelled { return .cancelled }
        if deadline < .infinity, Clock.now > deadline { return .timedOut(seconds: limits.seconds ?? 0) }
        return nil
    }

    /// Counts memory that an operator keeps until the evaluation ends.
    package func hold(bytes: Int) throws(QueryError) {
        bytesHeld += bytes
        if let limit = limits.bytes, bytesHeld > limit { throw .outOfMemory(bytes: limit) }
        try check()
    }

    /// Why work that keeps so many bytes besides has to stop, or nil.
    package func look(holding bytes: Int) -> QueryError? {
        if let limit = limits.bytes, bytesHeld + bytes > limit { return .outOfMemory(bytes: limit) }
        return look()
    }

    /// Gives back memory counted by `hold`.
    package func release(bytes: Int) { bytesHeld -= bytes }
}

/// The monotonic clock.
package enum Clock {
    /// Seconds since an arbitrary moment.
    package static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Seconds of CPU that this thread took.
    package static var threadSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Milliseconds since 1970, for `NOW()`.
    package static var millisecondsSince1970: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
