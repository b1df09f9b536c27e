/// How the program ends, as scripts see it.
public enum ExitStatus: Int32, Sendable, Comparable {
    /// All went well.
    case success = 0
    /// A query or the data are wrong.
    case error = 1
    /// A file cannot be read or written.
    case unreadable = 2
    /// A limit of time or memory was reached.
    case limit = 3
    /// The options make no sense.
    case usage = 64
    /// Ctrl-C.
    case interrupted = 130

    /// Order of the codes.
    public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}

/// Work that could not be done: what the user is told, and the status that a batch ends with.
package struct Failure: Error, Hashable, Sendable {
    /// What went wrong and what to do about it; may take several lines, without a newline at the end.
    package var message: String
    /// The exit status that it means.
    package var status: ExitStatus

    /// A failure; a wrong query or wrong data unless told.
    package init(_ message: String, status: ExitStatus = .error) {
        self.message = message
        self.status = status
    }
}
