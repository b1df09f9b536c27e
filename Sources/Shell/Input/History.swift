import Glibc

/// The statements of earlier sessions, in a file that several shells may append to at once.
///
/// One entry a line, newlines and backslashes inside it escaped, so that a multi-line statement comes back whole.
package struct History: Sendable {
    /// How many entries are kept.
    package static let capacity = 10_000

    /// The file, or nil where nothing is kept.
    package let path: String?

    /// A history in a file.
    package init(path: String?) { self.path = path }

    /// The entries, oldest first; none where the file cannot be read. Shortens a file that has grown to twice the
    /// capacity.
    package func load() -> [String] {
        guard let path else { return [] }
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { return [] }
        var entries = Self.read(descriptor).split(separator: 0x0A).map {
            Self.unescape(String(decoding: $0, as: UTF8.self))
        }
        if entries.count > Self.capacity {
            let isTooLong = entries.count >= 2 * Self.capacity
            entries.removeFirst(entries.count - Self.capacity)
            if isTooLong, ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 {
                Self.write(Array(entries.map { Self.escape($0) + "\n" }.joined().utf8), to: descriptor)
            }
        }
        return entries
    }

    /// Appends an entry under a lock. What cannot be kept is not an error: the shell works without a history.
    package func append(_ entry: String) {
        guard let path else { return }
        if let slash = path.lastIndex(of: "/") { Self.makeDirectory(String(path[..<slash])) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { return }
        Self.write(Array((Self.escape(entry) + "\n").utf8), to: descriptor)
    }

    static func escape(_ entry: String) -> String {
        var escaped = ""
        for scalar in entry.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func unescape(_ line: String) -> String {
        var entry = ""
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                entry.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                entry.unicodeScalars.append(scalar)
            }
        }
        return entry
    }

    private static func read(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(descriptor, base + written, buffer.count - written)
                if count <= 0 { return }
                written += count
            }
        }
    }

    /// Makes a directory and those above it, readable to the user only.
    private static func makeDirectory(_ path: String) {
        guard !path.isEmpty, access(path, F_OK) != 0 else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { makeDirectory(String(path[..<slash])) }
        mkdir(path, 0o700)
    }
}
