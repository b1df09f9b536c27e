import CEditLine
import QueryEngine

/// Ctrl-C.
package enum Interrupt {
    /// The flag that stops running work. Made before the signal can come, since making it is no work for a handler.
    package static let cancellation = Cancellation()

    /// Catches Ctrl-C from now on: work under way stops at its next look at `cancellation`.
    ///
    /// - Parameter exitsOnSecond: whether a second Ctrl-C, before the first has been seen to, ends the process (130).
    package static func install(exitsOnSecond: Bool) {
        cancellation.reset()
        tercet_interrupt_install(exitsOnSecond) { Interrupt.cancellation.cancel() }
    }

    /// Whether Ctrl-C was pressed and not yet seen to. Cheap; callable from any thread.
    package static var isPending: Bool { cancellation.isCancelled }

    /// Marks it seen to.
    package static func clear() {
        cancellation.reset()
        tercet_interrupt_clear()
    }
}
