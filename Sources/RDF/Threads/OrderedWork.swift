import Glibc

/// Work over numbered items on several threads; results are handed over on the caller's thread, in the order of the items.
///
/// Workers run ahead of what was handed over by a few items each, so that memory does not grow with the number of items.
package enum OrderedWork {
    /// How many threads there are unless told: the processors that are there.
    package static var usualJobs: Int { max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 256)) }

    /// Does the work of `count` items.
    ///
    /// When `isStopped` becomes true, what is done by then is handed over and the rest is left: the call returns within some
    /// milliseconds and does not wait for workers in the middle of an item, whose results are dropped.
    ///
    /// - Parameters:
    ///   - count: How many items there are.
    ///   - jobs: How many threads work; with one, an item is begun when the result of the one before was taken, so that never
    ///     more than one core is busy.
    ///   - isStopped: Asked from all threads.
    ///   - work: Does one item; from several threads at once.
    ///   - waiting: Called on the caller's thread every few milliseconds.
    ///   - consume: Takes a result, on the caller's thread. What it throws ends the work.
    /// - Returns: How many results were handed over.
    package static func run<Result: Sendable, Problem: Error>(
        count: Int, jobs: Int, isStopped: @escaping @Sendable () -> Bool,
        work: @escaping @Sendable (Int) -> Result, waiting: () -> Void = {},
        consume: (Int, Result) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        guard count > 0 else { return 0 }
        let jobs = max(1, min(jobs, count))
        let shared = SharedWork<Result>(
            count: count, window: jobs == 1 ? 1 : jobs * 4, isStopped: isStopped, work: work)
        var threads = 0
        while threads < jobs, shared.startWorker() { threads += 1 }
        // Workers in the middle of an item are waited for only when there is nothing left to do: then they end at once, and
        // nothing holds on to what the closure holds.
        var handedOver = 0
        defer { shared.end(isWaiting: handedOver == count) }
        // A system without a thread to spare: everything is done here.
        while threads == 0, handedOver < count, !isStopped() {
            try consume(handedOver, work(handedOver))
            handedOver += 1
        }
        while handedOver < count {
            if isStopped() { break }
            guard let result = shared.take(handedOver) else {
                waiting()
                continue
            }
            try consume(handedOver, result)
            handedOver += 1
            shared.goOn(behind: handedOver)
        }
        guard handedOver < count else { return handedOver }
        // What others have finished behind the item that is still being worked on.
        for (index, result) in shared.takeFinished() {
            try consume(index, result)
            handedOver += 1
        }
        return handedOver
    }

    /// Does the work of `count` items, none of which can fail or be left out, and gives the results in order.
    package static func map<Result: Sendable>(
        count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
        if jobs == 1 || count < 2 { return (0..<count).map(work) }
        var results: [Result] = []
        results.reserveCapacity(count)
        _ = run(count: count, jobs: jobs, isStopped: { false }, work: work, consume: { results.append($1) })
        return results
    }
}

/// What the threads share; every access to the variables is under the lock.
private final class SharedWork<Result: Sendable>: @unchecked Sendable {
    private let count: Int
    private let window: Int
    private let isStopped: @Sendable () -> Bool
    private var work: (@Sendable (Int) -> Result)?
    private let lock: Lock
    private var workers = 0
    private var next = 0
    private var taken = 0
    private var finished: [Int: Result] = [:]
    private var hasEnded = false

    init(
        count: Int, window: Int, isStopped: @escaping @Sendable () -> Bool, work: @escaping @Sendable (Int) -> Result
    ) {
        self.count = count
        self.window = window
        self.isStopped = isStopped
        self.work = work
        lock = Lock()
    }

    /// Starts a thread; false when the system has none left.
    func startWorker() -> Bool {
        lock.locked { workers += 1 }
        let hasStarted = WorkerThread.start {
            while self.workOnOne() {}
            self.lock.locked {
                self.workers -= 1
                self.lock.wake()
            }
        }
        if !hasStarted { lock.locked { workers -= 1 } }
        return hasStarted
    }

    private func workOnOne() -> Bool {
        guard let (index, work) = claim() else { return false }
        let result = work(index)
        lock.locked {
            if !hasEnded { finished[index] = result }
            lock.wake()
        }
        return true
    }

    private func claim() -> (Int, @Sendable (Int) -> Result)? {
        lock.locked {
            while !hasEnded, next < count, next >= taken + window { lock.wait(milliseconds: 20) }
            guard !hasEnded, next < count, !isStopped(), let work else { return nil }
            next += 1
            return (next - 1, work)
        }
    }

    /// The result of an item, waiting for it a few milliseconds; nil when it is not there by then.
    func take(_ index: Int) -> Result? {
        lock.locked {
            if finished[index] == nil { lock.wait(milliseconds: 20) }
            return finished.removeValue(forKey: index)
        }
    }

    /// Says how many results were taken.
    func goOn(behind taken: Int) {
        lock.locked {
            self.taken = taken
            lock.wake()
        }
    }

    func takeFinished() -> [(Int, Result)] {
        lock.locked {
            let results = finished.sorted { $0.key < $1.key }
            finished = [:]
            return results.map { ($0.key, $0.value) }
        }
    }

    /// Ends the work; what the closure holds is let go, at once or when the last worker is done with its item.
    func end(isWaiting: Bool) {
        lock.locked {
            hasEnded = true
            finished = [:]
            work = nil
            lock.wake()
            while isWaiting, workers > 0 { lock.wait(milliseconds: 20) }
        }
    }
}

/// A lock that can be waited on.
private final class Lock: @unchecked Sendable {
    // The system keeps their addresses, so that they must not move.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// Lets the lock go until somebody wakes, or the time is over.
    func wait(milliseconds: Int) {
        var until = timespec()
        clock_gettime(CLOCK_MONOTONIC, &until)
        until.tv_nsec += milliseconds * 1_000_000
        until.tv_sec += until.tv_nsec / 1_000_000_000
        until.tv_nsec %= 1_000_000_000
        pthread_cond_timedwait(condition, mutex, &until)
    }

    func wake() { pthread_cond_broadcast(condition) }
}

/// A thread that nobody waits for.
private enum WorkerThread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// As much as the main thread usually has.
    private static let stackBytes = 16 << 20

    /// Starts a thread that gets no signals, so that Ctrl-C comes to the main thread; false when the system has none left.
    static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, stackBytes)
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run))
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
                body.run()
                return nil
            }, body.toOpaque())
        if status != 0 { body.release() }
        return status == 0
    }
}
