import Glibc
import RDF

/// What finding reports asks of the operating system besides `Files`.
enum FileSystem {
    /// The last component of a path; the path itself where there is none.
    static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Whether a path ends in one of the extensions (with their dots), whatever the case.
    static func hasExtension(_ path: String, _ extensions: [String]) -> Bool {
        let lowered = path.lowercased()
        return extensions.contains { lowered.hasSuffix($0) }
    }

    /// A key that is the same for every path to one file or folder, or nil where nothing stands.
    static func identity(of path: String) -> [UInt]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt(status.st_dev), UInt(status.st_ino)] : nil
    }
}
