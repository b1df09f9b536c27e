import Synchronization

/// Stands in for the engine's flag until it has landed.
package final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)
    init() {}
    func cancel() { flag.store(true, ordering: .relaxed) }
    func reset() { flag.store(false, ordering: .relaxed) }
    var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
