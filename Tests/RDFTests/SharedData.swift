import Foundation

/// Data that stand beside a checkout and are no part of it: `TERCET_DATA`, else `../shared`.
enum SharedData {
    static let root = ProcessInfo.processInfo.environment["TERCET_DATA"] ?? "../shared"

    /// Whether a file or folder of it is there; tests that need one are skipped otherwise.
    static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }
}
