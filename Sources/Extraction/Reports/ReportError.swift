import RDF

/// Why a report could not be read: what, where, what to do.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The file or folder cannot be opened or read.
        case unreadable(FileError)
        /// The file is not text: what it looks like, and what would make text of it (or nil).
        case notText(kind: String, hint: String?)
        /// A folder without a single report in it.
        case noReports
    }
    /// The path as the user gave it or as it was found under the folder that the user gave.
    public var path: String
    /// What is wrong.
    public var reason: Reason

    /// An error about a path.
    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// One line for people, without "error:" before it.
    public var description: String {
        switch reason {
        case .unreadable(let error): error.description
        case .notText(let kind, let hint): "\(path) is \(kind), not text" + (hint.map { "; \($0)" } ?? "")
        case .noReports: "no reports (.txt, .md) in the folder \(path)"
        }
    }
}
