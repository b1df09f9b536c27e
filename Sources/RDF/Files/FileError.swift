import Glibc

/// A file that could not be read or written: which one, and why.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried.
    public enum Action: String, Hashable, Sendable {
        case read, write
    }

    /// Why it failed.
    public enum Reason: Hashable, Sendable {
        /// There is no such file or folder.
        case missing
        /// The user may not read or write it.
        case notPermitted
        /// It is a folder where a file was wanted.
        case isDirectory
        /// A part of its path is a file where a folder was wanted.
        case notDirectory
        /// The disk is full, or the quota used up.
        case noSpace
        /// Whoever read from the pipe has gone.
        case brokenPipe
        /// The file is named `.gz` and is not gzip, or is cut off or damaged.
        case damagedGzip
        /// Any other error of the system, by its number.
        case system(Int32)
    }

    /// The path as the user gave it; `-` or a word such as `standard output` for a stream.
    public var path: String
    /// What was tried.
    public var action: Action
    /// Why it failed.
    public var reason: Reason

    /// An error about a path.
    public init(path: String, action: Action, reason: Reason) {
        self.path = path
        self.action = action
        self.reason = reason
    }

    /// An error of the system by its number, `errno` unless told.
    public init(path: String, action: Action, code: Int32 = errno) {
        let reason: Reason
        switch code {
        case ENOENT: reason = .missing
        case EACCES, EPERM, EROFS: reason = .notPermitted
        case EISDIR: reason = .isDirectory
        case ENOTDIR: reason = .notDirectory
        case ENOSPC, EDQUOT: reason = .noSpace
        case EPIPE: reason = .brokenPipe
        default: reason = .system(code)
        }
        self.init(path: path, action: action, reason: reason)
    }

    /// `cannot read reports/a.nt: no such file or folder`.
    public var description: String {
        "cannot \(action.rawValue) \(path): \(explanation)"
    }

    private var explanation: String {
        switch reason {
        case .missing: "no such file or folder"
        case .notPermitted: "permission denied"
        case .isDirectory: "it is a folder"
        case .notDirectory: "a part of the path is a file, not a folder"
        case .noSpace: "no space left on the disk"
        case .brokenPipe: "nobody reads from the pipe any more"
        case .damagedGzip: "not gzip, or cut off or damaged"
        case .system(let code): String(cString: strerror(code))
        }
    }
}
